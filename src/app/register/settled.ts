import type { PlannedAction, Rename } from '../../core/model/action.js';
import type { Instant } from '../../core/model/instant.js';
import type { Records } from '../../ports.js';
import type { GroupState } from '../groups.js';
import { formOf } from './form.js';

/** An answer that was given is kept without the phones in it: they stand in the form alone, and go with it. */
export async function withoutPhones(records: Records, { id, action }: PlannedAction): Promise<void> {
  if (action.kind !== 'reply' || action.answer.kind !== 'register') return;
  const { view } = action.answer;
  const posts = view.posts.map((post) => ({ ...post, phone: '' }));
  await records.putDone(id, { ...action, answer: { kind: 'register', view: { ...view, posts } } });
}

/** The bot has renamed a group: known at once, since not every platform tells the one who did it. */
export async function renamed(
  records: Records,
  state: GroupState,
  { name, by, at }: Pick<Rename, 'name' | 'by'> & { readonly at: Instant },
): Promise<void> {
  const groupId = state.group.id;
  const form = await formOf(records, state);
  state.group = { ...state.group, name };
  await records.putGroup({ ...state, left: false });
  if (form.name === name) return;
  await records.putForm({ ...form, name });
  await records.addRegisterEvent({
    groupId,
    at,
    kind: 'renamed',
    actor: by.id,
    memberId: null,
    detail: name,
  });
}
