import type { Action, Recall, Remove } from '../core/model/action.js';
import type { Outcome } from '../core/model/outcome.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import { dangerTold } from '../core/policy/incident-actions.js';
import { tellPerson } from './tell.js';

/** What an outcome calls for: a removal is told; one that was refused becomes a request to the owner. */
export function followUps(
  action: Action,
  outcome: Outcome,
  { groupName, now }: { readonly groupName: string; readonly now: Instant },
): readonly Action[] {
  if (action.kind === 'remove')
    return outcome.kind === 'done' ? removalTold(action) : asked(action, outcome, groupName);
  if (action.kind === 'rename' && outcome.kind === 'refused')
    return [tellPerson(action.groupId, action.by, { kind: 'rename-by-hand', groupName, name: action.name })];
  if (outcome.kind === 'refused' && outcome.reason === 'cut-off') return keptBack(action, groupName);
  if (action.kind === 'recall') return recallTold(action, outcome, now);
  if (outcome.kind === 'refused' && (action.kind === 'request' || action.kind === 'alert'))
    return unreachable(action);
  return [];
}

/** The line itself is not said again; that there is something to see is, in other words, when the bot may speak. */
function keptBack(action: Action, groupName: string): readonly Action[] {
  switch (action.kind) {
    case 'request':
    case 'alert':
    case 'removal-report': {
      const telling = { kind: 'kept-back', what: 'case', caseId: action.about.caseId, groupName } as const;
      return [tellPerson(action.groupId, action.to, telling)];
    }
    case 'digest':
      return [tellPerson(action.groupId, action.to, { kind: 'kept-back', what: 'digest', groupName })];
    default:
      return [];
  }
}

function recallTold(action: Recall, outcome: Outcome, now: Instant): readonly Action[] {
  const { groupId, about, sender } = action;
  if (action.asked !== undefined) return notRecalled(action, outcome, now);
  if (about === null || sender === undefined) return [];
  return [dangerTold({ groupId, about, sender }, outcome.kind === 'done' ? 'recalled' : 'still-there')];
}

function removalTold(action: Remove): readonly Action[] {
  const { groupId, about, member, strikes, days, owner } = action;
  const notice: Action = { kind: 'removal-notice', groupId, about, member, strikes };
  return owner === null
    ? [notice]
    : [notice, { kind: 'removal-report', groupId, about, member, strikes, days, to: owner }];
}

function asked(action: Remove, outcome: Outcome, groupName: string): readonly Action[] {
  if (outcome.kind !== 'refused' || action.owner === null) return [];
  const { groupId, about, member, owner, terms, score } = action;
  const told = { terms, score, groupName, leadsTo: 'removal' as const };
  // What the bot could still do is asked for; what it cannot is asked to be done by hand.
  const ask = outcome.reason === 'brake' || outcome.reason === 'late' ? 'removal' : 'hand-removal';
  return [{ kind: 'request', to: owner, ask, groupId, about, member, ...told }];
}

/** People may take back their own words for two minutes; after that only an owner or administrator can, by hand. */
function notRecalled(action: Recall, outcome: Outcome, now: Instant): readonly Action[] {
  const { groupId, about, sender, asked: order } = action;
  if (outcome.kind !== 'refused' || sender === undefined || order === undefined) return [];
  const inTime = now - order.sentAt <= 2 * MINUTE;
  const told = { kind: 'tell', groupId, about, urgency: 'at-once', audience: 'service' } as const;
  return inTime
    ? [{ ...told, to: null, mentions: [sender], telling: { kind: 'recall-please' } }]
    : [{ ...told, to: order.by, mentions: [], telling: { kind: 'recall-by-hand', name: sender.name } }];
}

/** The person cannot be reached in private: a line in the group, without saying what it is about. */
function unreachable(action: Extract<Action, { kind: 'request' | 'alert' }>): readonly Action[] {
  const { groupId, about } = action;
  return [
    {
      kind: 'tell',
      groupId,
      to: null,
      mentions: [],
      about,
      urgency: 'at-once',
      audience: 'moderation',
      telling: { kind: 'befriend' },
    },
  ];
}
