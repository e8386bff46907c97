import { appeal } from './appeal.js';
import { caseCommand } from './case.js';
import { claimCase } from './claim-case.js';
import type { Command } from './command.js';
import { confirm } from './confirm.js';
import { digest } from './digest.js';
import { exempt } from './exempt.js';
import { group } from './group.js';
import { help } from './help.js';
import { mode } from './mode.js';
import { myData } from './my-data.js';
import { overturn } from './overturn.js';
import { privacy } from './privacy.js';
import { reject } from './reject.js';
import { remove } from './remove.js';
import { report } from './report.js';
import { rules } from './rules.js';
import { status } from './status.js';
import { strikes } from './strikes.js';
import { warn } from './warn.js';
import { why } from './why.js';

/** The registry: every command has one line here, in the order that /帮助 shows them. */
export const COMMANDS: readonly Command[] = [
  help,
  rules,
  privacy,
  myData,
  strikes,
  caseCommand,
  why,
  report,
  appeal,
  status,
  group,
  confirm,
  reject,
  overturn,
  claimCase,
  warn,
  remove,
  digest,
  mode,
  exempt,
];
