import { loadConfig } from '../src/config/load.js';
import { failureOf } from './cli/fail.js';
import { printable } from './cli/printable.js';

/** `npm start`: on WeChat or WeCom where a puppet is configured, else the local playground. */
async function main(): Promise<void> {
  const loaded = loadConfig({ path: undefined, env: process.env });
  // Wechaty reads its own settings from the process.
  Object.assign(process.env, loaded.env);
  for (const warning of loaded.warnings) process.stderr.write(`提醒:${printable(warning)}\n`);
  const live = Object.keys(loaded.env).some(
    (key) => key.startsWith('WECHATY_PUPPET') && loaded.env[key] !== '',
  );
  if (live) {
    const { runLive } = await import('./live.js');
    return runLive(loaded);
  }
  const { runPlayground } = await import('./playground/run.js');
  return runPlayground(loaded, process.argv.slice(2));
}

try {
  await main();
} catch (error) {
  const { code, text } = failureOf(error);
  process.stderr.write(`${text}\n`);
  process.exit(code);
}
