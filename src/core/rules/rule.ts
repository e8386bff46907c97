import type { z } from 'zod';
import type { Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import type { Segmenter } from '../text/segmenter.js';
import type { FoldTable } from '../text/fold.js';
import type { Aloud } from '../lexicon/aloud.js';
import type { Mender } from '../lexicon/mend.js';
import type { CompiledLexicon } from '../lexicon/compiled.js';
import type { JudgeModel } from '../judge/model.js';
import type { SoundTable } from '../judge/sounds.js';

/** What rules may lean on: tables made once at start. Nothing here does I/O. */
export interface RuleTools {
  readonly lexicon: CompiledLexicon;
  readonly segmenter: Segmenter;
  readonly folding: FoldTable;
  /** The learned judge; null: there is none. */
  readonly judge: JudgeModel | null;
  /** The judge that goes by sounds; null: there is none. */
  readonly ear: Ear | null;
  /** Reads disguised characters as they are meant; null: nobody does. */
  readonly mender: Mender | null;
}

/** A model of how prohibited messages sound, how characters do, and whether a text is better heard than read. */
export interface Ear {
  readonly model: JudgeModel;
  readonly sounds: SoundTable;
  readonly aloud: Aloud | null;
}

/** What a rule can do once it is made ready: pure and fast. It reports; it does not punish. */
interface RuleHandlers {
  /** Traits (traits.ts) of which a text has to have one for the rule to find anything in it; none named: it looks at every text. */
  readonly needs?: number;
  readonly message: (message: Message) => readonly Finding[];
  /** Looks at what all rules found, and answers what is to stand. Runs after every rule has spoken. */
  readonly refine?: (findings: readonly Finding[], message: Message) => readonly Finding[];
  /** 0 … 0.5: what the rule saw that is too little for a finding. Only for scores that are swept. */
  readonly suspicion?: (message: Message) => number;
}

export interface Rule extends RuleHandlers {
  readonly id: string;
  readonly clauses: readonly string[];
}

/** A rule as written: options checked once, slow work once, then pure handlers. */
export interface RuleDefinition<Options> {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly options: z.ZodType<Options>;
  readonly create: (options: Options, tools: RuleTools) => RuleHandlers;
}

export function defineRule<Options>(definition: RuleDefinition<Options>): RuleDefinition<Options> {
  return definition;
}

/** The text that a message is judged by: what the author wrote, or the title of a link or file without words. */
export function judgedText(message: Message): string {
  return message.text === '' ? (message.title ?? '') : message.text;
}
