import type { Answer } from '../model/answer.js';

interface Numbered {
  readonly id: number;
  readonly answer: Answer;
}

/** What became of each of several numbers: what was done in one line, what was not in a line of its own each. */
export function severalText(answers: readonly Numbered[], textOf: (answer: Answer) => string): string {
  const done = new Map<string, number[]>();
  const others: string[] = [];
  for (const { id, answer } of answers) {
    const what = doneText(answer);
    if (what === null) others.push(withNumber(id, textOf(answer)));
    else done.set(what, [...(done.get(what) ?? []), id, ...togetherOf(answer)]);
  }
  const told = [...done].map(([what, ids]) => `编号 ${ids.join('、')} ${what}`);
  const first = told.length === 0 ? [] : [`好的,${told.join(';')}。${back(done)}`];
  return [...first, ...(others.length > 0 && first.length > 0 ? ['没办成的:'] : []), ...others].join('\n');
}

/** Null: it was not done, or there is more to say about it. */
function doneText(answer: Answer): string | null {
  switch (answer.kind) {
    case 'confirmed':
      return { removal: '正在移出', warning: '已提醒并记过', nothing: '已记录' }[answer.follows];
    case 'rejected':
      return '放过';
    case 'overturned':
      return answer.removed || answer.next !== null ? null : '已撤销';
    default:
      return null;
  }
}

function togetherOf(answer: Answer): readonly number[] {
  if (answer.kind === 'overturned') return answer.along;
  return answer.kind === 'confirmed' || answer.kind === 'rejected' ? answer.together : [];
}

/** A sentence that does not say its number says it first. */
function withNumber(id: number, text: string): string {
  return text.includes(`编号 ${id}`) ? text : `编号 ${id}:${text}`;
}

function back(done: ReadonlyMap<string, readonly number[]>): string {
  const isHarsh = [...done.keys()].some((what) => what === '正在移出' || what === '已提醒并记过');
  return isHarsh ? '若是误会:/撤销 编号' : '';
}
