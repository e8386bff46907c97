import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTables, tablesBeside } from '../../bot/tables.js';
import { openStore } from '../../src/store/open.js';
import { THROWING_RULE, WORD_RULE } from '../builders/rules.js';
import { type Event, openStage, readable, type StageOptions } from '../fakes/stage.js';

// One behaviour in each scene: NAME.jsonl (what happens), NAME.yaml (the configuration), NAME.txt (what the bot does).
// After a change on purpose `npx vitest run test/scenes -u` writes the transcripts anew: read the difference.
const HERE = fileURLToPath(new URL('.', import.meta.url));
const NAMES = readdirSync(HERE)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.slice(0, -'.jsonl'.length))
  .toSorted();

function eventsOf(name: string): readonly Event[] {
  const lines = readFileSync(`${HERE}${name}.jsonl`, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Event => JSON.parse(line));
}

async function transcriptOf(name: string, options: StageOptions = {}): Promise<string> {
  const config = readFileSync(`${HERE}${name}.yaml`, 'utf8');
  const tables = createTables(tablesBeside(`${HERE}${name}.jsonl`));
  const stage = await openStage({ config, rules: [THROWING_RULE, WORD_RULE], tables, ...options });
  await stage.play(...eventsOf(name));
  const totals = await stage.finish();
  const sum = JSON.stringify({ messages: stage.app.messages(), ...totals });
  await stage.store.close();
  return `${[...stage.lines.map(readable), sum].join('\n')}\n`;
}

describe('scenes', () => {
  it.each(NAMES)('%s', async (name) => {
    await expect(await transcriptOf(name)).toMatchFileSnapshot(`${HERE}${name}.txt`);
  });

  it.each(NAMES)('%s: the same again on a database file', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'qunshao-scene-'));
    const store = await openStore(join(folder, 'scene.db'), { durability: 'batched' });
    expect(await transcriptOf(name, { store })).toBe(readFileSync(`${HERE}${name}.txt`, 'utf8'));
    rmSync(folder, { recursive: true });
  });

  it('every scene has its transcript written down', () => {
    const written = readdirSync(HERE).filter((file) => file.endsWith('.txt'));
    expect(written.toSorted()).toEqual(NAMES.map((name) => `${name}.txt`).toSorted());
  });
});
