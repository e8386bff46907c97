import type { Wechaty, WechatyPlugin } from 'wechaty';
import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Inbound } from '../src/core/model/event.js';
import { loadConfig, type LoadedConfig } from '../src/config/load.js';
import type { PaceLimits } from '../src/core/policy/pace.js';
import type { Clock, Log, Platform } from '../src/ports.js';
import { createLog } from './log.js';
import { MOST_BYTES } from '../src/media/picture-reader.js';
import { createWatch } from './operating/watch.js';
import { createPictures } from './pictures.js';
import { createTables, MOST_TABLE_BYTES } from './tables.js';
import { type Session, startSession, SYSTEM_CLOCK } from './session.js';
import { createCardWatcher } from './wechaty/cards.js';
import { type Connection, createConnection } from './wechaty/connection/connection.js';
import { watchLine } from './wechaty/connection/watch-line.js';
import { tameDirty } from './wechaty/dirty.js';
import { faultText, isKnownNoise, secretsOf } from './wechaty/fault.js';
import { listen, type Reach } from './wechaty/listeners.js';
import { createWechatyPlatform } from './wechaty/outbound.js';
import { platformAvatar, platformPicture } from './wechaty/pictures.js';
import { platformFile } from './wechaty/tables.js';
import { withoutPayloadStore } from './wechaty/payload-store.js';

export interface QunshaoConfig {
  /** The configuration file; else QUNSHAO_CONFIG, else `qunshao.yaml`, else all defaults. */
  readonly config?: string;
  /** For programs that have read the configuration already. */
  readonly loaded?: LoadedConfig;
  readonly log?: Log;
  readonly clock?: Clock;
  /** How fast the bot may speak; like a person unless told. */
  readonly pace?: PaceLimits | undefined;
  /** Called once when the bot cannot start at all, or cannot go on. */
  readonly onFailure?: (error: unknown) => void;
  /** Called when, after the uninstaller, everything is written and the store is closed. */
  readonly onStopped?: () => void;
  /** Called when the store is open and events are being handled. */
  readonly onReady?: (session: Session, connection: Connection) => void;
  /** Laid around the live platform by programs that want to know what each thing said and done is about. */
  readonly around?: (platform: Platform) => Platform;
}

/**
 * qunshao as a Wechaty plugin: `const uninstall = bot.use(Qunshao({ config: 'qunshao.yaml' }))`.
 * Bad configuration throws here, before the bot starts.
 */
export function Qunshao(config: QunshaoConfig = {}): WechatyPlugin {
  const loaded = config.loaded ?? loadConfig({ path: config.config, env: process.env });
  const log = config.log ?? createLog(loaded.env['QUNSHAO_LOG'], 'info');
  return function QunshaoInstance(bot: Wechaty) {
    const installed = install(bot, { ...config, loaded, log, clock: config.clock ?? SYSTEM_CLOCK });
    return () => void installed.uninstall().then(config.onStopped, config.onFailure);
  };
}

interface Settled extends QunshaoConfig {
  readonly loaded: LoadedConfig;
  readonly log: Log;
  readonly clock: Clock;
}

/** Installs on a bot; `uninstall` resolves when the store is closed. */
export function install(bot: Wechaty, settled: Settled): { uninstall(): Promise<void> } {
  const { loaded, log, clock, pace } = settled;
  const cards = createCardWatcher();
  const connection = createConnection({ clock, log });
  const live = createWechatyPlatform({ puppet: () => bot.puppet, cards, clock, log });
  const platform = settled.around?.(live) ?? live;
  const watch = createWatch({ operating: loaded.config.operating, clock, log, connection });
  const outside = { platform, clock, log, pace, watch, ...filesOf(() => bot.puppet) };
  const session: Promise<Session> = startSession({ loaded, ...outside, begin: 'held' });
  session.then(
    (one) => settled.onReady?.(one, connection),
    (error: unknown) => settled.onFailure?.(error),
  );
  const onReach = (reach: Reach): void => {
    session.then(
      (one) => (reach === 'reached' ? one.release() : one.hold()),
      () => undefined,
    );
  };
  let deafen: () => void = () => undefined;
  const onPuppet = (puppet: Puppet): void => {
    deafen();
    withoutPayloadStore(puppet);
    const echoes = tameDirty(puppet);
    const unwatch = watchLine(puppet, connection.tell);
    const hear = async (event: Inbound): Promise<void> => (await session).hear(event);
    const ears = { clock, log, cards, echoes, onReach, hear, onLost: connection.lostEvent };
    const silence = listen(puppet, ears);
    deafen = () => {
      unwatch();
      silence();
    };
  };
  const undo = attach(bot, onPuppet, faultLogger(settled));
  return {
    async uninstall() {
      deafen();
      undo();
      const started = await session.catch(() => null);
      await started?.stop();
      await watch?.stop();
    },
  };
}

/** What is read of the files that the platform has. */
function filesOf(current: () => Puppet) {
  return {
    pictures: createPictures(platformPicture(current, MOST_BYTES), platformAvatar(current, MOST_BYTES)),
    tables: createTables(platformFile(current, MOST_TABLE_BYTES)),
  };
}

/** Logs what went wrong, without the secrets that platforms repeat in their words. */
function faultLogger({ loaded, log }: Settled): (error: unknown) => void {
  const secrets = secretsOf(loaded.env);
  return (error) => {
    if (!isKnownNoise(error)) log.error({ fault: faultText(error, secrets) }, 'wechaty error');
  };
}

function attach(
  bot: Wechaty,
  onPuppet: (puppet: Puppet) => void,
  onError: (error: unknown) => void,
): () => void {
  const current = puppetOf(bot);
  if (current === null) bot.on('puppet', onPuppet);
  else onPuppet(current);
  // Without a listener the first gRPC error ends the process; that holds after the uninstaller too.
  bot.on('error', onError);
  return () => {
    bot.off('puppet', onPuppet);
    bot.off('error', onError);
    bot.on('error', () => undefined);
  };
}

/** Wechaty throws where the puppet is asked for before there is one. */
function puppetOf(bot: Wechaty): Puppet | null {
  try {
    return bot.puppet;
  } catch {
    return null;
  }
}
