import { scale } from './scale.js';
import { soak } from './soak.js';
import type { Town } from './town.js';

const TOWN: Town = { groups: 30, members: 200, perMille: 5, everyMs: 3000 };

/** `npm run soak`: a million messages on virtual time, and what a message costs as the number of groups and members grows. */
async function main(): Promise<void> {
  const messages = Number(process.env['SOAK_MESSAGES'] ?? 1_000_000);
  if (!process.argv.includes('--scale')) report({ soak: await soak(TOWN, messages) });
  if (process.argv.includes('--long')) return;
  const sizes = { groups: [10, 100, 1000, 10_000], members: [1000, 10_000, 100_000, 1_000_000] };
  report({ scale: await scale({ ...sizes, messages: 20_000 }) });
}

function report(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

await main();
