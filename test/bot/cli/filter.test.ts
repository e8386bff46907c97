import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runFilter } from '../../../bot/cli/filter.js';
import { stringField } from '../../../src/jsonl/field.js';
import { InputError } from '../../../src/jsonl/input-error.js';
import type { Row } from '../../../src/jsonl/read.js';

const inputOf = (text: string) => ({ name: 'in', stream: Readable.from([Buffer.from(text)]) });
const map = (row: Row) => ({ line: row.place.line, size: stringField(row, 'text').length });

/** Takes everything in; `slow` answers each write only in a later turn, so that the filter must wait. */
class Sink extends Writable {
  text = '';
  pending = 0;
  mostPending = 0;

  constructor(private readonly slow: boolean) {
    super({ highWaterMark: 16 });
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.mostPending = Math.max(this.mostPending, this.writableLength);
    if (this.slow) setImmediate(done);
    else done();
  }
}

describe('runFilter', () => {
  it('empty input: nothing is written', async () => {
    const output = new Sink(false);
    await runFilter({ input: inputOf(''), output, map });
    expect(output.text).toBe('');
  });

  it('one object a line, in the order of the input', async () => {
    const output = new Sink(false);
    await runFilter({ input: inputOf('\ufeff{"text":"a"}\r\n\r\n{"text":"bc"}'), output, map });
    expect(output.text).toBe('{"line":1,"size":1}\n{"line":3,"size":2}\n');
  });

  it.each([
    ['malformed', '{"text":"a"}\n{oops\n{"text":"b"}\n'],
    ['without text', '{"text":"a"}\n{"id":1}\n{"text":"b"}\n'],
  ])('%s second line: the first answer is out, then InputError', async (_name, text) => {
    const output = new Sink(false);
    await expect(runFilter({ input: inputOf(text), output, map })).rejects.toThrow(InputError);
    expect(output.text).toBe('{"line":1,"size":1}\n');
  });

  it('waits for a slow reader instead of piling up', async () => {
    const output = new Sink(true);
    await runFilter({ input: inputOf('{"text":"a"}\n'.repeat(200)), output, map });
    output.end();
    await new Promise((resolve) => output.once('finish', resolve));
    expect(output.text.split('\n')).toHaveLength(201);
    expect(output.mostPending).toBeLessThan(100);
  });

  it('ends quietly where the reader goes away', async () => {
    const output = new PassThrough({ highWaterMark: 1 });
    let mapped = 0;
    const run = runFilter({
      input: inputOf('{"text":"a"}\n'.repeat(1000)),
      output,
      map: (row) => {
        mapped += 1;
        if (mapped === 3) output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
        else output.resume();
        return map(row);
      },
    });
    await expect(run).resolves.toBeUndefined();
    expect(mapped).toBeLessThan(10);
  });

  it('a full disk is an error', async () => {
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    });
    const run = runFilter({ input: inputOf('{"text":"a"}\n'.repeat(50)), output, map });
    await expect(run).rejects.toThrow('no space');
  });
});
