import type { Action } from '../core/model/action.js';
import type { Answer } from '../core/model/answer.js';
import { asAsked } from './as-asked.js';
import type { Desk } from './commands/command.js';
import type { GroupState } from './groups.js';
import { isPublic } from './public-answer.js';
import type { Request } from './request.js';

interface Place {
  readonly state: GroupState | null;
  readonly request: Request;
}

/** The answer, where it may be heard. */
export async function reply(desk: Desk, { state, request }: Place, answer: Answer): Promise<void> {
  const inGroup = request.inGroup && isPublic(answer);
  const action: Action = {
    kind: 'reply',
    groupId: state?.group.id ?? null,
    to: inGroup ? null : { id: request.actorId, name: request.actorId },
    caseId: null,
    answer,
  };
  const by = request.inGroup ? {} : asAsked(desk.deps);
  const fresh = { groupId: action.groupId, stage: 'live', dueAt: request.at, ...by, action } as const;
  desk.dispatch.add(await desk.deps.store.plan([fresh], null, request.at));
}
