import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { knock } from '../../../../bot/wechaty/supervisor/knock.js';

it('no address, or one without a port: nothing to knock at, so it may be tried', async () => {
  expect([await knock(''), await knock('gateway.example')]).toEqual([true, true]);
});

it('somebody is there or not', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await knock(`127.0.0.1:${port}`)).toBe(true);
  server.close();
  await once(server, 'close');
  expect(await knock(`127.0.0.1:${port}`)).toBe(false);
});
