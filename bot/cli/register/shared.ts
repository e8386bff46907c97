import type { Command } from 'commander';
import { type LoadedConfig, loadConfig } from '../../../src/config/load.js';
import { printable } from '../printable.js';
import type { Streams } from '../filters.js';

/** The option that every command with a configuration takes. */
export interface Shared {
  readonly config?: string;
}

export const CONFIG = ['--config <文件>', '配置文件(默认 qunshao.yaml)'] as const;

export const streams: Streams = { stdin: process.stdin, stdout: process.stdout, warn };

export function warn(line: string): void {
  process.stderr.write(`提醒:${printable(line)}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

export function load(options: Shared): LoadedConfig {
  const loaded = loadConfig({ path: options.config, env: process.env });
  for (const warning of loaded.warnings) warn(warning);
  return loaded;
}

/** Adds one field's commands to the command line. */
export type Register = (program: Command) => void;
