import type { Action } from '../../core/model/action.js';
import type { RegisterForm } from '../../ports/register.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { tellPerson } from '../tell.js';
import { responsibleOf, sizeLimitOf } from './form.js';

const NEAR = 0.9;

export interface Size {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly members: number;
}

export interface Sized {
  readonly form: RegisterForm;
  readonly actions: readonly Action[];
}

/** The owner hears once when the limit is near and once when it is reached; a new limit begins anew (A12.2). */
export function checkSize({ deps, state, members }: Size, form: RegisterForm): Sized {
  const limit = sizeLimitOf(form, state);
  const to = responsibleOf(deps, state);
  const isFull = members >= limit;
  const isTold = isFull ? form.fullToldAt === limit : form.nearToldAt === limit || form.fullToldAt === limit;
  if (to === null || members < Math.ceil(limit * NEAR) || isTold) return { form, actions: [] };
  const kind = isFull ? 'size-full' : 'size-near';
  const staffed = deps.organisation.admins.length > 0;
  return {
    form: isFull ? { ...form, fullToldAt: limit } : { ...form, nearToldAt: limit },
    actions: [tellPerson(state.group.id, to, { kind, groupName: state.group.name, members, limit, staffed })],
  };
}
