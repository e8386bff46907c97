import type { Channel } from '../core/judge/channel.js';
import type { Example } from './example.js';

/** An n-gram that fewer lines hold teaches nothing but these lines. A line from life counts for more than an expanded one. */
const LEAST = 8;
const FROM_LIFE = 3;
const COUNTERS = 1 << 24;

/** Examples as rows of feature numbers. Row `i` is `features[offsets[i]] … features[offsets[i + 1] - 1]`. */
export interface Encoded {
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  /** 1 / √(number of n-grams, learned or not). */
  readonly shares: Float64Array;
  /** Feature number → the hash of its n-gram. */
  readonly hashes: readonly number[];
}

/** Numbers the n-grams that several lines hold and writes every line in these numbers. */
export function encode(examples: readonly Example[], channel: Channel): Encoded {
  const counters = new Uint8Array(COUNTERS);
  for (const { text, origin } of examples) {
    const worth = origin === 'grammar' ? 1 : FROM_LIFE;
    for (const hash of new Set(channel.features(text).hashes)) {
      const at = hash >>> 8;
      counters[at] = Math.min(LEAST, (counters[at] ?? 0) + worth);
    }
  }
  const numbers = new Map<number, number>();
  const features: number[] = [];
  const offsets = new Int32Array(examples.length + 1);
  const shares = new Float64Array(examples.length);
  for (const [row, { text }] of examples.entries()) {
    const { hashes, count } = channel.features(text);
    for (const hash of hashes) {
      if (counters[hash >>> 8] === LEAST) features.push(numberOf(hash, numbers));
    }
    offsets[row + 1] = features.length;
    shares[row] = 1 / Math.sqrt(count);
  }
  return { features: Int32Array.from(features), offsets, shares, hashes: [...numbers.keys()] };
}

function numberOf(hash: number, numbers: Map<number, number>): number {
  const known = numbers.get(hash);
  if (known !== undefined) return known;
  numbers.set(hash, numbers.size);
  return numbers.size - 1;
}
