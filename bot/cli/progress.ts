import { statSync } from 'node:fs';
import { SingleBar } from 'cli-progress';

/** A progress line on a terminal; nothing where the output is piped. */
export interface Progress {
  tick(lines: number): void;
  stop(): void;
}

const EVERY = 5000;

export function createProgress(file: string): Progress {
  if (!process.stderr.isTTY || file === '-') return { tick: () => undefined, stop: () => undefined };
  // The lines of a file are not known beforehand; about 120 bytes each is near enough for a bar.
  const guess = Math.max(1, Math.round(statSync(file, { throwIfNoEntry: false })?.size ?? 0) / 120);
  const bar = new SingleBar({
    format: '回放 {bar} {value} 行,已用 {duration_formatted}',
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(Math.round(guess), 0);
  return {
    tick(lines) {
      if (lines % EVERY !== 0) return;
      if (lines > bar.getTotal()) bar.setTotal(lines);
      bar.update(lines);
    },
    stop: () => bar.stop(),
  };
}
