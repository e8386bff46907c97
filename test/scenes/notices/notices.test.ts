import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/parse.js';
import { claimOf, noticeRule } from '../../../src/core/rules/notice.js';
import { type Event, openStage, readable } from '../../fakes/stage.js';

// Scenes in which notices are read as in earnest. NAME.jsonl, NAME.yaml, NAME.txt as in the scenes beside.
const HERE = fileURLToPath(new URL('.', import.meta.url));
const NAMES = readdirSync(HERE)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.slice(0, -'.jsonl'.length))
  .toSorted();

function eventsOf(name: string): readonly Event[] {
  const lines = readFileSync(`${HERE}${name}.jsonl`, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Event => JSON.parse(line));
}

async function transcriptOf(name: string): Promise<string> {
  const config = readFileSync(`${HERE}${name}.yaml`, 'utf8');
  const { organisation } = parseConfig(config, name).config;
  const stage = await openStage({
    config,
    rules: [noticeRule(organisation)],
    notice: (message, groupName) => claimOf(message, groupName, organisation),
  });
  await stage.play(...eventsOf(name));
  const sum = JSON.stringify({ messages: stage.app.messages(), ...(await stage.finish()) });
  const lines = stage.lines.map(readable);
  await stage.store.close();
  return `${[...lines, ...stage.log.map((entry) => JSON.stringify(entry)), sum].join('\n')}\n`;
}

describe('scenes of notices', () => {
  it.each(NAMES)('%s', async (name) => {
    await expect(await transcriptOf(name)).toMatchFileSnapshot(`${HERE}${name}.txt`);
  });

  it('every scene has its transcript written down', () => {
    const written = readdirSync(HERE).filter((file) => file.endsWith('.txt'));
    expect(written.toSorted()).toEqual(NAMES.map((name) => `${name}.txt`).toSorted());
  });
});
