import { nearestName } from '../../../src/core/command/parse.js';
import type { World } from '../puppet/world.js';
import { BadLine } from './order.js';

/** Finds people by id, name or card; the first part of a card is enough where only one has it. */
export interface People {
  find(typed: string): string | null;
  /** @throws BadLine where nobody or several are meant, or the bot itself */
  actor(typed: string): string;
  /** @throws BadLine as `actor`, and where the person is not in the room */
  member(typed: string): string;
  isIn(id: string): boolean;
  nameOf(id: string): string;
  /** Those whom `@名字` in a text means. */
  mentioned(text: string): readonly string[];
}

export function createPeople(world: World, roomId: string): People {
  const { state } = world;
  const cardOf = (id: string): string => state.rooms.get(roomId)?.seats.get(id)?.card ?? '';
  const labels = (id: string): readonly string[] =>
    [state.people.get(id)?.name ?? '', cardOf(id)].filter((one) => one !== '');
  const matches = (typed: string): readonly string[] => {
    const ids = [...state.people.keys()];
    if (state.people.has(typed)) return [typed];
    const exact = ids.filter((id) => labels(id).includes(typed));
    if (exact.length > 0) return exact;
    return ids.filter((id) => labels(id).some((label) => label.startsWith(typed)));
  };
  const people: People = {
    find: (typed) => matches(bare(typed))[0] ?? null,
    actor(typed) {
      const found = matches(bare(typed));
      const [id] = found;
      if (id === undefined)
        throw new BadLine(
          nobody(
            typed,
            [...state.people.values()].map(({ name }) => name),
          ),
        );
      if (found.length > 1)
        throw new BadLine(`“${typed}”有 ${found.length} 位,请写全名片:${found.map(shown).join('、')}`);
      if (id === world.botId) throw new BadLine('群哨自己会说话,不用替它说。');
      return id;
    },
    member(typed) {
      const id = people.actor(typed);
      if (!people.isIn(id))
        throw new BadLine(`${people.nameOf(id)} 不在群里。请进来:加入 ${people.nameOf(id)}`);
      return id;
    },
    isIn: (id) => state.rooms.get(roomId)?.seats.has(id) === true,
    nameOf: (id) => state.people.get(id)?.name ?? id,
    mentioned(text) {
      const seats = [...(state.rooms.get(roomId)?.seats.keys() ?? [])];
      return seats.filter((id) => labels(id).some((label) => text.includes(`@${label}`)));
    },
  };
  const shown = (id: string): string => state.shownName(id, roomId);
  return people;
}

function bare(typed: string): string {
  return typed.replace(/^@/u, '');
}

function nobody(typed: string, names: readonly string[]): string {
  const nearest = nearestName(typed, names);
  return nearest === null
    ? `没有叫“${typed}”的人。看看有谁:成员;请进来:加入 ${typed}`
    : `没有叫“${typed}”的人。是不是“${nearest}”?`;
}
