import type { Call } from '../../../bot/playground/puppet/call.js';
import type { FeedLine } from '../../../bot/playground/puppet/feed.js';
import type { GatewayProcess } from './gateway.js';

/** An unmistakable advertisement, written for these tests; a strike each time. */
export const AD = '自家面膜厂家直销，买一送一，需要的加微信 meimei2020';

interface Cast {
  /** The key: ids of the room and its people begin with it, so that tests on one gateway do not meet. */
  readonly key: string;
  readonly topic: string;
  /** `administrator` (default), `member` among other administrators, `unlisted`: no administrators are shown. */
  readonly bot?: 'administrator' | 'member' | 'unlisted';
}

/** A room with an owner, members `ann` and `ben` with cards in order, `dan` (an administrator where the bot is none) and the bot. */
export class GroupScene {
  readonly room: string;

  constructor(
    readonly gateway: GatewayProcess,
    private readonly cast: Cast,
  ) {
    this.room = `${cast.key}@chatroom`;
  }

  id(person: string): string {
    return person === 'bot' ? 'bot' : `${this.cast.key}-${person}`;
  }

  async seed(): Promise<this> {
    for (const name of ['owner', 'ann', 'ben', 'dan', 'guest']) await this.person(name);
    const role = this.cast.bot ?? 'administrator';
    const adminIds = { administrator: ['bot'], member: [this.id('dan')], unlisted: [] }[role];
    const members = [
      'bot',
      { id: this.id('ann'), card: '安然-北京-物理2010' },
      { id: this.id('ben'), card: '贝宁-上海-数学2011' },
      { id: this.id('dan'), card: '丹青-杭州-化学2009' },
    ];
    const room = { id: this.room, topic: this.cast.topic, ownerId: this.id('owner'), adminIds, members };
    await this.gateway.order({ cmd: 'addRoom', room });
    return this;
  }

  async person(name: string, isFriend = true): Promise<void> {
    await this.gateway.order({ cmd: 'addContact', person: { id: this.id(name), name, isFriend } });
  }

  say(person: string, text: string, quote?: string): Promise<string> {
    const from = this.id(person);
    return this.gateway.orderForId({
      cmd: 'say',
      from,
      room: this.room,
      text,
      ...(quote === undefined ? {} : { quote }),
    });
  }

  direct(person: string, text: string): Promise<string> {
    return this.gateway.orderForId({ cmd: 'direct', from: this.id(person), text });
  }

  /** The first line that the bot writes into the room with these words. */
  heard(words: string): Promise<FeedLine> {
    return this.gateway.feed.until((line) => this.isSaid(line) && line.text.includes(words));
  }

  /** The first line that the bot writes to the person in private with these words. */
  told(person: string, words: string): Promise<FeedLine> {
    const id = this.id(person);
    return this.gateway.feed.until((line) => this.isToldTo(line, id) && line.text.includes(words));
  }

  /** What the bot has said in the room so far. */
  said(): readonly FeedLine[] {
    return this.gateway.feed.seen.filter((line) => this.isSaid(line));
  }

  toldTo(person: string): readonly FeedLine[] {
    return this.gateway.feed.seen.filter((line) => this.isToldTo(line, this.id(person)));
  }

  /** The removals that the platform was asked for in this room. */
  removals(): readonly Call[] {
    return this.gateway.calls.seen.filter(
      ({ method, args }) => method === 'roomDel' && args[0] === this.room,
    );
  }

  /** How often a person was warned. */
  warnings(person: string): readonly FeedLine[] {
    return this.said().filter(
      (line) => line.mentions.includes(this.id(person)) && line.text.includes('次提醒'),
    );
  }

  /**
   * Resolves when everything that happened in the room before is handled and said: somebody else offends, and actions of
   * one kind are done in the order of planning.
   */
  async settled(canary = 'ben'): Promise<void> {
    const before = this.warnings(canary).length;
    await this.say(canary, AD);
    const mine = (line: FeedLine) => this.isSaid(line) && line.mentions.includes(this.id(canary));
    await this.gateway.feed.until(() => this.gateway.feed.seen.filter(mine).length > before);
  }

  private isSaid(line: FeedLine): boolean {
    return line.fromId === 'bot' && line.roomId === this.room && line.kind === 'message';
  }

  private isToldTo(line: FeedLine, id: string): boolean {
    return line.fromId === 'bot' && line.roomId === null && line.seenBy.includes(id);
  }
}
