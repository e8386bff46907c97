import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Command } from '../../../bot/playground/gateway/command.js';
import type { Call } from '../../../bot/playground/puppet/call.js';
import type { FeedLine } from '../../../bot/playground/puppet/feed.js';
import { Witness } from './witness.js';

const PROGRAM = fileURLToPath(new URL('../../../dist/bot/playground/gateway.js', import.meta.url));

type Without<T> = T extends unknown ? Omit<T, 'id'> : never;
/** Any command of the gateway; the harness numbers it. */
export type Order = Without<Command>;

type Line =
  | { readonly event: 'ready' }
  | { readonly event: 'feed'; readonly line: FeedLine }
  | { readonly event: 'call'; readonly call: Call }
  | { readonly event?: undefined; readonly id: number | null; readonly ok: true; readonly result: unknown }
  | { readonly event?: undefined; readonly id: number | null; readonly ok: false; readonly error: string };

/** A gateway in a process of its own, with a home directory of its own in which clients keep what they remember. */
export class GatewayProcess {
  readonly lines = new Witness<Line>();
  readonly feed = new Witness<FeedLine>();
  readonly calls = new Witness<Call>();
  private sent = 0;

  constructor(
    private readonly child: ChildProcess,
    readonly address: Address,
  ) {
    if (child.stdout === null) throw new Error('the gateway has no output to read');
    createInterface({ input: child.stdout }).on('line', (text) => this.hear(text));
  }

  /** @returns the result. @throws Error with the gateway's words when it refuses. */
  async order(order: Order): Promise<unknown> {
    const id = ++this.sent;
    this.write(JSON.stringify({ ...order, id }));
    const answer = await this.lines.until((line) => line.event === undefined && line.id === id);
    if (answer.event !== undefined) throw new Error('unreachable: an answer is no event');
    if (!answer.ok) throw new Error(answer.error);
    return answer.result;
  }

  /** For orders that send: the id of the message, invitation or request. */
  async orderForId(order: Order): Promise<string> {
    return String(await this.order(order));
  }

  /** Writes a line as it is. */
  write(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  /** The environment in which a bot process reaches this gateway by settings alone. */
  get environment(): Readonly<Record<string, string>> {
    const { endpoint, token, home } = this.address;
    return {
      HOME: home,
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
    };
  }

  /** `SIGSTOP` makes the line half open: it stays, and nothing comes back. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  /** Ends it as a crash would; what clients remember stays. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.address.home, { recursive: true, force: true });
  }

  private hear(text: string): void {
    if (!text.startsWith('{')) return;
    const line = JSON.parse(text) as Line;
    if (line.event === 'feed') this.feed.push(line.line);
    if (line.event === 'call') this.calls.push(line.call);
    this.lines.push(line);
  }
}

export interface Address {
  readonly endpoint: string;
  readonly token: string;
  readonly home: string;
}

/** An address at which nobody is yet. */
async function freeAddress(): Promise<Address> {
  const home = await mkdtemp(join(tmpdir(), 'qunshao-e2e-'));
  return { endpoint: `127.0.0.1:${await freePort()}`, token: `insecure_${randomUUID()}`, home };
}

/**
 * Starts the compiled gateway; `npm run build` has to come first. Given an address, at that one, with a world of its own. `account`: the id
 * of whoever is logged in there.
 */
export async function startGateway(given?: Address, account = 'bot'): Promise<GatewayProcess> {
  const address = given ?? (await freeAddress());
  const { endpoint, token, home } = address;
  const env = { ...process.env, HOME: home };
  // Ids of messages must not come again where another gateway was before.
  const prefix = given === undefined ? [] : ['--id-prefix', `${randomUUID().slice(0, 8)}-`];
  const args = [PROGRAM, '--endpoint', endpoint, '--token', token, '--account', account, ...prefix];
  const child = spawn(process.execPath, args, {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gateway = new GatewayProcess(child, address);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the gateway ended with ${String(code)} before it was ready`);
  });
  await Promise.race([gateway.lines.until((line) => line.event === 'ready'), ended]);
  ended.catch(() => undefined);
  await gateway.order({ cmd: 'watch' });
  return gateway;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port to be had');
  return address.port;
}
