import { isInForce } from '../../core/model/register.js';
import type { Overlap } from '../../core/model/telling/register.js';
import type { Deps } from '../deps.js';
import type { Groups, GroupState } from '../groups.js';
import { placeOf } from './branch.js';
import { formOf, sizeLimitOf } from './form.js';

interface Counted {
  readonly place: string;
  readonly name: string;
  readonly limit: number;
  readonly members: readonly string[];
}

/** Several groups of one place of which at least one has room: who is in more than one, and whether one could take all in. */
export async function overlapsOf(deps: Deps, groups: Groups): Promise<readonly Overlap[]> {
  const counted = (await Promise.all(groups.all().map((state) => countedOf(deps, state)))).flat();
  const places = [...new Set(counted.map(({ place }) => place))];
  return places.flatMap((place) => {
    const mine = counted.filter((one) => one.place === place);
    const hasRoom = mine.some(({ members, limit }) => members.length < limit);
    return mine.length > 1 && hasRoom ? [overlapOf(place, mine)] : [];
  });
}

async function countedOf(deps: Deps, state: GroupState): Promise<readonly Counted[]> {
  const form = await formOf(deps.store, state);
  const place = placeOf(deps, form);
  if (place === null || !isInForce(form.standing)) return [];
  const members = await deps.platforms.live.members(state.group.id);
  const people = members.map(({ id }) => id).filter((id) => id !== state.group.botId);
  // An empty list says that the platform could not tell, not that nobody is there.
  if (people.length === 0) return [];
  const plain = deps.places.plain(place) ?? place;
  return [{ place: plain, name: state.group.name, limit: sizeLimitOf(form, state), members: people }];
}

function overlapOf(place: string, groups: readonly Counted[]): Overlap {
  const times = new Map<string, number>();
  for (const id of groups.flatMap(({ members }) => members)) times.set(id, (times.get(id) ?? 0) + 1);
  const people = times.size;
  const bySize = groups.toSorted((a, b) => b.limit - a.limit || b.members.length - a.members.length);
  const into = bySize.find(({ limit }) => people <= limit);
  return {
    place,
    groups: groups.map(({ name, limit, members }) => ({ name, limit, members: members.length })),
    shared: [...times.values()].filter((count) => count > 1).length,
    people,
    into: into?.name ?? null,
  };
}
