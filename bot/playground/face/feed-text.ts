import type { FeedLine } from '../puppet/feed.js';
import type { World } from '../puppet/world.js';
import { ROOM } from '../scene/alumni.js';

/** Who says it to whom: `张伟-北京-机械03级`, `群哨 → 王建国(私聊)`, `【另一个群】群哨`. */
export function headOf(world: World, line: FeedLine): string {
  const { state, botId } = world;
  const from = line.fromId ?? '';
  if (line.roomId === null) {
    const name = (id: string): string => (id === botId ? '群哨' : (state.people.get(id)?.name ?? id));
    const to = line.seenBy.find((id) => id !== from) ?? '';
    return `${name(from)} → ${name(to)}(私聊)`;
  }
  const room = line.roomId === ROOM ? '' : `【${state.rooms.get(line.roomId)?.topic ?? ''}】`;
  return `${room}${line.name}`;
}

export function bodyOf({ state }: World, line: FeedLine): string {
  const content = line.messageId === null ? undefined : state.messages.get(line.messageId)?.content;
  if (content?.kind === 'link') return `[链接] ${content.title} ${content.url}`;
  if (content?.kind === 'contact-card') return `[名片] ${state.people.get(content.personId)?.name ?? ''}`;
  return line.text;
}

/** Where not all of the group see a line, it says who does. */
export function systemText(world: World, line: FeedLine): string {
  const { rooms } = world.state;
  const everybody = line.roomId === null ? null : (rooms.get(line.roomId)?.seats.size ?? 0);
  if (everybody !== null && line.seenBy.length >= everybody) return line.text;
  const names = line.seenBy.map((id) =>
    id === world.botId ? '群哨' : (world.state.people.get(id)?.name ?? id),
  );
  return `${line.text}(只有 ${names.join('、')} 看到)`;
}
