import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Message } from '../../src/core/model/message.js';
import { within } from './queue.js';

/** A picture that takes longer is not judged. */
const FETCH_MS = 20_000;
/** wechaty-puppet `ImageType`: the picture as people see it, not the original. */
const AS_SEEN = 2;

/** The picture of a message from the platform, read up to a bound of bytes; null where it is larger. */
export function platformPicture(puppet: () => Puppet, most: number) {
  return async ({ id }: Message): Promise<Uint8Array | null> => {
    const box = await within(puppet().messageImage(id, AS_SEEN), FETCH_MS);
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = await box.toStream();
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
  };
}
