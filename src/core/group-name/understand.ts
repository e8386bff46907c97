import { type LooseTools, readLoosely, strayProblems, type Token } from './loose.js';
import type { GroupNameProblem } from './name.js';
import type { GroupNameField, GroupNameFields, Part } from './parts.js';
import type { FieldReaders } from './readers.js';
import { badNumber, extraText, missingField, missingText, unknownField, wrongOrder } from './sentences.js';

/** One template, made ready. */
export interface Shape {
  readonly parts: readonly Part[];
  readonly described: string;
  readonly readers: FieldReaders;
  readonly tools: LooseTools;
}

/** `certain`: nothing is left over that may mean something, so a proposal loses nothing. */
export interface Understood {
  readonly fields: GroupNameFields;
  readonly problems: readonly GroupNameProblem[];
  readonly certain: boolean;
}

/** What a name that is not written by the template wants to say, and everything that is wrong with it. */
export function understand(text: string, shape: Shape): Understood {
  const tokens = readLoosely(text, shape.tools);
  const slots = shape.parts.map((part) => slotOf(part, tokens, shape));
  const used = new Set(slots.flatMap((slot) => slot.tokens));
  const left = tokens.filter((token) => !used.has(token));
  const unknown = slots.some((slot) => slot.isOpen)
    ? left.find((token) => token.kind === 'other')
    : undefined;
  const spare = left.filter((token) => token !== unknown);
  const problems = [
    ...slots.flatMap((slot) => problemsOf(slot, unknown !== undefined)),
    ...strayProblems(text).filter(({ code }) => code !== 'extra' || spare.length === 0),
    ...(isOrdered(slots) ? [] : [wrongOrder(shape.described)]),
    ...(spare.length > 0 ? [extraText()] : []),
  ];
  return {
    fields: Object.assign({}, ...slots.map((slot) => slot.fields)),
    problems: problems.length > 0 ? problems : [wrongOrder(shape.described)],
    certain:
      slots.some(isRecognised) && left.every((token) => token.kind === 'filler' || isRepeated(token, used)),
  };
}

/** At least some of the fixed words: of a name that has none of them nothing is proposed. */
function isRecognised({ part, tokens }: Slot): boolean {
  return part.kind === 'text' && tokens.length > 0;
}

/** Said twice: nothing is lost where the second is left out. */
function isRepeated(token: Token, used: ReadonlySet<Token>): boolean {
  return [...used].some((one) => one.kind === token.kind && one.value === token.value);
}

/** One part of the template and what of the name belongs to it. */
interface Slot {
  readonly part: Part;
  readonly tokens: readonly Token[];
  readonly fields: GroupNameFields;
  /** A required field for which nothing was found. */
  readonly isOpen: boolean;
}

function slotOf(part: Part, tokens: readonly Token[], { readers }: Shape): Slot {
  if (part.kind === 'text') {
    const mine = tokens.filter((token) => token.kind === 'fixed' && token.value === part.text);
    return { part, tokens: mine, fields: {}, isOpen: false };
  }
  const all = tokens.filter((token) => token.kind === KINDS[part.field]);
  const mine = all.filter((token, index) => index === 0 || isBeside(token, all[index - 1], tokens));
  const value = mine.map((token) => token.value).join('');
  const isSound =
    mine.length === 1 || (part.field !== 'number' && mine.length > 1 && readers[part.field](value));
  if (!isSound) return { part, tokens: [], fields: {}, isOpen: !part.optional };
  return { part, tokens: mine, fields: { [part.field]: value }, isOpen: false };
}

function isBeside(token: Token, before: Token | undefined, tokens: readonly Token[]): boolean {
  return before !== undefined && tokens.indexOf(token) === tokens.indexOf(before) + 1;
}

/** The other fields are read only where everything else is as the template has it. */
const KINDS: Readonly<Partial<Record<GroupNameField, Token['kind']>>> = {
  place: 'place',
  city: 'place',
  industry: 'industry',
  number: 'number',
};

function problemsOf({ part, tokens, isOpen }: Slot, hasUnknown: boolean): readonly GroupNameProblem[] {
  if (part.kind === 'text') {
    const isExact = tokens.length === 1 && tokens[0]?.exact === true;
    return isExact ? [] : [missingText(part.text)];
  }
  if (isOpen) return [hasUnknown ? unknownField(part.field) : missingField(part.field)];
  return part.field === 'number' && tokens.some((token) => !token.exact) ? [badNumber()] : [];
}

function isOrdered(slots: readonly Slot[]): boolean {
  const starts = slots.flatMap((slot) => slot.tokens.slice(0, 1).map((token) => token.start));
  return starts.every((start, index) => index === 0 || start >= (starts[index - 1] ?? 0));
}
