import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebhook } from '../../src/webhook/webhook.js';

const KEY = 'secret-key-0000';
let server: Server;
let bodies: string[] = [];
let answer: () => { readonly status: number; readonly body: string };
let now = 0;

beforeEach(async () => {
  bodies = [];
  now = 1_000_000;
  answer = () => ({ status: 200, body: '{"errcode":0,"errmsg":"ok"}' });
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      const { status, body } = answer();
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const send = (text: string) => {
  const { port } = server.address() as AddressInfo;
  return createWebhook(`http://127.0.0.1:${port}/send?key=${KEY}`, { now: () => now })(text);
};

describe('the group robot', () => {
  it('is sent a text, as WeCom asks for it', async () => {
    expect(await send('群里有一件事')).toEqual({ kind: 'done' });
    expect(JSON.parse(bodies[0] ?? '')).toEqual({ msgtype: 'text', text: { content: '群里有一件事' } });
  });

  it.each([
    { name: 'a server error', status: 500, body: '', detail: 'HTTP 500' },
    { name: 'a redirect is not followed', status: 302, body: '', detail: 'TypeError' },
    { name: 'too often', status: 200, body: '{"errcode":45009}', detail: 'errcode 45009' },
    { name: 'no answer of its kind', status: 200, body: '<html>', detail: 'errcode missing' },
  ])('$name is a refusal to be tried again, without the key', async ({ status, body, detail }) => {
    answer = () => ({ status, body });
    const outcome = await send('x');
    expect(outcome).toEqual({ kind: 'refused', reason: 'failed', detail });
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });

  it('a robot that is not there is a refusal', async () => {
    const outcome = await createWebhook('http://127.0.0.1:1/', { now: () => now })('x');
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'failed' });
  });

  it('more than twenty a minute are not even sent', async () => {
    const { port } = server.address() as AddressInfo;
    const robot = createWebhook(`http://127.0.0.1:${port}/`, { now: () => now });
    for (let n = 0; n < 20; n += 1) expect(await robot(String(n))).toEqual({ kind: 'done' });
    expect(await robot('one too many')).toMatchObject({ kind: 'refused' });
    expect(bodies).toHaveLength(20);
    now += 60_000;
    expect(await robot('a minute later')).toEqual({ kind: 'done' });
  });

  it('a long text is cut by bytes, between characters', async () => {
    await send('群'.repeat(1000));
    const { text }: { text: { content: string } } = JSON.parse(bodies[0] ?? '');
    expect(text.content).toBe('群'.repeat(682));
  });
});
