import type { CodesAnswer, CodeTask } from '../../model/answers/codes.js';
import { caseLine, withOthers } from '../case-line.js';
import { mask, nameOf } from '../mask.js';
import type { Texts } from '../texts.js';

export const CODES_ANSWERS: Texts<CodesAnswer> = {
  codes: (answer) => [...ABOUT[answer.about](answer), ...casesLines(answer)].join('\n'),
};

const ABOUT: Readonly<Record<CodesAnswer['about'], (answer: CodesAnswer) => readonly string[]>> = {
  asked: ({ codes }) => [
    '请把码一起发来,我现在还没有做:',
    ...codes.map(
      ({ code, seconds, task }) =>
        `${taskText(task)}:请在${seconds}秒内回 /确认 ${code};不要了回 /驳回 ${code}`,
    ),
  ],
  dropped: ({ codes }) => [`好的,不做了:${tasksText(codes)}。`],
  lapsed: ({ codes }) => [`刚才的确认码过时了,没有做:${tasksText(codes)}。还要的话请把命令再发一次。`],
};

function tasksText(codes: CodesAnswer['codes']): string {
  return codes.map(({ task }) => taskText(task)).join(';');
}

function taskText(task: CodeTask): string {
  switch (task.kind) {
    case 'removal':
      return `移出 ${nameOf(task.name)}`;
    case 'setting':
      return `改“${nameOf(task.name)}”`;
    case 'reverse-word':
      return `撤销只因“${mask(task.word)}”立的案件`;
    case 'offboard':
      return `${nameOf(task.name)} 离任,从${task.count}个群移出`;
  }
}

const MOST_CASES = 5;

function casesLines({ cases, together, timezone }: CodesAnswer): readonly string[] {
  const [first] = cases;
  if (first === undefined) return [];
  const more = cases.length > MOST_CASES ? `(共${cases.length}件,全部:/案件)` : '';
  return [
    `另有等您定夺的案件${more},请回编号,比如 /确认 ${first.id} 或 /驳回 ${first.id}:`,
    ...cases
      .slice(0, MOST_CASES)
      .map((one) => `${caseLine(one, timezone)}${withOthers(together[one.id] ?? [])}`),
  ];
}
