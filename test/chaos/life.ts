import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TranscriptLine } from '../../src/simulate/platform.js';
import type { SceneEvent } from './scene.js';

const CHILD = fileURLToPath(new URL('./child/main.mjs', import.meta.url));

/** One line of the journal that outlives every process. */
export type JournalLine =
  | { readonly kind: 'started' | 'finished' | 'stuck'; readonly now: number }
  | { readonly kind: 'heard' | 'handled' | 'skipped'; readonly index: number; readonly now: number }
  | { readonly kind: 'asked'; readonly act: string }
  | { readonly kind: 'effect'; readonly now: number; readonly line: TranscriptLine }
  | { readonly kind: 'killed'; readonly by: 'step' | 'time'; readonly at: string };

/** What a process is told to do. */
export interface Orders {
  readonly config: string;
  readonly database: string;
  readonly journal: string;
  readonly scene: readonly SceneEvent[];
  /** Whether the platform delivers again what was not acknowledged. */
  readonly redeliver: boolean;
  /** How many events may be under way at once. */
  readonly window: number;
}

/** How a process ends: at a step that it takes, after a time, or when the scene is over. */
export type Fate =
  | { readonly kind: 'step'; readonly step: number; readonly among: 'any' | 'acting' | 'committing' }
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'none' };

export type Ending = 'killed' | 'finished';

/** A process that has loaded everything and waits for its orders: the next one gets ready while this one lives. */
export class Life {
  private errors = '';
  private readonly exit: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    child.stderr?.on('data', (chunk: Buffer) => void (this.errors += chunk.toString()));
    this.exit = once(child, 'exit');
  }

  static begin(): Life {
    return new Life(spawn(process.execPath, [CHILD], { stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  /** @throws Error with what it said, when it ended in any other way than by its fate. */
  async live(orders: Orders, fate: Fate): Promise<Ending> {
    const { child } = this;
    if (child.stdout === null || child.stdin === null) throw new Error('a process without pipes');
    await Promise.race([once(child.stdout, 'data'), this.exit]);
    const kill = fate.kind === 'step' ? fate : null;
    child.stdin.write(`${JSON.stringify({ ...orders, kill })}\n`);
    if (fate.kind === 'time') await this.killAfter(fate.ms, orders.journal);
    await this.exit;
    if (child.exitCode === 0) return 'finished';
    if (child.signalCode === 'SIGKILL') return 'killed';
    throw new Error(`the bot ended with ${String(child.exitCode)}: ${this.errors}`);
  }

  /** What it logged as an error. */
  faults(): string {
    return this.errors;
  }

  async discard(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exit;
  }

  private async killAfter(ms: number, journal: string): Promise<void> {
    const ending = new AbortController();
    await Promise.race([pause(ms, null, { signal: ending.signal }).catch(() => null), this.exit]);
    ending.abort();
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await this.exit;
    if (this.child.exitCode === null)
      appendFileSync(journal, `${JSON.stringify({ kind: 'killed', by: 'time', at: 'any moment' })}\n`);
  }
}

export function journalOf(path: string): readonly JournalLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as JournalLine);
}
