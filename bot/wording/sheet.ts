import { CATEGORIES } from '../../src/core/model/category.js';
import { render } from '../../src/core/wording/action.js';
import { answerText } from '../../src/core/wording/answer.js';
import { categoryName } from '../../src/core/wording/names.js';
import { tellingText } from '../../src/core/wording/telling.js';
import type { Action } from '../../src/core/model/action.js';
import { ACTIONS } from './examples/actions.js';
import { ANSWERS } from './examples/answers.js';
import { OPERATOR_LINES } from './examples/operator.js';
import { TELLINGS } from './examples/tellings.js';
import { ANSWER_READERS } from './answer-readers.js';
import { ACTION_READERS, READERS, type Reader, TELLING_READERS } from './readers.js';

/** Every sentence of one kind, as somebody would read it: rendered from example data, each once. */
export interface Entry {
  /** Where it comes from: `action`, `telling`, `answer` or `operator`, and the kind. */
  readonly source: string;
  readonly reader: Reader;
  readonly texts: readonly string[];
}

/** Every sentence that a person can see. */
export function allEntries(): readonly Entry[] {
  return [...actions(), ...byCategory(), ...tellings(), ...answers(), ...operatorLines()].filter(
    ({ texts }) => texts.length > 0,
  );
}

/** The same, by who reads it. */
export function entriesByReader(): readonly {
  readonly reader: Reader;
  readonly entries: readonly Entry[];
}[] {
  const all = allEntries();
  return READERS.map((reader) => ({ reader, entries: all.filter((one) => one.reader === reader) }));
}

function actions(): readonly Entry[] {
  return Object.values(ACTIONS).flatMap((examples) => {
    const made: readonly Action[] = examples('advertising');
    const kind = made[0]?.kind;
    const reader = kind === undefined ? 'deed' : ACTION_READERS[kind];
    if (reader === 'deed' || reader === 'other') return [];
    return [entry(`action ${kind}`, reader, made.map(textOf))];
  });
}

function textOf(action: Action): string {
  return render(action)?.text ?? '';
}

/** The first warning for each category: the name of the offence and the rule stand in it. */
function byCategory(): readonly Entry[] {
  return CATEGORIES.map((category) =>
    entry(
      `action warn ${category} ${categoryName(category)}`,
      'group',
      ACTIONS.warn(category).slice(0, 1).map(textOf),
    ),
  );
}

function tellings(): readonly Entry[] {
  return Object.values(TELLINGS).flatMap((examples) => {
    const kind = examples[0]?.kind;
    return kind === undefined
      ? []
      : [entry(`telling ${kind}`, TELLING_READERS[kind], examples.map(tellingText))];
  });
}

function answers(): readonly Entry[] {
  return Object.values(ANSWERS).flatMap((examples) => {
    const kind = examples[0]?.kind;
    return kind === undefined
      ? []
      : [entry(`answer ${kind}`, ANSWER_READERS[kind], examples.map(answerText))];
  });
}

function operatorLines(): readonly Entry[] {
  return OPERATOR_LINES.map(({ source, texts }) => entry(source, 'operator', texts));
}

function entry(source: string, reader: Reader, texts: readonly string[]): Entry {
  return { source, reader, texts: [...new Set(texts)] };
}
