import { parseArgs } from 'node:util';
import type { LoadedConfig } from '../../src/config/load.js';
import { UsageError } from '../cli/fail.js';
import { writeForOwnerOnly } from '../owner-only.js';
import { fileLines } from './face/script.js';

const USAGE = [
  '用法:npm start                     打开演练场(不连接微信)',
  '      npm start -- --script 文件    按文件里写的演一遍,不需要终端',
].join('\n');

/**
 * `npm start` without a puppet: the bot in a group that lives in this process. With `--script FILE` it plays a text file in the
 * language of the prompt. @throws UsageError naming file and line
 */
export async function runPlayground(loaded: LoadedConfig, argv: readonly string[]): Promise<void> {
  const { script, isHelp } = optionsOf(argv);
  if (isHelp) return void process.stdout.write(`${USAGE}\n`);
  writeForOwnerOnly();
  // Wechaty's log reads this when it is loaded, and would write between the lines of the chat.
  process.env['WECHATY_LOG'] ||= 'silent';
  const lines = script === null ? null : fileLines(script);
  const { start } = await import('./face/start.js');
  await start(loaded, lines);
}

function optionsOf(argv: readonly string[]): { readonly script: string | null; readonly isHelp: boolean } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { script: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    return { script: values.script ?? null, isHelp: values.help === true };
  } catch {
    throw new UsageError(`看不懂参数 ${argv.join(' ')}\n${USAGE}`);
  }
}
