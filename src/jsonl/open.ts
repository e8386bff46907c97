import { createReadStream } from 'node:fs';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Bytes to read, with the name that messages give them. */
export interface Input {
  readonly name: string;
  readonly stream: Readable;
}

export const STDIN_NAME = '标准输入';

/** A file, or `stdin` where the path is absent or `-`. A missing file shows itself when the stream is read. */
export function openInput(path: string | undefined, stdin: Readable): Input {
  if (path === undefined || path === '-') return { name: STDIN_NAME, stream: stdin };
  return { name: path, stream: createReadStream(path) };
}

/** Unpacks gzip, known by its first two bytes and not by its name, so that a piped `.gz` is read too. */
export async function unpacked(stream: Readable): Promise<AsyncIterable<Buffer>> {
  const iterator = bytesOf(stream)[Symbol.asyncIterator]();
  const head = await firstBytes(iterator);
  const whole = resume(head, iterator);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole;
  const gunzip = createGunzip();
  // The reader of `gunzip` meets every error; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(whole), gunzip, () => undefined);
  return bytesOf(gunzip);
}

async function* bytesOf(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
}

async function firstBytes(iterator: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* resume(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
