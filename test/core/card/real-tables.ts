import { fileURLToPath } from 'node:url';
import { compileCard, type CardParser } from '../../../src/core/card/compile.js';
import type { CardOptions } from '../../../src/core/card/card.js';
import { readTraditionalPairs } from '../../../src/lexicon/traditional.js';
import { loadNameTables } from '../../../src/names/tables.js';

/** The tables that ship with the program. */
export const { tables: REAL_TABLES } = loadNameTables(
  fileURLToPath(new URL('../../../lexicons/names', import.meta.url)),
  readTraditionalPairs(),
);

const DEFAULT_TEMPLATE = '{name}-{city}-{major}{year}';

export function aParser(template = DEFAULT_TEMPLATE, options: Partial<CardOptions> = {}): CardParser {
  return compileCard(template, REAL_TABLES, { founded: 1900, thisYear: 2026, ...options });
}
