/**
 * The bot as `dist/bot/main.js` runs it, but with a clock that is `E2E_AHEAD_MS` ahead, so that it is daytime in the test,
 * and without the pauses of a person. SIGUSR2 puts the clock forward by another `E2E_LEAP_MS`. `E2E_PATIENCE` is JSON:
 * how long the supervisor waits for what, `E2E_PACE` which limits of the pace hold all the same. Runs on the compiled program.
 */
import { loadConfig } from '../../../dist/src/config/load.js';
import { runLive } from '../../../dist/bot/live.js';

let ahead = Number(process.env['E2E_AHEAD_MS'] ?? 0);
process.on('SIGUSR2', () => {
  ahead += Number(process.env['E2E_LEAP_MS'] ?? 0);
  process.stderr.write(`{"leapt":${ahead}}\n`);
});
const pace = {
  sameTargetMs: 0,
  otherTargetMs: 0,
  jitterMs: 0,
  perMinute: 1000,
  perGroupMinute: 1000,
  ...JSON.parse(process.env['E2E_PACE'] ?? '{}'),
};
const patience = JSON.parse(process.env['E2E_PATIENCE'] ?? '{}');
const pauses = process.env['E2E_PAUSES']?.split(',').map(Number);
const loaded = loadConfig({ path: undefined, env: process.env });
await runLive(loaded, {
  clock: { now: () => Date.now() + ahead },
  pace,
  patience,
  ...(pauses === undefined ? {} : { pauses }),
});
