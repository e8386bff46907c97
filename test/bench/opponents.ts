import { createRequire } from 'node:module';
import { Converter } from 'opencc-js/t2cn';

/** One pass over the messages; returns the number of hits, so that nothing is optimised away. */
export type Pass = (messages: readonly string[]) => number;

const require = createRequire(import.meta.url);

/** npm aho-corasick 0.1.3 (no types). */
interface AhoCorasick {
  add(word: string, data: string): unknown;
  build_fail(): unknown;
  search(text: string, hit: (word: string, data: readonly string[], offset: number) => void): unknown;
}

export function buildAhoCorasick(words: readonly string[]): AhoCorasick {
  const loaded = require('aho-corasick') as { new (): AhoCorasick };
  const trie = new loaded();
  for (const word of words) trie.add(word, word);
  trie.build_fail();
  return trie;
}

export function ahoCorasickPass(words: readonly string[]): Pass {
  const trie = buildAhoCorasick(words);
  let hits = 0;
  const count = (): void => {
    hits += 1;
  };
  return (messages) => {
    hits = 0;
    for (const text of messages) trie.search(text, count);
    return hits;
  };
}

/** Null where the package is not installed. */
export function monyonePass(words: readonly string[]): Pass | null {
  const loaded = optional('@monyone/aho-corasick/fast') as {
    AhoCorasick: new (words: readonly string[]) => { matchInText(text: string): readonly unknown[] };
  } | null;
  if (loaded === null) return null;
  const machine = new loaded.AhoCorasick(words);
  return (messages) => {
    let hits = 0;
    for (const text of messages) hits += machine.matchInText(text).length;
    return hits;
  };
}

/** Null where the package is not installed. */
export function modernPass(words: readonly string[]): Pass | null {
  type Machine = new (words: readonly string[]) => { search(text: string): readonly unknown[] };
  const loaded = optional('modern-ahocorasick') as Machine | { default: Machine } | null;
  if (loaded === null) return null;
  const machine = new ('default' in loaded ? loaded.default : loaded)(words);
  return (messages) => {
    let hits = 0;
    for (const text of messages) hits += machine.search(text).length;
    return hits;
  };
}

function optional(name: string): unknown {
  try {
    return require(name) as unknown;
  } catch {
    return null;
  }
}

/** What folding in the class table replaces: NFKC, lower case, noise out by expression, traditional to simplified. */
export function makeNormaliser(): (text: string) => string {
  const simplify = Converter({ from: 't', to: 'cn' });
  const noise = /[\p{M}\p{C}\p{Z}\p{S}\p{P}]+/gu;
  return (text) => simplify(text.normalize('NFKC').toLowerCase().replace(noise, ''));
}
