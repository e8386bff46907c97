import type { Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import { certainty, type NoticeAnswer, type NoticeOrganisation } from '../notice/answer.js';
import { detectNotice } from '../notice/detect.js';
import { judgedText, type Rule } from './rule.js';

/**
 * A message that poses as an official notice (clause 4.1). Whether its author may issue one is decided where roles are known.
 */
export function noticeRule(organisation: NoticeOrganisation): Rule {
  return {
    id: 'notice',
    clauses: ['E三2(7)', 'EM7(九)'],
    message: (message) => {
      const answer = readNotice(message, organisation);
      return answer.notice ? [findingOf(answer)] : [];
    },
  };
}

export function readNotice(message: Message, organisation: NoticeOrganisation): NoticeAnswer {
  return detectNotice(judgedText(message), { organisation, kind: message.kind, title: message.title });
}

function findingOf(answer: NoticeAnswer): Finding {
  return {
    rule: 'notice',
    category: 'notice',
    certainty: certainty(answer),
    clause: answer.level === 'organisation' ? 'E三2(7)' : 'EM7(九)',
    score: answer.score,
    evidence: answer.evidence,
  };
}
