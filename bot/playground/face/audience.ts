import type { FeedLine } from '../puppet/feed.js';
import type { World } from '../puppet/world.js';
import type { Reasons } from './reasons.js';
import type { Screen } from './screen.js';

/** Whoever looks on: sees everybody's screens and the reasons, or exactly what one person sees. */
export interface Audience {
  /** Through the eyes of one person; null: of all. */
  watch(personId: string | null): void;
  note(text: string): void;
  reason(text: string): void;
}

/** How much of the past is shown again to somebody whose eyes are borrowed. */
const BACK = 8;

export function createAudience(world: World, { screen, reasons, print }: AudienceParts): Audience {
  let watched: string | null = null;
  const reason = (text: string): void => {
    if (watched === null) print(screen.reason(text));
  };
  world.feed.subscribe((line) => {
    const why = reasonFor(world, reasons, line);
    if (watched !== null && !line.seenBy.includes(watched)) return;
    print(screen.feed(line));
    if (why !== null) reason(why);
  });
  return {
    reason,
    note(text) {
      if (watched === null) print(screen.note(text));
    },
    watch(personId) {
      watched = personId;
      if (personId === null) return print(screen.tell('好的,又看得到所有人的屏幕了。', 'faint'));
      const name = world.state.people.get(personId)?.name ?? personId;
      print(screen.tell(`从现在起只看 ${name} 看得到的(“视角 全部”恢复)。刚才看到:`, 'faint'));
      for (const line of world.feed.seenBy(personId).slice(-BACK)) print(screen.feed(line));
    },
  };
}

export interface AudienceParts {
  readonly screen: Screen;
  readonly reasons: Reasons;
  readonly print: (text: string) => void;
}

function reasonFor(world: World, reasons: Reasons, line: FeedLine): string | null {
  const { botId } = world;
  if (line.fromId !== botId && line.kind !== 'leave') return null;
  const target = line.roomId ?? line.seenBy.find((id) => id !== botId);
  return target === undefined ? null : reasons.take(target);
}
