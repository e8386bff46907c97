import type { Writable } from 'node:stream';
import type { Input } from '../../src/jsonl/open.js';
import { readJsonLines, type Row } from '../../src/jsonl/read.js';
import { printable } from './printable.js';

export interface Filter {
  readonly input: Input;
  readonly output: Writable;
  /** May throw InputError; the answers before are already out. */
  readonly map: (row: Row) => object;
}

/**
 * Writes one JSON object per line, in the order of the input, and waits where the reader is slow.
 * Ends quietly where the reader goes away (`| head`).
 * @throws InputError at the first bad line
 */
export async function runFilter({ input, output, map }: Filter): Promise<void> {
  const outlet = new Outlet(output);
  try {
    for await (const row of readJsonLines(input)) {
      await outlet.write(`${printable(JSON.stringify(map(row)))}\n`);
      if (outlet.gone) return;
    }
  } finally {
    outlet.release();
  }
  outlet.check();
}

/** Writing with backpressure; a broken pipe is an end and not an error. */
class Outlet {
  #error: Error | null = null;
  readonly #output: Writable;
  readonly #onError = (error: Error): void => {
    this.#error = error;
  };

  constructor(output: Writable) {
    this.#output = output;
    output.on('error', this.#onError);
  }

  get gone(): boolean {
    this.check();
    return this.#error !== null || this.#output.destroyed;
  }

  async write(line: string): Promise<void> {
    if (this.gone || this.#output.write(line)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        for (const event of ['drain', 'close', 'error']) this.#output.off(event, done);
        resolve();
      };
      for (const event of ['drain', 'close', 'error']) this.#output.on(event, done);
    });
  }

  check(): void {
    if (this.#error !== null && !('code' in this.#error && this.#error.code === 'EPIPE')) throw this.#error;
  }

  /** The listener stays where the pipe broke: the stream may still report writes that were under way. */
  release(): void {
    if (this.#error === null && !this.#output.destroyed) this.#output.off('error', this.#onError);
  }
}
