import type { Certainty, Evidence } from '../model/finding.js';
import type { MessageKind } from '../model/message.js';

/** In whose name the text speaks: the whole organisation (总会, 学校) or one of its branches or groups (分会, 本群). */
export type NoticeLevel = 'organisation' | 'branch';

/** Names that make a text speak for the organisation, e.g. `{ name: '武汉轻工大学校友总会', words: ['轻工大'] }`. */
export interface NoticeOrganisation {
  readonly name: string;
  readonly words: readonly string[];
}

export interface NoticeOptions {
  readonly organisation: NoticeOrganisation;
  /** How the text was posted; a platform announcement (`group-notice`) weighs by itself. */
  readonly kind?: MessageKind;
  /** Title of the forwarded link or file. */
  readonly title?: string | null;
}

/**
 * Does a text pose as an official notice (clauses E三2(7), EM7(九))? `score` is 0…1, `notice` is `score >= 0.5`.
 * `level` and `subject` are null exactly when `notice` is false. `why` names, in Chinese, what spoke for and against it.
 * `evidence` lies in the text handed in; a sign found in the title alone has none.
 */
export interface NoticeAnswer {
  readonly notice: boolean;
  readonly score: number;
  readonly level: NoticeLevel | null;
  readonly subject: string | null;
  readonly why: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** From here on a person would not doubt it. Below, the owner is asked first (clause 4.1). */
const CLEAR_SCORE = 0.9;

/** `confirmed` where the pose is clear, `suspected` where it is doubtful. Meaningful only for a notice. */
export function certainty(answer: NoticeAnswer): Certainty {
  return answer.notice && answer.score >= CLEAR_SCORE ? 'confirmed' : 'suspected';
}
