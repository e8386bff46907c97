import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadConfig, type LoadedConfig } from '../../src/config/load.js';
import { ConfigError } from '../../src/config/error.js';
import { isPostgres, openStore } from '../../src/store/open.js';
import { createEngine } from '../engine.js';
import { NotInOrder } from './fail.js';

interface Check {
  readonly what: string;
  /** Empty: in order. */
  readonly faults: readonly string[];
  readonly note: string;
}

export interface DoctorOptions {
  readonly path: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
}

/** `qunshao doctor`: each thing that the bot needs, whether it is in order, and how to mend it. Exit 1 where something is not. */
export async function doctor({ path, env, print }: DoctorOptions): Promise<void> {
  const configured = configOf(path, env);
  const checks = [
    nodeCheck(),
    configured.check,
    ...(configured.loaded === null ? [] : await checksOf(configured.loaded)),
  ];
  for (const check of checks) print(lineOf(check));
  const faults = checks.reduce((sum, check) => sum + check.faults.length, 0);
  if (faults > 0) throw new NotInOrder(`有 ${faults} 处要处理,见上面带 ✗ 的行`);
}

function lineOf({ what, faults, note }: Check): string {
  if (faults.length === 0) return `✓ ${what}:${note}`;
  return faults.map((fault) => `✗ ${what}:${fault}`).join('\n');
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < 20 || (major === 20 && minor < 19);
  const faults = old ? [`Node.js ${process.versions.node} 太旧;请装 20.19 或更新的版本`] : [];
  return { what: 'Node.js', faults, note: process.versions.node };
}

function configOf(
  path: string | undefined,
  env: NodeJS.ProcessEnv,
): { check: Check; loaded: LoadedConfig | null } {
  try {
    const loaded = loadConfig({ path, env });
    const note =
      loaded.file === null
        ? '没有配置文件,全部用默认值(可参照 qunshao.example.yaml)'
        : `${loaded.file},${loaded.config.groups.length} 个群`;
    return { check: { what: '配置', faults: loaded.warnings, note }, loaded };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { check: { what: '配置', faults: [error.message], note: '' }, loaded: null };
  }
}

async function checksOf(loaded: LoadedConfig): Promise<readonly Check[]> {
  const engine = createEngine(loaded.config.organisation, new Date().getFullYear());
  const lexicons = {
    what: '词库和名称表',
    faults: engine.warnings,
    note: `${engine.rules.length} 条规则可用`,
  };
  return [
    lexicons,
    await storeCheck(loaded.config.database),
    platformCheck(loaded.env),
    abilityCheck(loaded),
  ];
}

async function storeCheck(url: string): Promise<Check> {
  const shown = isPostgres(url) ? 'PostgreSQL' : url;
  if (!isPostgres(url) && !existsSync(url))
    return { what: '数据库', faults: [], note: `${shown} 还没有,第一次启动时会建立` };
  try {
    const store = await openStore(url, { backupBeforeMigration: true });
    const chain = await store.verifyAudit();
    await store.close();
    const faults =
      chain.kind === 'whole'
        ? []
        : [`${shown} 的审计日志第 ${chain.brokenAt} 条对不上:${chain.reason};请用备份核对`];
    return { what: '数据库', faults, note: `${shown},审计日志 ${chain.entries} 条` };
  } catch (error) {
    return { what: '数据库', faults: [error instanceof Error ? error.message : String(error)], note: '' };
  }
}

function platformCheck(env: LoadedConfig['env']): Check {
  const puppet = env['WECHATY_PUPPET'] ?? '';
  if (puppet === '') return { what: '平台', faults: [], note: '没有设置 WECHATY_PUPPET,将运行内置的演练群' };
  const token = env['WECHATY_PUPPET_SERVICE_TOKEN'] ?? env['WECHATY_TOKEN'] ?? '';
  const faults = [
    ...(puppet === 'wechaty-puppet-service' && token === ''
      ? ['缺少 WECHATY_PUPPET_SERVICE_TOKEN;请填服务商给的令牌']
      : []),
    ...(installed(puppet) || puppet === 'wechaty-puppet-service'
      ? []
      : [`没有安装 ${puppet};请运行 npm install ${puppet}`]),
  ];
  const sdk = installed('@juzi/wechaty') ? '@juzi/wechaty' : 'wechaty';
  return { what: '平台', faults, note: `${puppet},经 ${sdk}` };
}

function installed(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function abilityCheck({ config }: LoadedConfig): Check {
  const { admins } = config.organisation;
  const note =
    admins.length === 0
      ? '没有设置 organisation.admins:群主自己的违规没有人复核'
      : `上级工作人员 ${admins.length} 人`;
  return { what: '权限', faults: [], note };
}
