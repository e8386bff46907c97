import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Listen } from '../../src/core/policy/settings.js';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A page by its path; what it answers is made when it is asked for. */
export type Pages = Readonly<Record<string, () => Answer | Promise<Answer>>>;

export interface Serving {
  /** Where it listens; the port that was chosen where none was given. */
  readonly address: string;
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const TEXT = 'text/plain; charset=utf-8';

/** Answers GET and HEAD and nothing else. Rejects where the address is taken or not ours. */
export async function serve({ host, port }: Listen, pages: Pages): Promise<Serving> {
  const server = createServer((request, response) => {
    void answer(pages, request).then((told) => send(request, response, told));
  });
  server.requestTimeout = PATIENCE_MS;
  server.headersTimeout = PATIENCE_MS;
  await listening(server, { host, port });
  return { address: addressOf(server), close: () => closed(server) };
}

async function answer(pages: Pages, { method, url = '' }: IncomingMessage): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, type: TEXT, body: 'GET only\n' };
  const path = url.split('?')[0] ?? '';
  const make = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (make === undefined) return { status: 404, type: TEXT, body: `${Object.keys(pages).join('\n')}\n` };
  try {
    return await make();
  } catch {
    return { status: 500, type: TEXT, body: 'failed\n' };
  }
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end(method === 'HEAD' ? undefined : body);
}

function listening(server: Server, { host, port }: Listen): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function addressOf(server: Server): string {
  const at: AddressInfo | string | null = server.address();
  if (at === null || typeof at === 'string') return '';
  return at.family === 'IPv6' ? `[${at.address}]:${at.port}` : `${at.address}:${at.port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
