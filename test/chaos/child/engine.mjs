import { join } from 'node:path';
import {
  createCards,
  createGroupNames,
  createIdentity,
  createMatchTables,
  lexiconsFolder,
} from '../../../dist/bot/engine.js';
import { createPlaces } from '../../../dist/src/core/group-name/branch.js';
import { makeFoldTable } from '../../../dist/src/core/text/fold.js';
import { loadAbove } from '../../../dist/src/names/above.js';
import { readHolidays } from '../../../dist/src/schedule/holidays.js';

const WORDS = {
  特价面膜加微信: { category: 'advertising', certainty: 'confirmed', score: 0.9 },
  长期招代理: { category: 'advertising', certainty: 'suspected', score: 0.6 },
  刷单先垫付: { category: 'fraud', certainty: 'confirmed', score: 0.96 },
};

/** The real cards and names, and a rule of a few words: what language means is not at stake, and a process starts sooner. */
export function chaosEngine(organisation) {
  const lexicons = lexiconsFolder();
  const { card, tables } = createCards({ lexicons, organisation, year: 2026 });
  return {
    content: [],
    rules: [wordRule],
    card,
    identity: createIdentity(lexicons, tables),
    names: createMatchTables(tables),
    groupName: createGroupNames(lexicons, tables, organisation).check,
    places: createPlaces(tables, loadAbove(join(lexicons, 'names'))),
    holidays: readHolidays(join(lexicons, 'calendar')).holidays,
    folding: makeFoldTable(),
    warnings: [],
  };
}

const wordRule = {
  id: 'words',
  clauses: ['E三2'],
  message: ({ text }) =>
    Object.entries(WORDS).flatMap(([term, { category, certainty, score }]) => {
      const start = text.indexOf(term);
      if (start < 0) return [];
      const evidence = [{ start, end: start + term.length, text: term, term }];
      return [{ rule: 'words', category, certainty, clause: 'E三2', score, evidence }];
    }),
};
