import { isIP } from 'node:net';
import { z } from 'zod';
import type { Listen } from '../core/policy/settings.js';
import type { Misfit } from './combination.js';

const FORM = '写成 127.0.0.1:9464';

/** Reads `127.0.0.1:9464` or `[::1]:9464`; null where it is neither. Names are not looked up. */
export function parseListen(text: string): Listen | null {
  const [, bracketed, plain, digits = ''] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/u.exec(text) ?? [];
  const host = bracketed ?? plain ?? '';
  const port = Number(digits);
  const isAddress = bracketed === undefined ? isIP(host) === 4 || host === 'localhost' : isIP(host) === 6;
  return isAddress && port <= 65_535 ? { host, port } : null;
}

/** What is wrong with an address to listen on, as a Chinese clause; null: nothing. */
export function listenProblem(text: string): string | null {
  return parseListen(text) === null ? `地址和端口读不懂:${FORM}` : null;
}

/** Whether only programs on the same machine can ask. */
function isLoopback({ host }: Listen): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

interface Section {
  readonly listen?: string | undefined;
  readonly 'beyond-loopback': boolean;
}

/** Whoever can ask learns how busy the groups are: beyond the machine only where that is said. */
export function exposureProblem({ listen, 'beyond-loopback': beyond }: Section): readonly Misfit[] {
  const at = listen === undefined ? null : parseListen(listen);
  if (at === null || beyond || isLoopback(at)) return [];
  const message = `${at.host} 会让别的机器也看到运行情况;${FORM},确实需要就再写 beyond-loopback: true`;
  return [{ path: ['listen'], message }];
}

/** The section `operating`; `report` puts misfits where they belong. */
export function operatingSection(
  report: (context: z.core.$RefinementCtx, misfits: readonly Misfit[]) => void,
) {
  const listen = z.string().check((context) => {
    const problem = listenProblem(context.value);
    if (problem !== null) context.issues.push({ code: 'custom', message: problem, input: context.value });
  });
  return z
    .strictObject({
      listen: listen
        .optional()
        .describe(
          '在哪个地址和端口提供健康检查和指标,如 127.0.0.1:9464;不写就不提供。也可以写在 QUNSHAO_LISTEN',
        ),
      'beyond-loopback': z.boolean().default(false).describe('允许 listen 写本机以外能访问的地址'),
    })
    .superRefine((value, context) => report(context, exposureProblem(value)));
}
