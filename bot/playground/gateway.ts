/**
 * The other process: a Wechaty gateway that serves an in-memory world instead of WeChat.
 *
 *     node dist/bot/playground/gateway.js --endpoint 127.0.0.1:18788 --token insecure_playground
 *
 * Reads one JSON command per line (`gateway/command.ts`) and answers each with one line: `{id, ok: true, result}` or
 * `{id, ok: false, error}`. Lines with an `event` come unasked: `ready` once, after `watch` also every `feed` line and `call`.
 * Ends with `quit` or the end of its input. TLS is off: for tests and for play on one machine only.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { log } from 'wechaty-puppet';
import { PuppetServer } from 'wechaty-puppet-service';
import { commandSchema, type Command } from './gateway/command.js';
import { perform } from './gateway/perform.js';
import { PuppetPlayground } from './puppet/puppet.js';
import { World } from './puppet/world.js';

const HEARTBEAT_MS = 15_000;

interface Gateway {
  readonly world: World;
  readonly puppet: PuppetPlayground;
  readonly advance: (ms: number) => void;
}

function createGateway(account: string, idPrefix: string): Gateway {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const world = new World({ now, bot: { id: account, name: '群哨' }, idPrefix });
  const puppet = new PuppetPlayground(world, { kind: 'served', heartbeatMs: HEARTBEAT_MS });
  return { world, puppet, advance: (ms) => void (ahead += ms) };
}

function write(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** @throws Refusal where the world says no. */
function obey({ world, puppet, advance }: Gateway, command: Command): unknown {
  switch (command.cmd) {
    case 'account':
      return turnAccount(puppet, command.turn);
    case 'account-code':
      return puppet.showCode(command.qrcode);
    case 'advance':
      return advance(command.ms);
    case 'calls':
      return puppet.calls.entries;
    case 'faults':
      if (command.clear === true) puppet.faults.clear();
      return command.arm?.forEach((fault) => puppet.faults.arm(fault));
    case 'watch':
      puppet.calls.subscribe((call) => write({ event: 'call', call }));
      world.feed.subscribe((line) => write({ event: 'feed', line }));
      return undefined;
    case 'quit':
      return undefined;
    default:
      return perform(world, command);
  }
}

function turnAccount(puppet: PuppetPlayground, turn: 'in' | 'out'): void {
  if (turn === 'in') puppet.logIn();
  else void puppet.logOut();
}

/** @returns whether to go on. */
function answer(gateway: Gateway, line: string): boolean {
  let id: unknown = null;
  try {
    const raw: unknown = JSON.parse(line);
    if (typeof raw === 'object' && raw !== null && 'id' in raw) id = raw.id;
    const command = commandSchema.parse(raw);
    write({ id, ok: true, result: obey(gateway, command) ?? null });
    return command.cmd !== 'quit';
  } catch (error) {
    write({ id, ok: false, error: error instanceof Error ? error.message : String(error) });
    return true;
  }
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { endpoint: text, token: text, account: text, 'id-prefix': text },
  });
  const { endpoint, token, account = 'bot', 'id-prefix': idPrefix = '' } = values;
  if (endpoint === undefined || token === undefined) {
    process.stderr.write('gateway: give --endpoint HOST:PORT and --token insecure_NAME\n');
    process.exit(2);
  }
  // Standard output belongs to the answers.
  log.level('silent');
  const gateway = createGateway(account, idPrefix);
  const server = new PuppetServer({ endpoint, token, puppet: gateway.puppet, tls: { disable: true } });
  await server.start();
  write({ event: 'ready', endpoint });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '' && !answer(gateway, line)) break;
  }
  await server.stop();
  process.exit(0);
}

await main();
