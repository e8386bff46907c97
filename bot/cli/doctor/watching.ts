import { createServer } from 'node:net';
import type { OperatingSettings } from '../../../src/core/policy/settings.js';
import { PLATFORM } from '../../../src/core/wording/checkup-platform.js';
import type { Row } from '../../../src/core/wording/checkup.js';

/** Whether the address can be had: the bot holds it while it runs. */
export async function watchingRow({ listen, beyondLoopback }: OperatingSettings): Promise<Row> {
  if (listen === null) return PLATFORM.watchingOff();
  const { host, port } = listen;
  const at = `${host}:${port}`;
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
  if (!isFree) return PLATFORM.watchingTaken(at);
  return beyondLoopback ? PLATFORM.watchingOpen(at) : PLATFORM.watching(at);
}
