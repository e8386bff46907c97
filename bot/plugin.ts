import type { Wechaty, WechatyPlugin } from 'wechaty';
import { loadConfig, type LoadedConfig } from '../src/config/load.js';
import type { PaceLimits } from '../src/core/policy/pace.js';
import type { Clock, Log, Platform } from '../src/ports.js';
import { createHost } from './host.js';
import { createLog } from './log.js';
import { type Session, systemClock } from './session.js';
import type { Connection } from './wechaty/connection/connection.js';

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
  /**
   * Called when the store is open and events are being handled. `connection` can be read from then on: a plugin cannot build its
   * host's bot anew, so it is the host that mends what is broken.
   */
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
    const host = createHost({ ...config, loaded, log, clock: config.clock ?? systemClock(log) });
    host.attach(bot);
    return () => void host.close().then(config.onStopped, config.onFailure);
  };
}
