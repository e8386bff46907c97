import { fileURLToPath } from 'node:url';
import { createGroupNameChecker } from '../../../src/core/group-name/check.js';
import { ALUMNI_GROUP_NAMES } from '../../../src/core/policy/template.js';
import { loadGroupWords } from '../../../src/names/group-words.js';
import { loadNameTables } from '../../../src/names/tables.js';

const NAMES = fileURLToPath(new URL('../../../lexicons/names', import.meta.url));
const names = loadNameTables(NAMES).tables;
const { words } = loadGroupWords(NAMES);

/** The shipped tables; the templates of alumni groups unless told. */
export function checkerOf(templates: readonly string[] = ALUMNI_GROUP_NAMES) {
  return createGroupNameChecker(templates, { names, words, aliases: ['武汉轻工大学', '轻工大'] });
}
