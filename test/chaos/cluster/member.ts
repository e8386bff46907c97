import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Event } from '../../fakes/stage.js';
import { TcpProxy } from '../../harness/tcp-proxy.js';

const WORKER = fileURLToPath(new URL('./worker.mjs', import.meta.url));

/** What every member of the cluster is given. */
export interface Surroundings {
  readonly database: string;
  readonly config: string;
  readonly journal: string;
  readonly tempo: { readonly leaseMs: number; readonly lookMs: number };
  /** How far the members' clocks are ahead of the machine's, ms. */
  readonly ms: number;
}

export type Line = Readonly<Record<string, unknown>>;

/** One account of the bot: its process, which may be killed and started anew, and its line to the database. */
export class Member {
  readonly lines: Line[] = [];
  private child: ChildProcess | null = null;
  private ready = false;

  private constructor(
    readonly account: string,
    readonly groups: readonly Event[],
    readonly proxy: TcpProxy,
    private readonly surroundings: Surroundings,
  ) {}

  static async of(account: string, groups: readonly Event[], surroundings: Surroundings): Promise<Member> {
    return new Member(account, groups, await TcpProxy.to(surroundings.database), surroundings);
  }

  get database(): string {
    return this.surroundings.database;
  }

  /** Whether the process hears. */
  get isUp(): boolean {
    return this.ready;
  }

  isIn(groupId: string): boolean {
    return this.groups.some(({ group }) => group === groupId);
  }

  /** Starts the process; resolves when it hears. False: it ended before, without the database say. */
  async start(): Promise<boolean> {
    if (this.child !== null)
      throw new Error(
        `${this.account} runs already: two would lead in its name, and one of them hear nothing`,
      );
    const child = spawn(process.execPath, [WORKER], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child = child;
    // What is said to a process that was just killed goes nowhere.
    child.stdin?.on('error', () => undefined);
    const { surroundings, account, groups } = this;
    const database = this.proxy.through(surroundings.database);
    this.order({ do: 'live', ...surroundings, database, account, groups });
    if (child.stdout === null) throw new Error('the worker has no output');
    const reader = createInterface({ input: child.stdout });
    return new Promise<boolean>((resolve) => {
      reader.on('line', (text) => {
        const line = JSON.parse(text) as Line;
        this.lines.push(line);
        if (line['ready'] === undefined) return;
        this.ready = true;
        resolve(true);
      });
      child.once('exit', () => {
        this.child = null;
        this.ready = false;
        resolve(false);
      });
    });
  }

  order(order: Line): void {
    this.child?.stdin?.write(`${JSON.stringify(order)}\n`);
  }

  hear(event: Event): void {
    if (this.isIn(String(event['group'])) || event['type'] === 'direct') this.order({ do: 'hear', event });
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    // From here on it is down: who kills it a second time before it is gone would start it twice.
    this.ready = false;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** A clean end: what it leads is handed over. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child === null) return;
    const gone = once(child, 'exit');
    this.order({ do: 'stop' });
    await gone;
  }

  async close(): Promise<void> {
    await this.kill();
    await this.proxy.close();
  }
}
