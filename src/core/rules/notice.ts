import type { Evidence, Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import { certainty, type NoticeAnswer, type NoticeOrganisation } from '../notice/answer.js';
import { levelNeeded } from '../notice/claim.js';
import { detectNotice } from '../notice/detect.js';
import { isSafetyWarning } from '../notice/safety.js';
import type { NoticeClaim } from '../policy/authority.js';
import { judgedText, type Rule } from './rule.js';

/** The id under which a warning of danger is recorded: it is never called false before the group. */
export const SAFETY_RULE = 'notice-safety';
/** A copy of a published notice with another account, amount, date or link. */
export const COPY_RULE = 'notice-copy';

/**
 * A message that poses as an official notice (clause 4.1). Whether its author may issue one is decided where roles are known.
 */
export function noticeRule(organisation: NoticeOrganisation): Rule {
  return {
    id: 'notice',
    clauses: ['E三2(7)', 'EM7(九)'],
    message: (message) => {
      const answer = readNotice(message, organisation);
      return answer.notice ? [findingOf(answer, message)] : [];
    },
  };
}

function readNotice(message: Message, organisation: NoticeOrganisation): NoticeAnswer {
  return detectNotice(judgedText(message), { organisation, kind: message.kind, title: message.title });
}

/** Title and words together: what is entered in the register and compared with it. */
export function noticeText({ title, text }: Message): string {
  return title === null || title === '' || text.includes(title) ? text : `${title}\n${text}`.trim();
}

/** What a notice claims: whose authority, on what. */
export function claimOf(message: Message, groupName: string, organisation: NoticeOrganisation): NoticeClaim {
  const { level, subject } = readNotice(message, organisation);
  return { level: levelNeeded({ level, text: noticeText(message), groupName }, organisation), subject };
}

/** A warning of danger, or a conversation passed on, is never more than a question to the owner, however official it looks. */
function findingOf(answer: NoticeAnswer, message: Message): Finding {
  const safety = isSafetyWarning(noticeText(message));
  return {
    rule: safety ? SAFETY_RULE : 'notice',
    category: 'notice',
    certainty: safety || message.kind === 'chat-history' ? 'suspected' : certainty(answer),
    clause: answer.level === 'organisation' ? 'E三2(7)' : 'EM7(九)',
    score: answer.score,
    evidence: [...opening(judgedText(message)), ...answer.evidence],
  };
}

const OPENING_UNITS = 24;

/** The first words: what the owner knows the post by. */
function opening(text: string): readonly Evidence[] {
  const start = text.search(/\S/u);
  if (start < 0) return [];
  const line = /^[^\n]*/u.exec(text.slice(start, start + OPENING_UNITS))?.[0] ?? '';
  // Half a character at the end is none.
  const found = line.replace(/[\ud800-\udbff]$/u, '').trimEnd();
  return [{ start, end: start + found.length, text: found, term: 'opening' }];
}
