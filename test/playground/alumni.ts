import { WechatyBuilder, type Wechaty } from 'wechaty';
import { PuppetPlayground } from '../../bot/playground/puppet/puppet.js';
import { World } from '../../bot/playground/puppet/world.js';
import { listen, listenRaw, type BotEvents } from '../e2e/harness/events.js';

export const ROOM = 'alumni@chatroom';

/** A clock that a test moves by hand. */
export interface Clock {
  ms: number;
}

export interface AlumniOptions {
  readonly recallOthers?: boolean;
  /** What the bot is in the room. Default `admin`. */
  readonly role?: 'admin' | 'member';
}

/** 陈会长 owns the room, 秘书 and (unless asked otherwise) the bot are administrators, Alice and Bob are members, Carol is outside. */
export function alumniWorld(clock: Clock, options: AlumniOptions = {}): World {
  const { recallOthers = false, role = 'admin' } = options;
  const world = new World({ now: () => clock.ms, bot: { id: 'bot', name: '群哨' }, recallOthers });
  world.addContact({ id: 'chen', name: '陈会长' });
  world.addContact({ id: 'secretary', name: '秘书' });
  world.addContact({ id: 'alice', name: 'Alice' });
  world.addContact({ id: 'bob', name: 'Bob' });
  world.addContact({ id: 'carol', name: 'Carol', isFriend: false });
  world.addRoom({
    id: ROOM,
    topic: '校友群',
    ownerId: 'chen',
    adminIds: role === 'admin' ? ['secretary', 'bot'] : ['secretary'],
    members: ['bot', { id: 'alice', card: '艾丽丝-北京-物理-2010' }, 'bob'],
  });
  return world;
}

export interface Alumni {
  readonly clock: Clock;
  readonly world: World;
  readonly puppet: PuppetPlayground;
  readonly bot: Wechaty;
  readonly events: BotEvents;
}

const started: Wechaty[] = [];

/** A real Wechaty on the alumni world, logged in and ready. */
export async function startAlumni(options: AlumniOptions = {}): Promise<Alumni> {
  const clock = { ms: Date.UTC(2026, 0, 5, 4) };
  const world = alumniWorld(clock, options);
  const puppet = new PuppetPlayground(world);
  const bot = WechatyBuilder.build({ puppet });
  const events = listen(bot);
  await bot.init();
  listenRaw(bot, events);
  started.push(bot);
  await bot.start();
  await events.next('ready');
  return { clock, world, puppet, bot, events };
}

export async function stopAll(): Promise<void> {
  await Promise.all(started.splice(0).map((bot) => bot.stop()));
}

export async function roomOf({ bot }: Alumni) {
  const room = await bot.Room.find({ id: ROOM });
  if (room === undefined) throw new Error('the bot does not see its room');
  return room;
}

export async function contactOf({ bot }: Alumni, id: string) {
  const contact = await bot.Contact.find({ id });
  if (contact === undefined) throw new Error(`the bot does not see ${id}`);
  return contact;
}
