import type { Person } from '../../src/core/model/action.js';
import type { Group } from '../../src/core/model/group.js';
import type { Member } from '../../src/core/model/member.js';
import type { Message } from '../../src/core/model/message.js';
import type { Standing } from '../../src/core/policy/plan.js';
import type { OpenQuestion } from '../../src/core/policy/question.js';
import { AUTHOR, NOW, OWNER } from '../../bot/wording/examples/model.js';
import { DEFAULT_STRIKES } from '../../src/core/policy/settings.js';

export { aCase, aFinding, aStrike, AUTHOR, NOW, OWNER } from '../../bot/wording/examples/model.js';

export const STAFF: Person = { id: 'u0', name: 'u0' };

export function aMember(over: Partial<Member> = {}): Member {
  return { id: 'u5', name: '李雷', card: '李雷-武汉-化学97级', ...over };
}

export function aGroup(over: Partial<Group> = {}): Group {
  return {
    id: 'g1',
    name: '分会群',
    ownerId: 'u1',
    adminIds: ['u2'],
    botRole: 'admin',
    botId: 'bot',
    ...over,
  };
}

export function aMessage(over: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    groupId: 'g1',
    senderId: 'u5',
    at: NOW,
    kind: 'text',
    text: '大家好',
    title: null,
    url: null,
    file: null,
    mentions: [],
    quote: null,
    ...over,
  };
}

/** Whether a member is removed for what is certain, asked by case 1. */
export function aQuestion(over: Partial<OpenQuestion> = {}): OpenQuestion {
  return { caseId: 1, category: 'fraud', leadsTo: 'removal', certainty: 'confirmed', joined: 0, ...over };
}

/** A plain member of a group whose owner is known and in which the bot may remove. */
export function aStanding(over: Partial<Standing> = {}): Standing {
  return {
    groupId: 'g1',
    groupName: '分会群',
    member: AUTHOR,
    exempt: false,
    noRight: 'none',
    strikes: 0,
    pending: null,
    responsible: OWNER,
    staff: [STAFF],
    canRemove: true,
    removal: 'ask',
    ladder: DEFAULT_STRIKES,
    timezone: 'Asia/Shanghai',
    ...over,
  };
}
