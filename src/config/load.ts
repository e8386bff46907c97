import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { exposureProblem, listenProblem, parseListen } from './operating.js';
import { webhookProblem } from './webhook.js';
import { databaseProblem } from './database.js';
import { type Environment, withDotenv } from './dotenv.js';
import { ConfigError } from './error.js';
import { type ParsedConfig, parseConfig } from './parse.js';

export interface ConfigSource {
  /** The file asked for; else QUNSHAO_CONFIG, else `qunshao.yaml` in the directory if it is there, else all defaults. */
  readonly path?: string | undefined;
  readonly env: Environment;
  /** Where `.env` and `qunshao.yaml` are looked for; the working directory unless told. */
  readonly directory?: string;
}

export interface LoadedConfig extends ParsedConfig {
  readonly kind: 'ok';
  /** The file that was read; null: there was none. */
  readonly file: string | null;
  /** `env` with what `.env` adds. */
  readonly env: Environment;
}

/** An empty variable counts as unset. */
function setting(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function fileOf({ path, directory = '.' }: ConfigSource, env: Environment): string | null {
  const named = path ?? setting(env, 'QUNSHAO_CONFIG');
  if (named !== undefined) return named;
  const usual = normalize(join(directory, 'qunshao.yaml'));
  return existsSync(usual) ? usual : null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT')
      throw new ConfigError(`找不到配置文件 ${path}:检查路径,或参照 qunshao.example.yaml 写一个`);
    if (code === 'EISDIR')
      throw new ConfigError(`配置文件 ${path} 是一个目录:请写到文件,如 ${join(path, 'qunshao.yaml')}`);
    throw new ConfigError(`读不了配置文件 ${path}(${code}):检查它的读取权限`);
  }
}

function textOf(path: string): string {
  const bytes = bytesOf(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError(`配置文件 ${path} 不是 UTF-8 编码:请用编辑器另存为 UTF-8`);
  }
}

function withDatabase(parsed: ParsedConfig, env: Environment): ParsedConfig {
  const database = setting(env, 'QUNSHAO_DATABASE');
  if (database === undefined) return parsed;
  const problem = databaseProblem(database);
  if (problem !== null) throw new ConfigError(`环境变量 QUNSHAO_DATABASE:${problem}`);
  return { ...parsed, config: { ...parsed.config, database } };
}

function withWebhook(parsed: ParsedConfig, env: Environment): ParsedConfig {
  const webhook = setting(env, 'QUNSHAO_WEBHOOK');
  if (webhook === undefined) return parsed;
  const problem = webhookProblem(webhook);
  if (problem !== null) throw new ConfigError(`环境变量 QUNSHAO_WEBHOOK:${problem}`);
  return { ...parsed, config: { ...parsed.config, webhook } };
}

function withListen(parsed: ParsedConfig, env: Environment): ParsedConfig {
  const text = setting(env, 'QUNSHAO_LISTEN');
  if (text === undefined) return parsed;
  const { operating } = parsed.config;
  const section = { listen: text, 'beyond-loopback': operating.beyondLoopback };
  const problem = listenProblem(text) ?? exposureProblem(section)[0]?.message ?? null;
  if (problem !== null) throw new ConfigError(`环境变量 QUNSHAO_LISTEN:${problem}`);
  return { ...parsed, config: { ...parsed.config, operating: { ...operating, listen: parseListen(text) } } };
}

/** Reads `.env`, the configuration file and the environment. Throws ConfigError with what is wrong, where, and what to do. */
export function loadConfig(source: ConfigSource): LoadedConfig {
  const env = withDotenv(source.env, join(source.directory ?? '.', '.env'));
  const file = fileOf(source, env);
  const parsed = file === null ? parseConfig('', 'qunshao.yaml') : parseConfig(textOf(file), file);
  return { kind: 'ok', ...withListen(withWebhook(withDatabase(parsed, env), env), env), file, env };
}
