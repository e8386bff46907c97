import type { Instant } from '../model/instant.js';
import { MINUTE } from '../model/instant.js';

/** How many messages of one member within which time are a flood. */
export interface FloodLimits {
  readonly burst: readonly { readonly messages: number; readonly within: Instant }[];
  /** The same text again: `long` texts from so many letters on. */
  readonly repeat: {
    readonly within: Instant;
    readonly letters: number;
    readonly long: number;
    readonly short: number;
  };
}

/** A lively talker sends one short line in five seconds; twice that for a minute fills everybody's screen. */
const FLOOD_LIMITS: FloodLimits = {
  burst: [
    { messages: 8, within: 15_000 },
    { messages: 16, within: MINUTE },
  ],
  repeat: { within: 10 * MINUTE, letters: 10, long: 4, short: 8 },
};

/** What one member wrote lately: instants and prints of texts, never the texts. */
export interface Trail {
  /** Notes a message and says whether it makes a flood with those before it. */
  add(at: Instant, print: TextPrint): 'burst' | 'repeat' | null;
  /** How many messages the last `within` milliseconds hold, as far as remembered. */
  countSince(since: Instant): number;
}

/** What a text is told by: a hash of its letters and digits, and how many they are. */
export interface TextPrint {
  readonly hash: number;
  readonly letters: number;
}

/** The last so many messages are remembered. */
const KEPT = 16;

export function createTrail(limits: FloodLimits = FLOOD_LIMITS): Trail {
  const times = new Float64Array(KEPT).fill(-Infinity);
  const prints = new Int32Array(KEPT);
  let next = 0;
  const same = (hash: number, since: Instant): number => {
    let count = 0;
    for (let at = 0; at < KEPT; at += 1) {
      if (prints[at] === hash && (times[at] ?? -Infinity) >= since) count += 1;
    }
    return count;
  };
  /** The instant of the message that stands `back` places before the last one noted. */
  const back = (places: number): Instant => times[(next - 1 - places + 2 * KEPT) % KEPT] ?? -Infinity;
  return {
    add(at, { hash, letters }) {
      times[next] = at;
      prints[next] = hash;
      next = (next + 1) % KEPT;
      for (const { messages, within } of limits.burst) {
        if (back(messages - 1) > at - within) return 'burst';
      }
      const { repeat } = limits;
      const most = letters >= repeat.letters ? repeat.long : repeat.short;
      return hash !== 0 && same(hash, at - repeat.within) >= most ? 'repeat' : null;
    },
    countSince(since) {
      let count = 0;
      for (const time of times) if (time >= since) count += 1;
      return count;
    },
  };
}

/** FNV-1a over letters and digits; marks, blanks and pictures do not make a text another one. 0 for a text without any. */
export function printOf(text: string): TextPrint {
  let hash = 0x811c9dc5;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isMark(code)) continue;
    letters += 1;
    // Letter case is no difference.
    hash = Math.imul(hash ^ (code >= 0x41 && code <= 0x5a ? code + 0x20 : code), 0x01000193);
  }
  return { hash: letters === 0 ? 0 : hash | 0, letters };
}

/** Blanks, ASCII and Chinese marks, pictures, what is not seen. */
function isMark(code: number): boolean {
  if (code < 0x30) return true;
  if (code < 0x80) return (code > 0x39 && code < 0x41) || (code > 0x5a && code < 0x61) || code > 0x7a;
  return (
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff0f)
  );
}
