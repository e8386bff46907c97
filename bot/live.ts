import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import qrcode from 'qrcode-terminal';
import type { Wechaty } from 'wechaty';
import type { LoadedConfig } from '../src/config/load.js';
import type { PaceLimits } from '../src/core/policy/pace.js';
import type { Clock, Log } from '../src/ports.js';
import { askOnTerminal } from './ask-code.js';
import { failureOf, UsageError } from './cli/fail.js';
import { createLog } from './log.js';
import { writeForOwnerOnly } from './owner-only.js';
import { createHost, type Host } from './host.js';
import { systemClock } from './session.js';
import type { LineWatcher } from './wechaty/connection/watch-line.js';
import { loadSdk } from './wechaty/sdk.js';
import { withoutWechatysOwn } from './wechaty/unheard.js';
import { knock } from './wechaty/supervisor/knock.js';
import type { Patience } from './wechaty/supervisor/patience.js';
import { type CodeDesk, createVerifyCodes } from './wechaty/verify-codes.js';
import { createSupervisor, type Supervisor } from './wechaty/supervisor/supervisor.js';

/** What a program may put in place of the machine's clock, of a person's pace and of how long the line is waited for. */
export interface Tempo {
  readonly clock?: Clock;
  readonly pace?: PaceLimits;
  readonly patience?: Partial<Patience>;
  /** How long nothing is sent after the platform has forbidden it, in milliseconds, the first time, the second … */
  readonly pauses?: readonly number[];
}

/** Runs on WeChat or WeCom through the puppet that the environment names, until a signal ends it. */
export async function runLive(loaded: LoadedConfig, tempo: Tempo = {}): Promise<void> {
  writeForOwnerOnly();
  const log = createLog(loaded.env['QUNSHAO_LOG'], 'info');
  quietenWechaty(loaded);
  choosePuppet(loaded);
  const sdk = await loadSdk();
  log.info({ sdk: sdk.name }, 'starting');
  const { clock = systemClock(log), pace, patience, pauses } = tempo;
  const onReady = (): void => log.info({}, 'ready');
  const host = createHost({ loaded, log, clock, pace, pauses, onReady, onFailure: fail, memory: 'kept' });
  const codes = createVerifyCodes();
  const name = memoryCard(loaded);
  const endpoint = loaded.env['WECHATY_PUPPET_SERVICE_ENDPOINT'] ?? '';
  const supervisor = createSupervisor({
    clock,
    build: () => told(sdk.build({ name, puppetOptions: { timeoutSeconds: WATCHDOG_S } }), log),
    attach: attachTo(host, codes),
    tell: host.tell,
    patience,
    knock: () => knock(endpoint),
  });
  // Without a terminal the code is asked for in the log, and given by whatever else knows of `codes`.
  if (process.stdin.isTTY) askOnTerminal(codes, { input: process.stdin, output: process.stderr });
  endOnSignal(async () => {
    await host.close();
    await supervisor.stop();
    log.info({}, 'stopped');
  });
  await start(supervisor);
}

/** Lays the program's listeners on each bot that carries the line in its turn. */
function attachTo(host: Host, codes: CodeDesk): (bot: Wechaty, watcher: LineWatcher) => void {
  return (bot, watcher) => {
    host.attach(bot, watcher);
    codes.attach(bot, () => watcher.tell({ kind: 'verify-code' }));
    bot.on('login', () => codes.settle());
  };
}

/** Wechaty's own watchdog restarts a puppet in place, which leaks; it only comes into play where the supervisor's probe fails. */
const WATCHDOG_S = 600;

const SERVICE = 'wechaty-puppet-service';

/** A service's token or address without a puppet's name means the service's client. It cannot do without a token. */
function choosePuppet({ env }: LoadedConfig): void {
  const puppet = (env['WECHATY_PUPPET'] ?? '') === '' ? SERVICE : env['WECHATY_PUPPET'];
  process.env['WECHATY_PUPPET'] = puppet;
  const token = env['WECHATY_PUPPET_SERVICE_TOKEN'] ?? '';
  if (puppet !== SERVICE || token !== '') return;
  throw new UsageError(
    '缺少环境变量 WECHATY_PUPPET_SERVICE_TOKEN:请填服务商给的令牌(可写在 .env 里),或去掉 WECHATY_PUPPET 先运行演练群',
  );
}

/** The puppet is a package of its own, named by the environment, which may not be there. */
async function start(supervisor: Supervisor): Promise<void> {
  try {
    await supervisor.start();
  } catch (error) {
    const name = process.env['WECHATY_PUPPET'] ?? '';
    if (!isNotInstalled(error)) throw error;
    throw new UsageError(
      `没有安装 Wechaty 的接入包 ${name}:请运行 npm install ${name},或改正环境变量 WECHATY_PUPPET`,
    );
  }
}

function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}

/** Where a puppet keeps its login, as `<name>.memory-card.json`: among the run-time state unless told. */
function memoryCard({ env }: LoadedConfig): string {
  if (env['WECHATY_NAME'] !== undefined) return env['WECHATY_NAME'];
  mkdirSync('data', { recursive: true, mode: 0o700 });
  return join('data', 'qunshao');
}

/**
 * Wechaty's own log repeats errors on the terminal, tokens included; what matters of them comes through the `error` event.
 * Must come before the SDK is loaded.
 */
function quietenWechaty({ env }: LoadedConfig): void {
  process.env['WECHATY_LOG'] = env['WECHATY_LOG'] ?? 'silent';
}

function told(bot: Wechaty, log: Log): Wechaty {
  bot.on('puppet', withoutWechatysOwn);
  // The code is drawn here and nowhere else: the usual web page would hand the login to a third party.
  bot.on('scan', (code: string) => qrcode.generate(code, { small: true }));
  bot.on('login', () => log.info({}, 'logged in'));
  bot.on('logout', () => log.warn({}, 'logged out'));
  return bot;
}

function fail(error: unknown): void {
  const { code, text } = failureOf(error);
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

/** A second signal ends the process at once: the first handler is gone by then. */
function endOnSignal(stop: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      stop().then(() => process.exit(0), fail);
    });
  }
}
