import type { Case } from '../core/model/case.js';

/** An open case of a member, as far as a question about it needs to be known; an open appeal is left out. */
export interface OpenCase extends Pick<Case, 'id' | 'step' | 'category' | 'subject'> {
  /** It asked nobody: it joined an earlier question. */
  readonly joined: boolean;
}

export interface QuestionRecords {
  /** Oldest first. Cheap, however many they are: no findings are read. */
  openOf(groupId: string, memberId: string): Promise<readonly OpenCase[]>;
}
