import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/core/model/instant.js';
import { createWebhook } from '../../src/webhook/webhook.js';
import { clock, meet, say } from '../builders/events.js';
import { openStage, type Stage } from '../fakes/stage.js';

const OK = '{"errcode":0,"errmsg":"ok"}';
const LIMIT = '{"errcode":45009,"errmsg":"api freq out of limit"}';
const FRAUD = '刷单先垫付';

let server: Server;
let stage: Stage;
/** What the robot heard, when on the bot's clock, and what it will answer: the first that is left, else OK. */
let heard: { readonly at: number; readonly text: string }[];
let answers: { readonly status: number; readonly body: string }[];

async function begin(groups: number): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/send?key=secret-0000`;
  const ids = Array.from({ length: groups }, (_, n) => `g${n + 1}`);
  const config = `organisation: { admins: [u0], webhook: "${url}" }\ngroups:\n${ids.map((id) => `  - id: ${id}`).join('\n')}\n`;
  stage = await openStage({
    config,
    platform: (platform) => ({ ...platform, report: createWebhook(url, { now: () => stage.clock.now() }) }),
  });
  for (const id of ids) await stage.play(meet('03-02 09:00', { group: id, name: `${id}群` }));
}

beforeEach(async () => {
  heard = [];
  answers = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { text }: { text: { content: string } } = JSON.parse(Buffer.concat(chunks).toString());
      heard.push({ at: stage.clock.now(), text: text.content });
      const { status, body } = answers.shift() ?? { status: 200, body: OK };
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await stage.store.close();
  await new Promise((resolve) => server.close(resolve));
});

const outcomes = async (caseId: number) =>
  (await stage.store.outcomesOfCase(caseId))
    .filter(({ planned }) => planned.action.kind === 'report')
    .map(({ outcome }) => outcome?.kind);

describe('reports to the robot of the organisation, over real HTTP', () => {
  it('nothing grave happened: nothing is sent', async () => {
    await begin(1);
    await stage.play(say('03-02 09:05', 'u5', '大家好'), clock('03-02 09:30'));
    expect(heard).toEqual([]);
  });

  it('asked to slow down, then broken: tried again later and later, until it is heard once', async () => {
    await begin(1);
    answers = [
      { status: 200, body: LIMIT },
      { status: 200, body: LIMIT },
      { status: 502, body: '' },
    ];
    await stage.play(say('03-02 09:05', 'u5', FRAUD), clock('03-02 09:30'));
    const gaps = heard.slice(1).map(({ at }, n) => at - (heard[n]?.at ?? 0));
    expect(gaps.map((gap) => Math.round(gap / 1000))).toEqual([15, 30, 45]);
    expect(new Set(heard.map(({ text }) => text)).size).toBe(1);
    expect(heard[0]?.text).toContain('“g1群”发现诈骗(编号 1)');
    expect(heard[0]?.text).not.toMatch(/李雷|u5|垫付/u);
    expect(await outcomes(1)).toEqual(['done']);
  });

  it('down for good: given up after its tries, and recorded as not done', async () => {
    await begin(1);
    answers = Array.from({ length: 50 }, () => ({ status: 200, body: LIMIT }));
    await stage.play(say('03-02 09:05', 'u5', FRAUD), clock('03-02 10:30'));
    expect(heard).toHaveLength(9);
    expect(await outcomes(1)).toEqual(['refused']);
  });

  it('thirty groups at once: all are heard, and never more than twenty in a minute', async () => {
    await begin(30);
    for (let n = 1; n <= 30; n += 1)
      await stage.play(say('03-02 09:05', 'u5', FRAUD, { group: `g${n}`, id: `m${n}` }));
    await stage.play(clock('03-02 09:30'));
    expect(new Set(heard.map(({ text }) => text)).size).toBe(30);
    expect(heard).toHaveLength(30);
    for (const { at } of heard)
      expect(heard.filter((one) => one.at >= at && one.at < at + MINUTE).length).toBeLessThanOrEqual(20);
  });
});
