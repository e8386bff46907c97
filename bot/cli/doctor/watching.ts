import { createServer } from 'node:net';
import type { OperatingSettings } from '../../../src/core/policy/settings.js';
import { care, good, type Row } from './row.js';

const AREA = '健康检查和指标';

/** Whether the address can be had: the bot holds it while it runs. */
export async function watchingRow({ listen, beyondLoopback }: OperatingSettings): Promise<Row> {
  if (listen === null) return good(AREA, '没有打开(operating.listen)');
  const { host, port } = listen;
  const at = `${host}:${port}`;
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
  if (!isFree) return care(AREA, `${at} 正被占着`, '机器人在运行时会这样;没有运行就换一个端口');
  return beyondLoopback
    ? care(AREA, `${at} 别的机器也能访问`, '请用防火墙限定只让监控的机器访问')
    : good(AREA, at);
}
