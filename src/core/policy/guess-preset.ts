import type { Preset } from './preset.js';

/** What the words of a group's name say about its kind; the first that fits. */
const SIGNS: readonly (readonly [RegExp, Preset])[] = [
  [/校友|同学会|届|级/u, 'alumni'],
  [/班级|家长|课程|答疑|教学|实验课|[一二三四五六七八九\d]班/u, 'teaching'],
  [/工作|项目|部门|公司|集团|值班|党支部|教研室|办公室|部$|处$|科$/u, 'work'],
];

/** The kind of group that a name suggests; `otherwise` where it says nothing. */
export function guessPreset(name: string, otherwise: Preset): Preset {
  return SIGNS.find(([pattern]) => pattern.test(name))?.[1] ?? otherwise;
}
