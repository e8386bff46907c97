import type { Person } from '../../core/model/action.js';
import type { RegisterEventKind } from '../../core/model/register.js';
import { officeOf, type Role } from '../../core/policy/authority.js';
import type { Records } from '../../ports.js';
import type { Call } from '../commands/command.js';
import { appointedOf } from '../groups.js';
import { tellPerson } from '../tell.js';
import { change } from './change.js';

/** The office that a member holds in the group of the call, rights suspended or not. */
export function officeIn({ desk, state }: Call, id: string): Role {
  return officeOf(id, state.group, appointedOf(desk.deps, state.settings));
}

export interface OfficeChange {
  readonly kind: RegisterEventKind;
  readonly member: Person;
  /** What the person hears; null: nothing. */
  readonly telling: 'appointed' | 'dismissed' | 'rights-suspended' | 'rights-restored' | null;
  /** Settings by key, as they are to be. */
  readonly settings: Readonly<Record<string, readonly string[] | string>>;
}

/** Changes who has a say: settings, register, audit and the word to the person, together. */
export async function changeOffice(call: Call, made: OfficeChange): Promise<void> {
  const { desk, state, actorId } = call;
  const { member, telling, kind } = made;
  const groupName = state.group.name;
  const isTold = telling !== null && member.id !== actorId;
  const actions = isTold ? [tellPerson(state.group.id, member, { kind: telling, groupName })] : [];
  await change(call, { kind, memberId: member.id, detail: '', actions }, (records) =>
    putSettings(records, state.group.id, made.settings),
  );
  await desk.groups.reload(state);
}

export async function putSettings(
  records: Records,
  groupId: string,
  settings: OfficeChange['settings'],
): Promise<void> {
  for (const [key, value] of Object.entries(settings))
    await records.putSetting(groupId, key, typeof value === 'string' ? value : value.join(','));
}
