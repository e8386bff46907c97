import { tellPerson } from './tell.js';
import type { Action, Outcome, Recall, Remove } from '../core/model/action.js';
import { dangerTold } from '../core/policy/incident-actions.js';

/** What an outcome calls for: a removal is told; one that was refused becomes a request to the owner. */
export function followUps(action: Action, outcome: Outcome, groupName: string): readonly Action[] {
  if (action.kind === 'remove')
    return outcome.kind === 'done' ? removalTold(action) : asked(action, outcome, groupName);
  if (action.kind === 'rename' && outcome.kind === 'refused')
    return [tellPerson(action.groupId, action.by, { kind: 'rename-by-hand', groupName, name: action.name })];
  if (action.kind === 'recall') return recallTold(action, outcome);
  if (outcome.kind === 'refused' && (action.kind === 'request' || action.kind === 'alert'))
    return unreachable(action);
  return [];
}

function recallTold({ groupId, about, sender }: Recall, outcome: Outcome): readonly Action[] {
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
  const ask = outcome.reason === 'brake' ? 'removal' : 'hand-removal';
  return [{ kind: 'request', to: owner, ask, groupId, about, member, ...told }];
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
