import type { NoticeAnswer, NoticeOptions } from './answer.js';
import { detectNotice } from './detect.js';

/** One line of `qunshao notice`; `id` is there exactly when the input has one. */
export type NoticeLine = { readonly id?: string | number } & Pick<
  NoticeAnswer,
  'notice' | 'score' | 'level' | 'subject' | 'why'
>;

/** The answer as the command line writes it: why, but no evidence. */
export function noticeLine(
  id: string | number | undefined,
  text: string,
  options: NoticeOptions,
): NoticeLine {
  const { notice, score, level, subject, why } = detectNotice(text, options);
  return { ...(id === undefined ? {} : { id }), notice, score, level, subject, why };
}
