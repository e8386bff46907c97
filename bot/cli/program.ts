import { Command } from 'commander';
import { addCare } from './register/care.js';
import { addFilters } from './register/filters.js';
import { addGroups } from './register/groups.js';
import { addLexicon } from './register/lexicon.js';
import { addPeople } from './register/people.js';
import { addReading } from './register/reading.js';
import type { Register } from './register/shared.js';
import { addStored } from './register/stored.js';
import { addTraining } from './register/training.js';

/** The registry: a file of `register/` for each field, in the order that the help shows them. */
const FIELDS: readonly Register[] = [
  addFilters,
  addStored,
  addPeople,
  addGroups,
  addCare,
  addReading,
  addLexicon,
  addTraining,
];

/** The `qunshao` command line: docs/cli.md has a row for each command. */
export function createProgram(): Command {
  const program = new Command('qunshao').description('群哨:微信群、企业微信群的管理机器人').exitOverride();
  program.configureOutput({ outputError: () => undefined });
  for (const register of FIELDS) register(program);
  return program;
}
