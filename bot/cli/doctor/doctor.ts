import { dirname } from 'node:path';
import { ConfigError } from '../../../src/config/error.js';
import { loadConfig, type LoadedConfig } from '../../../src/config/load.js';
import type { Instant } from '../../../src/core/model/instant.js';
import { lineOf, type Row } from '../../../src/core/wording/checkup.js';
import { MACHINE } from '../../../src/core/wording/checkup-machine.js';
import { PLATFORM } from '../../../src/core/wording/checkup-platform.js';
import { isPostgres } from '../../../src/store/open.js';
import { fontFolder } from '../../attach.js';
import { createEngine, lexiconsFolder } from '../../engine.js';
import { NotInOrder } from '../fail.js';
import { backupRow } from './backup.js';
import { databaseRows } from './database.js';
import { freeSpace, permissionRow, privateFiles, spaceRow } from './files.js';
import { gatewayRows } from './gateway.js';
import { availableMemory, clockRow, memoryRow, nodeRow, zoneRow } from './machine.js';
import { isService, puppetOf, puppetRow, tokenRow } from './platform.js';
import { runningState } from './running.js';
import { calendarRow, judgeRow, lexiconRows, pictureRow } from './tables.js';
import { watchingRow } from './watching.js';
import { webhookRow } from './webhook.js';

export interface DoctorOptions {
  readonly path: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly now: Instant;
  /** When the program was put here. */
  readonly builtAt: Instant;
  /** `lines` for a person, `json` for a program. */
  readonly form: 'lines' | 'json';
  /** `offline`: nothing outside of this machine is asked. */
  readonly reach: 'online' | 'offline';
  readonly print: (line: string) => void;
}

/** How long a gateway may take to say that the account is logged in. */
const LOGIN_MS = 8000;

/** `qunshao doctor`: each thing that the bot needs, whether it is in order, and how to mend it. Exit 1 where something is not. */
export async function doctor(options: DoctorOptions): Promise<void> {
  const { form, print } = options;
  const rows = await rowsOf(options);
  const count = (state: Row['state']): number => rows.filter((row) => row.state === state).length;
  const totals = { good: count('good'), care: count('care'), bad: count('bad') };
  if (form === 'json') print(JSON.stringify({ ...totals, rows }));
  else for (const row of rows) print(lineOf(row));
  if (totals.bad > 0) throw new NotInOrder(`有 ${totals.bad} 处不行,见写着“不行”的行`);
}

async function rowsOf(options: DoctorOptions): Promise<readonly Row[]> {
  const machine = [nodeRow(process.versions.node), memoryRow(availableMemory())];
  const { rows, loaded } = configRows(options);
  if (loaded === null) return [...machine, ...rows];
  const database = await databaseRows(loaded.config.database);
  const webhook = await webhookOf(loaded, options);
  const clock = {
    now: options.now,
    notBefore: options.builtAt,
    lastEntryAt: database.lastEntryAt,
    elsewhere: webhook?.at ?? null,
  };
  return [
    ...machine,
    zoneRow(loaded.config.groups.map(({ settings }) => settings.digest.timezone)),
    clockRow(clock),
    ...rows,
    ...fileRows(loaded),
    ...database.rows,
    backupRow(loaded.config, options.now),
    ...(await tableRows(loaded, options.now)),
    ...(await platformRows(loaded, options)),
    ...(webhook === null ? [] : [webhook.row]),
    staffRow(loaded),
  ];
}

function configRows({ path, env }: DoctorOptions): {
  readonly rows: readonly Row[];
  readonly loaded: LoadedConfig | null;
} {
  try {
    const loaded = loadConfig({ path, env });
    const { file, config, warnings } = loaded;
    const found = file === null ? MACHINE.configNone() : MACHINE.config(file, config.groups.length);
    return { rows: [found, ...warnings.map((one) => MACHINE.configDoubtful(one))], loaded };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { rows: error.message.split('\n').map((one) => MACHINE.configWrong(one)), loaded: null };
  }
}

function fileRows({ config, file }: LoadedConfig): readonly Row[] {
  const database = isPostgres(config.database) ? null : config.database;
  const files = privateFiles({ database, config: holdsSecret(config) ? file : null, memoryCards: 'data' });
  return [...(database === null ? [] : [spaceRow(freeSpace(dirname(database)))]), permissionRow(files)];
}

/** A robot's address holds its key, a database's its password. */
function holdsSecret({ webhook, database }: LoadedConfig['config']): boolean {
  return webhook !== null || isPostgres(database);
}

async function tableRows({ config }: LoadedConfig, now: Instant): Promise<readonly Row[]> {
  const lexicons = lexiconsFolder();
  const engine = createEngine(config.organisation, new Date(now).getFullYear());
  return [
    ...lexiconRows(engine.warnings, engine.rules.length),
    judgeRow(lexicons),
    calendarRow(lexicons, now),
    await pictureRow(fontFolder()),
  ];
}

async function platformRows(
  { env, config }: LoadedConfig,
  { reach }: DoctorOptions,
): Promise<readonly Row[]> {
  const puppet = puppetOf(env);
  const running = await runningState(config.operating);
  const watching = running === null ? await watchingRow(config.operating) : PLATFORM.watchingInUse();
  if (puppet === null || !isService(puppet)) return [puppetRow(puppet), watching];
  const token = tokenRow(env);
  const before = [puppetRow(puppet), watching, token];
  if (reach === 'offline' || token.state === 'bad') return before;
  // One token has one line: whoever holds it is not disturbed, but asked.
  return [...before, ...(running === null ? await gatewayRows(env, LOGIN_MS) : [running])];
}

async function webhookOf({ config }: LoadedConfig, { reach }: DoctorOptions) {
  return config.webhook === null || reach === 'offline' ? null : webhookRow(config.webhook);
}

function staffRow({ config }: LoadedConfig): Row {
  const { admins } = config.organisation;
  return admins.length === 0 ? MACHINE.staffNone() : MACHINE.staff(admins.length);
}
