import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { GatewayProcess } from './gateway.js';
import { Witness } from './witness.js';

/** A bot in a process of its own that reaches the gateway by its environment alone. */
export class Program {
  /** Lines of standard output and standard error, as they come. */
  readonly output = new Witness<string>();
  /** The exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;

  constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', (line) => this.output.push(line));
    }
  }

  /** Of the process; undefined when it could not be started. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it with the signal and waits until it is gone. */
  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    if (this.isRunning) this.child.kill(signal);
    return this.ended;
  }
}

export interface Surroundings {
  /** Added to the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The working directory; that of the tests unless told. */
  readonly cwd?: string;
}

/** Runs `node` with these arguments, as `['/…/dist/bot/main.js']`. */
export function startProgram(
  gateway: Pick<GatewayProcess, 'environment'>,
  args: readonly string[],
  { settings = {}, cwd }: Surroundings = {},
): Program {
  const env = { ...process.env, ...gateway.environment, ...settings };
  return new Program(spawn(process.execPath, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] }));
}
