/** `good`: in order. `care`: works, but should be looked at. `bad`: does not work. */
export type State = 'good' | 'care' | 'bad';

/** One thing that was looked at. `mend`: what to do; null where nothing needs doing. */
export interface Row {
  readonly area: string;
  readonly state: State;
  readonly text: string;
  readonly mend: string | null;
}

export function good(area: string, text: string): Row {
  return { area, state: 'good', text, mend: null };
}

export function care(area: string, text: string, mend: string): Row {
  return { area, state: 'care', text, mend };
}

/** `mend` null: the text says it already. */
export function bad(area: string, text: string, mend: string | null): Row {
  return { area, state: 'bad', text, mend };
}

const WORDS: Readonly<Record<State, string>> = { good: '好  ', care: '要注意', bad: '不行' };

/** One line: 不行 数据库:磁盘已满;请腾出空间后再试 */
export function lineOf({ area, state, text, mend }: Row): string {
  const told = text.replaceAll('\n', ' ');
  return `${WORDS[state]} ${area}:${told}${mend === null ? '' : `。→ ${mend}`}`;
}
