import type { Finding } from '../../core/model/finding.js';
import { type Member, shownName } from '../../core/model/member.js';
import { personFinding } from '../../core/identity/impersonation.js';
import type { Records } from '../../ports.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { blankProfile } from './arrival.js';

/** What is to be asked about one person and several accounts. `subject`: the same matter is asked about once. */
export interface SamePerson {
  readonly findings: readonly Finding[];
  readonly subject: string;
}

const NOTHING: SamePerson = { findings: [], subject: '' };

/**
 * One person with two accounts, or an account that now bears another person's name (clause 1.12): seen by keyed hashes of what stands on
 * cards that are in order. Remembers what this card says for the next time.
 */
export async function samePerson(deps: Deps, state: GroupState, member: Member): Promise<SamePerson> {
  const keys = keysOf(deps, state, member);
  if (keys === null) return NOTHING;
  const groupId = state.group.id;
  const known = await deps.store.profile(groupId, member.id);
  const hasChanged = known !== null && known.nameKey !== null && known.nameKey !== keys.nameKey;
  await remember(deps.store, { groupId, memberId: member.id, keys });
  const shown = shownName(member);
  if (hasChanged)
    return {
      findings: [personFinding(shown, 'changed-hands')],
      subject: `hands:${member.id}:${keys.nameKey}`,
    };
  const isTwice = await isThereTwice(deps, state, { memberId: member.id, identityKey: keys.identityKey });
  if (!isTwice) return NOTHING;
  return { findings: [personFinding(shown, 'two-accounts')], subject: `twice:${keys.identityKey ?? ''}` };
}

/** First sight of a group: whose name is on which card is noted, and nobody is asked about. */
export async function rememberPeople(
  deps: Deps,
  state: GroupState,
  members: readonly Member[],
): Promise<void> {
  await deps.store.transaction(async (records) => {
    for (const member of members) {
      const keys = keysOf(deps, state, member);
      if (keys !== null) await remember(records, { groupId: state.group.id, memberId: member.id, keys });
    }
  });
}

async function remember(
  records: Pick<Records, 'profile' | 'putProfile'>,
  { groupId, memberId, keys }: { readonly groupId: string; readonly memberId: string; readonly keys: Keys },
): Promise<void> {
  const known = await records.profile(groupId, memberId);
  if (known?.nameKey === keys.nameKey && known.identityKey === keys.identityKey) return;
  await records.putProfile({ ...(known ?? blankProfile(groupId, memberId)), ...keys });
}

interface Keys {
  readonly nameKey: string;
  readonly identityKey: string | null;
}

/** Null where the card is not in order: a slip of the pen is no other person. */
function keysOf(deps: Deps, { settings }: GroupState, member: Member): Keys | null {
  const { template, manner } = settings.card;
  if (template === null) return null;
  const { ok, fields } = deps.card(template, manner).parse(shownName(member));
  if (!ok || fields.name === undefined) return null;
  const name = deps.names.simplify(fields.name);
  const nameKey = deps.keyed(name);
  if (fields.major === undefined || fields.year === undefined) return { nameKey, identityKey: null };
  const major = deps.names.majorKey(deps.names.simplify(fields.major));
  return { nameKey, identityKey: deps.keyed(`${name}|${major}|${fields.year}`) };
}

async function isThereTwice(
  deps: Deps,
  { group }: GroupState,
  { memberId, identityKey }: { readonly memberId: string; readonly identityKey: string | null },
): Promise<boolean> {
  if (identityKey === null) return false;
  const others = (await deps.store.profiles(group.id)).filter(
    (one) => one.identityKey === identityKey && one.memberId !== memberId,
  );
  for (const other of others)
    if ((await deps.platforms.live.member(group.id, other.memberId)) !== null) return true;
  return false;
}
