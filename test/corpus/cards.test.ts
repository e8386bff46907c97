import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCards, createContentRules, lexiconsFolder } from '../../bot/engine.js';

// Cards as people write them, with everything the shipped tables and lexicons know: `lines/cards.txt` says what is right.
const FILE = fileURLToPath(new URL('lines/cards.txt', import.meta.url));

interface Row {
  readonly card: string;
  readonly codes: string;
  readonly result: string;
}

function rows(): readonly Row[] {
  const lines = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [card = '', codes = '', result = ''] = line.split(' => ');
    const written = card.replaceAll(/\\u([0-9a-f]{4})/gu, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    return { card: written, codes, result };
  });
}

const parser = createCards({
  lexicons: lexiconsFolder(),
  organisation: { founded: 1900, majors: [] },
  year: 2026,
  content: createContentRules(lexiconsFolder()).rules,
}).card('{name}-{city}-{major}{year}');

function answerTo({ card }: Row): string {
  const { ok, problems, fields, suggestion } = parser.parse(card);
  if (ok) return `ok => ${fields.name} ${fields.city} ${fields.major} ${fields.year}`;
  const codes = problems.map(({ code, field }) => (field === null ? code : `${code}:${field}`));
  return `${codes.join(' ')} => ${suggestion ?? ''}`;
}

describe('the corpus of cards', () => {
  const all = rows();

  it('the empty card lacks everything', () => {
    expect(answerTo({ card: '', codes: '', result: '' })).toBe(
      'missing:name missing:city missing:major missing:year => ',
    );
  });

  it('is read as written down', () => {
    expect(all.length).toBeGreaterThan(700);
    const wrong = all.flatMap((row) => {
      const want = `${row.codes} => ${row.result}`;
      const got = answerTo(row);
      return got === want ? [] : [`${row.card}: ${got}, not ${want}`];
    });
    expect(wrong).toEqual([]);
  });

  it('suggests only what is in order', () => {
    const refused = all.filter((row) => row.codes !== 'ok' && row.result !== '');
    expect(refused.length).toBeGreaterThan(200);
    expect(refused.filter((row) => !parser.parse(row.result).ok)).toEqual([]);
  });
});
