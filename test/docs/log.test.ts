import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A call of the log, its fields as written, its message. */
const CALL = /\blog\.(?:info|warn|error)\(\s*(\{[^}]*\}|\w+)?,?\s*('[^']*')?/gu;

const files = ['src', 'bot'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);
// Those that pass a call on, as it is.
const PASSED_ON = ['bot/operating/counting-log.ts'];
const calls = files
  .filter((file) => !PASSED_ON.includes(file))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(CALL)].map(([, fields = '', message = '']) => ({
      file,
      fields,
      message,
    })),
  );

const guide = readFileSync('docs/operating.md', 'utf8');
const part = guide.slice(guide.indexOf('## The log'), guide.indexOf('## What the sentences mean'));
const documented = new Set([...part.matchAll(/`([a-zA-Z]+)`/gu)].map(([, name]) => name ?? ''));

describe('the log', () => {
  it('is written to at all', () => expect(calls.length).toBeGreaterThan(20));

  it('every message is a constant: it can be counted and alerted on', () => {
    expect(calls.filter(({ message }) => !/^'[a-z][^']+'$/u.test(message))).toEqual([]);
  });

  it('every field is in the guide for operators', () => {
    const named = calls.flatMap(({ file, fields }) =>
      [...fields.matchAll(/(?:[{,]\s*)([a-zA-Z]+)\s*(?=[:,}])/gu)].map(([, name]) => `${name} (${file})`),
    );
    expect(named.filter((one) => !documented.has(one.split(' ')[0] ?? ''))).toEqual([]);
  });
});
