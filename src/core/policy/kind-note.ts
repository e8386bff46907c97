import type { About, Action, Person } from '../model/action.js';
import type { Category } from '../model/category.js';
import type { Finding } from '../model/finding.js';
import type { ConductTelling, FloodReason, OffTopicWhat } from '../model/telling/conduct.js';

export interface Noted {
  readonly groupId: string;
  readonly about: About;
  readonly member: Person;
  readonly findings: readonly Finding[];
}

/** A kind word to the author, never a strike: what is flooded, out of hours or off-topic (clauses 7.1, 7.2, 3.18). */
export function kindNote({ groupId, about, member, findings }: Noted): readonly Action[] {
  const term = findings.find((finding) => finding.category === about.category)?.evidence[0]?.term ?? '';
  const telling = tellingOf(about.category, term, about.caseId);
  if (telling === null) return [];
  return [
    {
      kind: 'tell',
      groupId,
      to: null,
      mentions: [member],
      about,
      urgency: 'daytime',
      audience: 'moderation',
      telling,
    },
  ];
}

const FLOOD: readonly FloodReason[] = ['burst', 'repeat', 'mentions', 'system-line', 'crash'];
const OFF_TOPIC: readonly OffTopicWhat[] = ['links', 'articles', 'images', 'chatter'];

/** The term of the evidence says what is the matter: see `core/conduct`. */
function tellingOf(category: Category, term: string, caseId: number): ConductTelling | null {
  switch (category) {
    case 'flood':
      return { kind: 'slow-down', reason: FLOOD.find((one) => one === term) ?? 'burst', caseId };
    case 'quiet-hours': {
      const [kind, hours = ''] = term.split(' ');
      if (kind === 'pause') return { kind: 'pausing', caseId };
      return { kind: kind === 'off-work' ? 'off-work' : 'rest-hours', hours, caseId };
    }
    case 'off-topic':
      return { kind: 'work-only', what: OFF_TOPIC.find((one) => one === term) ?? 'chatter', caseId };
    default:
      return null;
  }
}
