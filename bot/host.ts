import type { Wechaty } from 'wechaty';
import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { LoadedConfig } from '../src/config/load.js';
import type { Inbound, Outage } from '../src/core/model/event.js';
import type { Instant } from '../src/core/model/instant.js';
import type { PaceLimits } from '../src/core/policy/pace.js';
import { MOST_BYTES } from '../src/media/picture-reader.js';
import type { Clock, Log, Platform } from '../src/ports.js';
import { afterGap } from './after-gap.js';
import { createWatch } from './operating/watch.js';
import { changesAtLogin } from '../src/core/policy/contact-id.js';
import { FLEETING_IDS } from '../src/core/wording/connection.js';
import { type BreakerMemory, createBreakerMemory } from './breaker-memory.js';
import { createHeardMark, type HeardMark } from './heard-mark.js';
import { createPictures } from './pictures.js';
import { type Session, startSession } from './session.js';
import { createTables, MOST_TABLE_BYTES } from './tables.js';
import { createCardWatcher } from './wechaty/cards.js';
import type { Connection } from './wechaty/connection/connection.js';
import { createLine, type Line } from './wechaty/connection/line.js';
import { type LineWatcher, watchLine } from './wechaty/connection/watch-line.js';
import { tameDirty } from './wechaty/dirty.js';
import { faultText, isKnownNoise, secretsOf } from './wechaty/fault.js';
import { listen } from './wechaty/listeners.js';
import { createWechatyPlatform } from './wechaty/outbound.js';
import { withoutLogoutEcho } from './wechaty/logout-echo.js';
import { withoutPayloadStore } from './wechaty/payload-store.js';
import { platformAvatar, platformPicture } from './wechaty/pictures.js';
import { platformFile } from './wechaty/tables.js';
import { puppetOf } from './wechaty/supervisor/hang-up.js';

/** One session on a Wechaty that may be replaced under it: the store and the app stay, what is due waits meanwhile. */
export interface Host {
  readonly connection: Connection;
  /** Listens to this bot, and not to the one before. */
  attach(bot: Wechaty, watcher?: LineWatcher): void;
  /** What was noticed of the connection. */
  readonly tell: Line['tell'];
  /** Listens no more; resolves when everything is written and the store is closed. */
  close(): Promise<void>;
}

export interface HostOptions {
  readonly loaded: LoadedConfig;
  readonly log: Log;
  readonly clock: Clock;
  readonly pace?: PaceLimits | undefined;
  /** How long nothing is sent after the platform has forbidden it; from minutes to a day unless told. */
  readonly pauses?: readonly Instant[] | undefined;
  /** `kept`: how long nobody listened before this process is known from the store. `none` unless told. */
  readonly memory?: 'kept' | 'none';
  readonly around?: ((platform: Platform) => Platform) | undefined;
  readonly onReady?: ((session: Session, connection: Connection) => void) | undefined;
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

export function createHost(options: HostOptions): Host {
  return new SessionHost(options);
}

class SessionHost implements Host {
  readonly line: Line;
  readonly connection: Connection;
  readonly tell: Line['tell'];
  private readonly platform: Platform;
  private readonly session: Promise<Session>;
  private readonly watch: ReturnType<typeof createWatch>;
  private readonly cards = createCardWatcher();
  private readonly fault: (error: unknown) => void;
  private readonly breaker: BreakerMemory;
  private isWarned = false;
  private mark: HeardMark | null = null;
  private bot: Wechaty | null = null;
  private deafen: () => void = () => undefined;
  private detach: () => void = () => undefined;

  constructor(private readonly options: HostOptions) {
    const { loaded, log, clock, pace, onReady, onFailure } = options;
    this.line = createLine({
      clock,
      log,
      pauses: options.pauses,
      onTurn: () => this.withSession((one) => this.turn(one)),
      onTrip: (circuit) => this.withSession((one) => this.breaker.keep(one.store, circuit)),
      onHearing: (since) => this.withSession((one) => this.mended(one, since)),
      onResumed: (since) => this.withSession((one) => this.outage(one, { what: 'unsent', from: since })),
    });
    const { connection, cutOff: onCutOff, tell, whenLost } = this.line;
    this.breaker = createBreakerMemory({ clock, takeUp: this.line.takeUp });
    this.connection = connection;
    this.tell = tell;
    this.fault = faultLogger(options);
    const puppet = (): Puppet => this.puppet();
    const live = createWechatyPlatform({ puppet, cards: this.cards, clock, log, onCutOff, whenLost });
    const platform = options.around?.(live) ?? live;
    this.platform = platform;
    this.watch = createWatch({ operating: loaded.config.operating, clock, log, connection });
    const account = (): string | null => this.account();
    const outside = { platform, clock, log, pace, watch: this.watch, account, ...filesOf(puppet) };
    this.session = startSession({ loaded, ...outside, begin: 'held' });
    this.session.then(
      (one) => onReady?.(one, this.connection),
      (error: unknown) => onFailure?.(error),
    );
  }

  attach(bot: Wechaty, watcher: LineWatcher = { tell: this.tell, alive: () => undefined }): void {
    this.letGo();
    this.bot = bot;
    const onPuppet = (puppet: Puppet): void => this.hearken(puppet, watcher);
    const current = puppetOf(bot);
    if (current === null) bot.on('puppet', onPuppet);
    else onPuppet(current);
    bot.on('error', this.fault);
    this.detach = () => {
      bot.off('puppet', onPuppet);
      bot.off('error', this.fault);
      // Without a listener the first gRPC error ends the process; that holds for a bot that is done with too.
      bot.on('error', () => undefined);
    };
  }

  async close(): Promise<void> {
    this.letGo();
    this.line.close();
    const started = await this.session.catch(() => null);
    await this.mark?.stop().catch(() => undefined);
    await started?.stop();
    await this.watch?.stop();
  }

  /** What an earlier process was forbidden is known before anything is sent. */
  private async turn(session: Session): Promise<void> {
    const { line, breaker } = this;
    if (!line.maySend()) session.hold();
    if (!line.hears()) return;
    await breaker.recall(session.store, this.account());
    if (line.maySend()) session.release();
    else session.hold();
  }

  private withSession(work: (session: Session) => void | Promise<void>): void {
    this.session.then(work).catch(() => undefined);
  }

  /** The platform is heard (again): what was missed is told, and the groups are looked at anew. */
  private async mended(session: Session, unheard: Instant | null): Promise<void> {
    const { clock, log } = this.options;
    const since = unheard ?? (await this.sinceBefore(session));
    this.warnOfFleetingIds();
    const { bot, cards, platform } = this;
    const present = (groupId: string): Promise<readonly string[]> => this.puppet().roomMemberList(groupId);
    const goesOn = (): boolean => this.bot === bot;
    await afterGap({ session, platform, present, cards, clock, log, goesOn }, since);
  }

  /** When an earlier process last heard the platform, where that is kept; asked at the first login. */
  private async sinceBefore(session: Session): Promise<Instant | null> {
    if (this.options.memory !== 'kept' || this.mark !== null) return null;
    const { clock } = this.options;
    const hears = (): boolean => this.line.hears();
    this.mark = createHeardMark({ store: session.store, clock, botId: this.puppet().currentUserId, hears });
    const last = await this.mark.last();
    this.mark.keep();
    return last;
  }

  private warnOfFleetingIds(): void {
    if (this.isWarned || !changesAtLogin(this.puppet().currentUserId)) return;
    this.isWarned = true;
    this.options.log.warn({ advice: FLEETING_IDS }, 'ids change at every login');
  }

  private outage(session: Session, of: { readonly what: Outage; readonly from: Instant }): Promise<void> {
    return session.hear({ kind: 'outage', at: this.options.clock.now(), ...of });
  }

  private letGo(): void {
    this.deafen();
    this.detach();
    this.deafen = () => undefined;
    this.detach = () => undefined;
  }

  private hearken(puppet: Puppet, watcher: LineWatcher): void {
    const { clock, log } = this.options;
    this.deafen();
    withoutPayloadStore(puppet);
    withoutLogoutEcho(puppet);
    const echoes = tameDirty(puppet);
    const unwatch = watchLine(puppet, watcher);
    const hear = async (event: Inbound): Promise<void> => (await this.session).hear(event);
    const silence = listen(puppet, {
      clock,
      log,
      cards: this.cards,
      echoes,
      hear,
      onLost: this.line.lostEvent,
    });
    this.deafen = () => {
      unwatch();
      silence();
    };
  }

  /** Who is logged in; null while nobody is. */
  private account(): string | null {
    const puppet = this.bot === null ? null : puppetOf(this.bot);
    return puppet?.isLoggedIn === true ? puppet.currentUserId : null;
  }

  private puppet(): Puppet {
    const puppet = this.bot === null ? null : puppetOf(this.bot);
    if (puppet === null) throw new Error('no client: there is no line to the platform');
    return puppet;
  }
}

/** What is read of the files that the platform has. */
function filesOf(current: () => Puppet) {
  return {
    pictures: createPictures(platformPicture(current, MOST_BYTES), platformAvatar(current, MOST_BYTES)),
    tables: createTables(platformFile(current, MOST_TABLE_BYTES)),
  };
}

/** Logs what went wrong, without the secrets that platforms repeat in their words, and each once until something else does. */
function faultLogger({ loaded, log }: HostOptions): (error: unknown) => void {
  const secrets = secretsOf(loaded.env);
  let last = '';
  return (error) => {
    const fault = faultText(error, secrets);
    if (isKnownNoise(error) || fault === last) return;
    last = fault;
    log.error({ fault }, 'wechaty error');
  };
}
