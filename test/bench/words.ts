import { dict } from '@node-rs/jieba/dict.js';
import { createDice, ordinary } from './chat.js';

const LONGEST = 16;
const INJECTED_PERCENT = 1;

/** Lexicons of three sizes, each inside the next, and chat of which one message in a hundred holds a word of all. */
export interface Material {
  readonly words: (size: number) => readonly string[];
  readonly messages: readonly string[];
}

/**
 * Words of two and more characters out of jieba's dictionary, shuffled by a fixed seed, none of which occurs in the
 * chat by itself: an uncurated list would hit every fifth message.
 */
export function makeMaterial(count: number): Material {
  const dice = createDice(20261122);
  const chat = Array.from({ length: count }, () => ordinary(dice));
  const pieces = piecesOf(chat);
  const words = dictionaryWords().filter((word) => !pieces.has(word));
  for (let at = words.length - 1; at > 0; at--) swap(words, at, dice(at + 1));
  const messages = chat.map((text) =>
    dice(100) < INJECTED_PERCENT ? inject(text, words[dice(1000)] ?? '', dice) : text,
  );
  return { words: (size) => words.slice(0, size), messages: messages.map(flat) };
}

function dictionaryWords(): string[] {
  return new TextDecoder()
    .decode(dict)
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((word) => word.length >= 2);
}

function piecesOf(chat: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const text of new Set(chat)) {
    for (let start = 0; start < text.length; start++)
      for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end++)
        pieces.add(text.slice(start, end));
  }
  return pieces;
}

function inject(text: string, word: string, dice: (sides: number) => number): string {
  const at = dice(text.length + 1);
  return text.slice(0, at) + word + text.slice(at);
}

function swap(list: string[], a: number, b: number): void {
  [list[a], list[b]] = [list[b] ?? '', list[a] ?? ''];
}

/** As it comes from a wire: one flat string, not the rope that joining leaves. */
export function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
