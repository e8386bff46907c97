import { explain } from '../judge/explain.js';
import type { Judge } from '../judge/judge.js';
import { type JudgeCategory, probabilityOf } from '../judge/model.js';
import { NOTHING } from '../judge/monotony.js';
import type { Aloud } from '../lexicon/aloud.js';
import type { Finding } from '../model/finding.js';
import { lenienceAloud, lenienceOf, MOST_ALOUD } from './lenience.js';
import { placed, type ReadMeant } from './meant.js';

/** Scores of the judge alone: suspected, so never as high as something confirmed. */
export const LOWEST = 0.5;
const HIGHEST = 0.89;
/** What looks so far from everything prohibited, in log-odds, need not be listened to. Nearer ones must: order and sounds show what a disguise hides. */
const FAR = -4.5;
const NONE: readonly Finding[] = [];

export interface Suspecting {
  /** In the order in which they are asked. */
  readonly judges: readonly Judge[];
  /** The last of them where it goes by sounds, and what tells whether a text is written by ear. */
  readonly byEar: { readonly judge: Judge; readonly aloud: Aloud } | null;
  readonly readMeant: ReadMeant;
  /** What the words find in a text and the judges leave standing. */
  readonly readWords: (text: string) => readonly Finding[];
}

/** What the judges suspect of a text in which nothing else was found: as it is written, as it sounds, as it is meant. */
export function makeSuspect(tools: Suspecting): (text: string) => readonly Finding[] {
  const { judges, readMeant, readWords } = tools;
  const last = Float64Array.of(NOTHING);
  const suspectAloud = makeSuspectAloud(tools);
  return (text) => {
    const nearest = nearestTo(judges, text, last);
    const found = nearest < 0 ? suspectAloud(text, last[0] ?? NOTHING) : suspect(judges, text, 0);
    if (found.length > 0) return found;
    for (const meaning of readMeant(text, nearest)) {
      const { kind, reading } = meaning;
      const words = kind === 'mended' ? readWords(reading.text) : NONE;
      const meant =
        words.length > 0 ? words : suspect(judges, reading.text, lenienceOf(meaning, text.length));
      if (meant.length > 0) return meant.map((one) => placed(one, text, reading));
    }
    return NONE;
  };
}

/** What is written by ear: the judge by sounds, so far `above` its threshold, is believed sooner. */
function makeSuspectAloud({ byEar }: Suspecting): (text: string, above: number) => readonly Finding[] {
  return (text, above) => {
    if (byEar === null || above < -MOST_ALOUD) return NONE;
    const lenience = lenienceAloud(byEar.aloud.gain(text));
    return above < -lenience ? NONE : suspect([byEar.judge], text, lenience);
  };
}

/** How near the judges come to holding the text for prohibited; 0 and more: one of them does, or there is none to say no. `last`: the last one by itself, if it was asked. */
function nearestTo(judges: readonly Judge[], text: string, last: Float64Array): number {
  let nearest = judges.length === 0 ? 0 : NOTHING;
  let asked = 0;
  let own = NOTHING;
  // By number, and the last one's answer in a place of its own: this runs for every message.
  while (asked < judges.length) {
    own = judges[asked++]?.nearest(text) ?? NOTHING;
    if (own > nearest) nearest = own;
    if (own >= 0 || own < FAR) break;
  }
  last[0] = asked < judges.length ? NOTHING : own;
  return nearest;
}

/** The first judge that holds the message for prohibited has it. */
function suspect(judges: readonly Judge[], text: string, lenience: number): readonly Finding[] {
  for (const judge of judges) {
    if (judge.nearest(text) < -lenience) continue;
    const margins = judge.margins(text);
    const best = strongest(judge.model.categories, margins, -lenience);
    if (best >= 0) return alone(judge, { text, at: best, margin: margins[best] ?? 0 });
  }
  return NONE;
}

/** Place of the category that stands highest above its review threshold; -1: none reaches its own. */
function strongest(categories: readonly JudgeCategory[], margins: Float64Array, least: number): number {
  let best = -1;
  let most = least;
  for (let at = 0; at < categories.length; at++) {
    const above = (margins[at] ?? 0) - (categories[at]?.review ?? Infinity);
    if (above < most) continue;
    most = above;
    best = at;
  }
  return best;
}

function alone(
  judge: Judge,
  { text, at, margin }: { text: string; at: number; margin: number },
): readonly Finding[] {
  const category = judge.model.categories[at];
  if (category === undefined) return NONE;
  const sure = Math.max(0, 1 - Math.exp(category.review - margin));
  const score = LOWEST + (HIGHEST - LOWEST) * Math.min(sure, probabilityOf(category, margin));
  const evidence = explain(judge, text, at);
  return [
    {
      rule: 'learned',
      category: category.category,
      certainty: 'suspected',
      clause: category.clause,
      score,
      evidence,
    },
  ];
}
