import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGateway, type GatewayProcess } from './gateway.js';
import { startProgram, type Program } from './program.js';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const MAIN = file('../../../dist/bot/main.js');
const CLI = file('../../../dist/bot/cli.js');
const WITH_TEMPO = file('./bot-process.mjs');

const DAY = 86_400_000;
/** 10:30 in Shanghai, in milliseconds after midnight UTC: neither night nor the hour of the daily audit. */
const MORNING = 2.5 * 3_600_000;

/** How far to put the clocks forward so that it is the coming 10:30 in Shanghai. */
function untilMorning(now = Date.now()): number {
  return (MORNING - (now % DAY) + DAY) % DAY;
}

/** A bot's folder: its configuration and its database, which outlive its process. */
export interface Home {
  gateway: GatewayProcess;
  readonly folder: string;
  readonly database: string;
  /** By how much the world's clock is ahead; grows with every leap. */
  ahead: number;
}

/** A gateway at daytime and a folder with this configuration. A gateway that is given is taken as it is. */
export async function startHome(config: string, gateway?: GatewayProcess): Promise<Home> {
  const world = gateway ?? (await startGateway());
  const ahead = untilMorning();
  if (gateway === undefined) await world.order({ cmd: 'advance', ms: ahead });
  return homeAt(world, { config, ahead, database: null });
}

/** The home of one of several bots on this database, at daytime. */
export async function startSharedHome(
  config: string,
  gateway: GatewayProcess,
  database: string,
): Promise<Home> {
  const ahead = untilMorning();
  await gateway.order({ cmd: 'advance', ms: ahead });
  return homeAt(gateway, { config, ahead, database });
}

interface Furnishing {
  readonly config: string;
  readonly ahead: number;
  /** Null: a file in the folder. */
  readonly database: string | null;
}

async function homeAt(gateway: GatewayProcess, { config, ahead, ...given }: Furnishing): Promise<Home> {
  const folder = await mkdtemp(join(gateway.address.home, 'bot-'));
  const database = given.database ?? join(folder, 'qunshao.db');
  await writeFile(join(folder, 'qunshao.yaml'), `${config}\ndatabase: ${database}\n`);
  return { gateway, folder, database, ahead };
}

/** Another gateway at the same address, with the same time and a world of its own. */
export async function reopenGateway(home: Home): Promise<GatewayProcess> {
  home.gateway = await startGateway(home.gateway.address);
  await home.gateway.order({ cmd: 'advance', ms: home.ahead });
  return home.gateway;
}

/** Longer than a claim on an action lasts. */
const LEAP = 61_000;

/** Puts the bot's clock and the world's forward, past every claim that a killed process held. It is looked at with the next event. */
export async function leap(home: Home, bot: Program): Promise<void> {
  await home.gateway.order({ cmd: 'advance', ms: LEAP });
  home.ahead += LEAP;
  bot.signal('SIGUSR2');
  // A signal comes when it comes: an event that overtook it would be looked at by the old clock.
  await bot.output.until((line) => line.includes(`"leapt":${home.ahead}`));
}

/** The bot by daylight and without a person's pauses; resolves when it is logged in and its store is open. */
export function startBot(
  home: Home,
  settingsOfTest: Readonly<Record<string, string>> = {},
): Promise<Program> {
  return ready(launchBot(home, settingsOfTest));
}

/** The same, without waiting for anything. */
export function launchBot(home: Home, settingsOfTest: Readonly<Record<string, string>> = {}): Program {
  const settings = { E2E_AHEAD_MS: String(home.ahead), E2E_LEAP_MS: String(LEAP), ...settingsOfTest };
  return startProgram(home.gateway, [WITH_TEMPO], { settings, cwd: home.folder });
}

/** The program as `npm start` runs it, with the machine's clock. */
export async function startMain(home: Home): Promise<Program> {
  return ready(startProgram(home.gateway, [MAIN], { cwd: home.folder }));
}

async function ready(program: Program): Promise<Program> {
  const ended = program.ended.then((code) => {
    throw new Error(`the bot ended with ${String(code)}:\n${program.output.seen.join('\n')}`);
  });
  ended.catch(() => undefined);
  for (const word of ['"ready"', '"logged in"']) {
    await Promise.race([program.output.until((line) => line.includes(word)), ended]);
  }
  return program;
}

/** The exit code of `qunshao audit verify`: 0 where the chain of the bot's database is whole. */
export function verifyAudit({ gateway, database }: Home): Promise<number | null> {
  return startProgram(gateway, [CLI, 'audit', 'verify', '--db', database]).ended;
}
