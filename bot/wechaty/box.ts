import type { FileBoxInterface } from 'file-box';
import { within } from './queue.js';

/** A file that takes longer is not looked at. */
const FETCH_MS = 20_000;

/** What a platform hands over, read up to a bound of bytes; null where it is larger. */
export async function readBox(box: Promise<FileBoxInterface>, most: number): Promise<Uint8Array | null> {
  const stream = await (await within(box, FETCH_MS)).toStream();
  const chunks: Buffer[] = [];
  let size = 0;
  const reading = (async () => {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > most) return null;
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  })();
  try {
    return await within(reading, FETCH_MS);
  } finally {
    stream.destroy();
  }
}
