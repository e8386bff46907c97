import { join } from 'node:path';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { WechatyBuilder, type Wechaty } from 'wechaty';
import { Qunshao } from '../../../bot/plugin.js';
import type { Session } from '../../../bot/session.js';
import type { FeedLine } from '../../../bot/playground/puppet/feed.js';
import { loadConfig } from '../../../src/config/load.js';
import type { Inbound } from '../../../src/core/model/event.js';
import { createMemoryLog } from '../../fakes/log.js';
import { type GatewayProcess, startGateway } from './gateway.js';
import { type Dated, dated, transcriptOf } from './transcript.js';
import { Witness } from './witness.js';

export const ROOM = 'alumni@chatroom';
/** No pauses between lines: the week is long enough. */
const PACE = { sameTargetMs: 0, otherTargetMs: 0, jitterMs: 0, perMinute: 1000, perGroupMinute: 1000 };

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Left out: not in the group. */
  readonly card?: string;
}

/** How something is said: in the week's own room unless told, mentioning these, quoting that message. */
export interface Spoken {
  readonly room?: string;
  readonly mentions?: string[];
  readonly quote?: string;
}

export interface Cast {
  readonly config: string;
  readonly topic: string;
  readonly people: readonly Person[];
  /** Where it begins, in Shanghai: `03-02 09:30` of 2026. */
  readonly begin: string;
}

/**
 * A group over the real Wechaty: its client and the plugin in this process, the gateway in another, gRPC between them, and one
 * clock for both that goes from one thing that is due to the next.
 */
export class Week {
  readonly heard = new Witness<Inbound>();
  /** Set by `start`. */
  session!: Session;
  private readonly notes: Dated[] = [];

  private constructor(
    readonly gateway: GatewayProcess,
    readonly database: string,
    private readonly cast: Cast,
    private ahead: number,
  ) {}

  static async start(cast: Cast): Promise<Week> {
    const gateway = await startGateway();
    const ahead = dated(cast.begin) - Date.now();
    await gateway.order({ cmd: 'advance', ms: Math.round(ahead) });
    for (const { id, name } of cast.people) await gateway.order({ cmd: 'addContact', person: { id, name } });
    const folder = await mkdtemp(join(gateway.address.home, 'week-'));
    const week = new Week(gateway, join(folder, 'week.db'), cast, ahead);
    await writeFile(join(folder, 'qunshao.yaml'), `${cast.config}\ndatabase: ${week.database}\n`);
    await week.connect(join(folder, 'qunshao.yaml'));
    return week;
  }

  private bot!: Wechaty;
  private uninstall: () => void = () => undefined;
  private ended: Promise<void> = Promise.resolve();

  private async connect(config: string): Promise<void> {
    const { address, environment } = this.gateway;
    process.env['HOME'] = environment['HOME'];
    const loaded = loadConfig({ path: config, env: {} });
    const puppetOptions = { endpoint: address.endpoint, token: address.token, tls: { disable: true } };
    this.bot = WechatyBuilder.build({ puppet: 'wechaty-puppet-service', puppetOptions });
    const login = new Promise<void>((resolve) => void this.bot.once('login', () => resolve()));
    let onStopped: () => void = () => undefined;
    this.ended = new Promise((resolve) => void (onStopped = resolve));
    const session = new Promise<Session>((onReady, onFailure) => {
      const clock = { now: () => this.now() };
      const log = createMemoryLog();
      this.uninstall = this.bot.use(
        Qunshao({ loaded, clock, log, pace: PACE, onReady, onFailure, onStopped: () => onStopped() }),
      );
    });
    await this.bot.start();
    this.session = await session;
    // What the bot has handled is what the world may go on after.
    const hear = this.session.hear.bind(this.session);
    this.session.hear = async (event) => {
      await hear(event);
      this.heard.push(event);
    };
    await login;
  }

  async stop(): Promise<void> {
    this.uninstall();
    await this.ended;
    await this.bot.stop();
    await this.gateway.stop();
  }

  now(): number {
    return Date.now() + this.ahead;
  }

  /** Lets time pass until then (`03-09 10:00`), doing at its time what falls due on the way. */
  async until(local: string): Promise<void> {
    const target = dated(local);
    await this.settled();
    for (let due = this.session.app.nextDue(); due <= target; due = this.session.app.nextDue()) {
      await this.leapTo(due);
      await this.settled();
    }
    await this.leapTo(target);
  }

  private async leapTo(instant: number): Promise<void> {
    const ms = Math.max(0, Math.round(instant - this.now()));
    this.ahead += ms;
    await this.gateway.order({ cmd: 'advance', ms });
  }

  /** Resolves when what was heard is handled, what is due is done, and its lines are on the screens. */
  private async settled(): Promise<void> {
    await this.session.idle();
    await this.gateway.order({ cmd: 'advance', ms: 0 });
  }

  /** Resolves when the bot has handled what the claim means. */
  async after(claim: (event: Inbound) => boolean): Promise<void> {
    await this.heard.until(claim);
    await this.settled();
  }

  async say(who: string, text: string, over: Spoken = {}): Promise<string> {
    const id = await this.gateway.orderForId({ cmd: 'say', from: who, room: ROOM, text, ...over });
    await this.after((event) => event.kind === 'message' && event.message.id === id);
    return id;
  }

  async direct(who: string, text: string): Promise<void> {
    const id = await this.gateway.orderForId({ cmd: 'direct', from: who, text });
    await this.after((event) => event.kind === 'direct' && event.id === id);
  }

  async recall(who: string, message: string): Promise<void> {
    await this.gateway.order({ cmd: 'recall', by: who, message });
    await this.after((event) => event.kind === 'recall' && event.messageId === message);
  }

  async card(who: string, card: string): Promise<void> {
    this.note(`(${this.nameOf(who)} 把群名片改成“${card}”)`);
    await this.gateway.order({ cmd: 'setCard', room: ROOM, member: who, card });
    await this.after(
      (event) => event.kind === 'card' && event.member.id === who && event.member.card === card,
    );
  }

  async join(who: string, inviter: string | null, card = ''): Promise<void> {
    const before = this.heard.seen.length;
    await this.gateway.order({ cmd: 'join', room: ROOM, member: who, inviter });
    const joined = (event: Inbound): boolean => event.kind === 'join' && event.member.id === who;
    await this.after((event) => joined(event) && this.heard.seen.indexOf(event) >= before);
    if (card !== '') await this.card(who, card);
  }

  /** Brings the bot into the group: by an invitation, and with an administrator's rights. */
  async invite(from: string, admins: readonly string[]): Promise<void> {
    const { topic, people } = this.cast;
    const members = people.flatMap(({ id, card }) => (card === undefined ? [] : [{ id, card }]));
    const [owner] = members;
    if (owner === undefined) throw new Error('a group without an owner');
    const room = { id: ROOM, topic, ownerId: owner.id, adminIds: [...admins], members };
    await this.gateway.order({ cmd: 'addRoom', room });
    await this.gateway.order({ cmd: 'invite', room: ROOM, from });
    await this.after((event) => event.kind === 'invitation');
    await this.gateway.order({ cmd: 'setAdmins', room: ROOM, admins: [...admins, 'bot'] });
  }

  note(text: string): void {
    this.notes.push({ at: this.now(), text });
  }

  /** Lines that the bot said in the group or, where `to` is given, told this person. */
  said(to: string | null = null): readonly FeedLine[] {
    return this.gateway.feed.seen.filter(
      (line) =>
        line.fromId === 'bot' &&
        (to === null ? line.roomId === ROOM : isPrivate(line) && line.seenBy.includes(to)),
    );
  }

  /** The number of the case that the bot spoke of last to this person. */
  lastCase(to: string): string {
    const texts = this.said(to).map(({ text }) => /编号 (\d+)/u.exec(text)?.[1]);
    return texts.findLast((number) => number !== undefined) ?? '';
  }

  nameOf(id: string): string {
    return this.cast.people.find((person) => person.id === id)?.name ?? id;
  }

  transcript(): string {
    return transcriptOf(this.gateway.feed.seen, this.notes, (id) => this.nameOf(id));
  }
}

function isPrivate(line: FeedLine): boolean {
  return line.roomId === null;
}
