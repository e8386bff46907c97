import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { advertisement, createDice, ordinary } from './chat.js';

export interface ChatFile {
  readonly path: string;
  readonly messages: number;
  /** How many messages of a thousand break the rules. */
  readonly perMille: number;
  readonly members: number;
}

const START = Date.parse('2026-03-02T09:00:00+08:00');
const EVERY_MS = 3000;

/** Writes a replay file: one group, an even flow of messages by day and night. */
export async function writeChat({ path, messages, perMille, members }: ChatFile): Promise<void> {
  const dice = createDice(20260302);
  const stream = createWriteStream(path);
  const line = (value: object): Promise<unknown> | null =>
    stream.write(`${JSON.stringify(value)}\n`) ? null : once(stream, 'drain');
  await line(groupEvent(members));
  for (let index = 0; index < messages; index += 1) {
    const text = dice(1000) < perMille ? advertisement(dice) : ordinary(dice);
    const at = new Date(START + 1000 + index * EVERY_MS).toISOString();
    const full = line({
      at,
      type: 'message',
      group: 'g1',
      from: `u${10 + dice(members - 10)}`,
      id: `m${index}`,
      text,
    });
    if (full !== null) await full;
  }
  stream.end();
  await finished(stream);
}

function groupEvent(members: number): object {
  return {
    at: new Date(START).toISOString(),
    type: 'group',
    group: 'g1',
    name: '武汉轻工大学北京校友分会群1',
    owner: 'u1',
    admins: ['u2'],
    bot: 'admin',
    members: Array.from({ length: members }, (_, index) => ({
      id: `u${index}`,
      name: `校友${index}`,
      card: '张三-北京-化学97级',
    })),
  };
}
