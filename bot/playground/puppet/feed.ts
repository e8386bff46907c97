import type { Happening } from './happening.js';
import { Log } from './log.js';
import { summary, type Utterance } from './message.js';
import type { WorldState } from './world-state.js';

type FeedKind =
  'message' | 'recall' | 'join' | 'leave' | 'topic' | 'announcement' | 'invitation' | 'friendship';

/**
 * One line on the screens of those in `seenBy`. `fromId` is null for lines of the system. `roomId` is null in private chats.
 * `messageId` is that of the message shown or, for a recall, of the message taken back. `name` is how the room saw `fromId`.
 */
export interface FeedLine {
  readonly number: number;
  readonly at: number;
  readonly kind: FeedKind;
  readonly roomId: string | null;
  readonly fromId: string | null;
  readonly name: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly messageId: string | null;
  readonly seenBy: readonly string[];
}

/** What every person, the bot included, sees on the screen, in order. */
export class Feed extends Log<FeedLine> {
  constructor(world: WorldState) {
    super();
    world.subscribe((happening) => {
      const sketch = sketchOf(world, happening);
      if (sketch !== null) this.push({ ...BLANK, ...sketch, number: this.entries.length + 1 });
    });
  }

  seenBy(personId: string): readonly FeedLine[] {
    return this.entries.filter((line) => line.seenBy.includes(personId));
  }
}

const BLANK = { roomId: null, fromId: null, name: '', mentions: [], messageId: null } as const;

type Sketch = Pick<FeedLine, 'kind' | 'at' | 'text' | 'seenBy'> & Partial<FeedLine>;

/** Null: nobody is shown anything, as when a card changes. */
function sketchOf(world: WorldState, h: Happening): Sketch | null {
  switch (h.kind) {
    case 'message':
      return messageLine(world, h.message);
    case 'recall':
      return recallLine(world, h.notice, h.original.id);
    case 'join':
      return { ...placed(world, h), kind: 'join', text: joinText(world, h) };
    case 'leave':
      return leaveLine(world, h);
    case 'topic':
      return {
        ...placed(world, h),
        kind: 'topic',
        text: `${quoted(world, h.byId, h.roomId)}修改群名为“${h.after}”`,
      };
    case 'announcement':
      return { ...placed(world, h), kind: 'announcement', text: `群公告\n${h.text}` };
    case 'invitation': {
      const { at, fromId, roomId } = h.invitation;
      const text = `${quoted(world, fromId, roomId)}邀请你加入群聊“${world.room(roomId).topic}”`;
      return { kind: 'invitation', at, text, seenBy: [fromId, world.botId] };
    }
    case 'friend-request': {
      const { at, fromId, hello } = h.request;
      return {
        kind: 'friendship',
        at,
        text: `${quoted(world, fromId, null)}请求添加你为朋友：${hello}`,
        seenBy: [world.botId],
      };
    }
    case 'friend': {
      const text = `${quoted(world, world.botId, null)}通过了${quoted(world, h.request.fromId, null)}的朋友验证请求`;
      return { kind: 'friendship', at: h.at, text, seenBy: [h.request.fromId, world.botId] };
    }
    case 'card':
    case 'roles':
    case 'person':
      return null;
  }
}

function placed(world: WorldState, { roomId, at }: { roomId: string; at: number }) {
  return { roomId, at, seenBy: [...world.room(roomId).seats.keys()] };
}

function quoted(world: WorldState, personId: string, roomId: string | null): string {
  return `“${world.shownName(personId, roomId)}”`;
}

function messageLine(world: WorldState, message: Utterance): Sketch {
  const { id, at, fromId, conversationId, content } = message;
  const room = world.rooms.get(conversationId);
  return {
    kind: 'message',
    at,
    fromId,
    roomId: room?.id ?? null,
    name: world.shownName(fromId, room?.id ?? null),
    text: summary(content),
    mentions: content.kind === 'text' ? content.mentions : [],
    messageId: id,
    seenBy: room === undefined ? [fromId, conversationId] : [...room.seats.keys()],
  };
}

function recallLine(world: WorldState, notice: Utterance, messageId: string): Sketch {
  const line = messageLine(world, notice);
  return {
    ...line,
    kind: 'recall',
    fromId: null,
    messageId,
    text: `“${line.name ?? ''}”撤回了一条消息`,
    name: '',
  };
}

function joinText(
  world: WorldState,
  h: { roomId: string; memberId: string; inviterId: string | null },
): string {
  const newcomer = quoted(world, h.memberId, h.roomId);
  if (h.inviterId === null) return `${newcomer}加入了群聊`;
  return `${quoted(world, h.inviterId, h.roomId)}邀请${newcomer}加入了群聊`;
}

/** WeChat shows a removal to the one removed and to the remover, a departure to the owner and the administrators only. */
function leaveLine(world: WorldState, h: Extract<Happening, { kind: 'leave' }>): Sketch {
  const { roomId, at, memberId, byId } = h;
  const leaver = `“${h.shownAs}”`;
  if (byId !== memberId) {
    const text = `${quoted(world, byId, roomId)}将${leaver}移出了群聊`;
    return { kind: 'leave', roomId, at, text, seenBy: [byId, memberId] };
  }
  const { ownerId, adminIds } = world.room(roomId);
  return {
    kind: 'leave',
    roomId,
    at,
    text: `${leaver}退出了群聊`,
    seenBy: [...new Set([ownerId, ...adminIds])],
  };
}
