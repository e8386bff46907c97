import type { FoldTable } from '../text/fold.js';
import { extendHash, finishHash, gramCount, HASH_SEED, LONGEST, UnitBuffer } from './grams.js';
import { type Judge, makeJudge } from './judge.js';
import type { JudgeModel } from './model.js';
import { soundGramCount, visitSoundGrams } from './sound-grams.js';
import { makeSoundJudge } from './sound-judge.js';
import { SoundBuffer, type SoundTable } from './sounds.js';

/** A way of reading a text: which features it has, and how a model of such features judges. */
export interface Channel {
  readonly features: (text: string) => { readonly hashes: readonly number[]; readonly count: number };
  readonly judge: (model: JudgeModel) => Judge;
}

/** By the characters, in order. */
export function byCharacters(folding: FoldTable): Channel {
  const buffer = new UnitBuffer();
  return {
    features(text) {
      buffer.read(text, folding);
      return { hashes: gramsOf(buffer), count: gramCount(buffer.length) };
    },
    judge: (model) => makeJudge(model, folding),
  };
}

function gramsOf({ units, length }: UnitBuffer): readonly number[] {
  const hashes: number[] = [];
  for (let first = 0; first < length; first++) {
    let hash = HASH_SEED;
    const end = Math.min(length, first + LONGEST);
    for (let last = first; last < end; last++) {
      hash = extendHash(hash, units[last] ?? 0);
      hashes.push(finishHash(hash));
    }
  }
  return hashes;
}

/** By the sounds, in no order. */
export function bySounds(table: SoundTable): Channel {
  const buffer = new SoundBuffer();
  return {
    features(text) {
      buffer.read(text, table);
      const hashes: number[] = [];
      visitSoundGrams(buffer, table.hashes, (hash) => hashes.push(hash));
      return { hashes, count: soundGramCount(buffer.length) };
    },
    judge: (model) => makeSoundJudge(model, table),
  };
}
