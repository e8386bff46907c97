import { open } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { createPictureReader, MOST_BYTES } from '../src/media/picture-reader.js';
import type { Message } from '../src/core/model/message.js';
import type { Pictures } from '../src/ports/pictures.js';

/** The bytes of a message's picture; null where there are none, or too many. */
export type PictureSource = (message: Message) => Promise<Uint8Array | null>;

/** Looks at the pictures that a source has. What cannot be had is not judged. */
export function createPictures(source: PictureSource): Pictures {
  const read = createPictureReader();
  return {
    async read(message) {
      try {
        const bytes = await source(message);
        return bytes === null ? null : await read(bytes);
      } catch {
        return null;
      }
    },
  };
}

/** Pictures of a replay: `file` is a path below the folder of the events file. */
export function picturesBeside(eventsFile: string): PictureSource {
  const folder = dirname(eventsFile);
  return async ({ file }) => {
    if (file === null || isAbsolute(file) || normalize(file).startsWith('..')) return null;
    const handle = await open(join(folder, file));
    try {
      const { size } = await handle.stat();
      return size > MOST_BYTES ? null : await handle.readFile();
    } finally {
      await handle.close();
    }
  };
}
