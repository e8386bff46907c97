import Database from 'better-sqlite3';
import { claimCode } from '../../../bot/cli/claim.js';
import type { FeedLine } from '../../../bot/playground/puppet/feed.js';
import type { Order } from './gateway.js';
import { AD } from './group.js';
import { Week } from './week.js';

/** The organisation's staff, in no group. */
const STAFF = 'staff';

const CONFIG = `
organisation:
  name: 武汉轻工大学校友总会
  words: [武汉轻工大学, 轻工大]
  admins: [${STAFF}]
  founded: 1951
  group-name: '武汉轻工大学{place}校友分会群{number?}'
groups:
  - { name: '*', mode: enforce }
`;

const CARDS: Readonly<Record<string, string>> = {
  owner: '王建国-北京-食品科学与工程98级',
  admin: '周敏-北京-会计学01级',
  ann: '安然-北京-化学工程10级',
  ben: '卞宁-北京-英语11级',
  carl: '柴仁-北京-机械工程12级',
};

/** One bot over the real Wechaty, in which every test has a group of its own. */
export class DeskWorld {
  private constructor(readonly week: Week) {}

  static async start(config = CONFIG): Promise<DeskWorld> {
    const people = [{ id: STAFF, name: '总会小林' }];
    return new DeskWorld(await Week.start({ config, topic: '', people, begin: '03-02 10:30' }));
  }

  stop(): Promise<void> {
    return this.week.stop();
  }

  /** A group that has met the bot: an owner, an administrator, `ann`, `ben`, `carl`; `guest` is outside. */
  async group(
    key: string,
    over: { readonly topic?: string; readonly owner?: string } = {},
  ): Promise<DeskGroup> {
    const topic = over.topic ?? `武汉轻工大学北京校友分会群${key.replaceAll(/\D/gu, '')}`;
    const group = new DeskGroup(this.week, key, topic);
    const { gateway } = this.week;
    for (const name of [...Object.keys(CARDS), 'guest'])
      await gateway.order({ cmd: 'addContact', person: { id: group.id(name), name } });
    const owner = over.owner ?? group.id('owner');
    const members = Object.entries(CARDS)
      .filter(([name]) => name !== 'owner')
      .map(([name, card]) => ({ id: group.id(name), card }));
    const seats = [
      'bot',
      ...(owner === 'bot' ? [] : [{ id: owner, card: CARDS['owner'] ?? '' }]),
      ...members,
    ];
    const room = {
      id: group.room,
      topic,
      ownerId: owner,
      adminIds: ['bot', group.id('admin')],
      members: seats,
    };
    await gateway.order({ cmd: 'addRoom', room });
    await group.say('ben', '大家早上好');
    return group;
  }
}

interface Said {
  readonly mentions?: readonly string[];
  /** The id of the message that is quoted. */
  readonly quote?: string;
}

export class DeskGroup {
  readonly room: string;

  constructor(
    readonly week: Week,
    private readonly key: string,
    readonly topic: string,
  ) {
    this.room = `${key}@chatroom`;
  }

  id(person: string): string {
    return [STAFF, 'bot'].includes(person) ? person : `${this.key}-${person}`;
  }

  /** `@…` as WeChat writes it, with its own space behind. */
  at(person: string): string {
    return `@${CARDS[person] ?? person}\u2005`;
  }

  say(person: string, text: string, { mentions = [], quote }: Said = {}): Promise<string> {
    const over = { room: this.room, mentions: mentions.map((one) => this.id(one)) };
    return this.week.say(this.id(person), text, quote === undefined ? over : { ...over, quote });
  }

  /** Sends something that is no text, and waits until the bot has looked at it. */
  async send(order: Order): Promise<string> {
    const id = await this.week.gateway.orderForId(order);
    await this.week.after((event) => event.kind === 'message' && event.message.id === id);
    return id;
  }

  direct(person: string, text: string): Promise<void> {
    return this.week.direct(this.id(person), text);
  }

  /** Something that is warned about: a case with a strike. @returns its number. */
  async offence(person = 'ann'): Promise<number> {
    await this.say(person, AD);
    return this.lastCase();
  }

  /** Something that only a person can decide. @returns the case's number. */
  async question(person = 'ann'): Promise<number> {
    await this.say(person, '网上兼职刷单,日结三百,先垫付后返现,加微信 zz8888');
    return this.lastCase();
  }

  /** A one-time code as the operator's `qunshao claim` prints it. */
  async claimCode(): Promise<string> {
    const printed = await claimCode({ group: this.room, db: this.week.database });
    return printed.split('\n')[0] ?? '';
  }

  lastCase(): number {
    return this.number('select coalesce(max(id), 0) from cases where group_id = $room');
  }

  /** Lines that the bot wrote into the room. */
  get said(): readonly FeedLine[] {
    return this.week.gateway.feed.seen.filter(
      ({ fromId, roomId }) => fromId === 'bot' && roomId === this.room,
    );
  }

  /** Lines that the bot wrote to this person alone. */
  told(person: string): readonly FeedLine[] {
    const id = this.id(person);
    return this.week.gateway.feed.seen.filter(
      ({ fromId, roomId, seenBy }) => fromId === 'bot' && roomId === null && seenBy.includes(id),
    );
  }

  /** What the bot's own database holds: `$room` is the room, `$ann` the id of `ann`, and so on. */
  sql(query: string): readonly unknown[] {
    const bound = query.replaceAll(/\$(\w+)\b(?!\.)/gu, (_, name: string) =>
      name === 'room' ? `'${this.room}'` : `'${this.id(name)}'`,
    );
    const db = new Database(this.week.database, { readonly: true });
    try {
      return db.prepare(bound).pluck().all();
    } finally {
      db.close();
    }
  }

  number(query: string): number {
    return Number(this.sql(query)[0]);
  }

  /** How often the platform was asked for this in this room, as `roomDel`. */
  calls(method: string): number {
    return this.week.gateway.calls.seen.filter(
      (call) => call.method === method && call.args.some((one) => one === this.room),
    ).length;
  }
}
