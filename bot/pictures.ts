import { createPictureReader, MOST_BYTES } from '../src/media/picture-reader.js';
import type { Message } from '../src/core/model/message.js';
import type { Pictures } from '../src/ports/pictures.js';
import type { World } from '../src/simulate/world.js';
import { readBeside } from './beside.js';

/** The bytes of a message's picture; null where there are none, or too many. */
export type PictureSource = (message: Message) => Promise<Uint8Array | null>;

/** The bytes of a person's avatar, in the same way. */
export type AvatarSource = (memberId: string) => Promise<Uint8Array | null>;

const NO_AVATARS: AvatarSource = () => Promise.resolve(null);

/** Looks at the pictures that a source has. What cannot be had is not judged. */
export function createPictures(source: PictureSource, avatars: AvatarSource = NO_AVATARS): Pictures {
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
    async avatar(memberId) {
      try {
        const bytes = await avatars(memberId);
        return bytes === null ? null : ((await read(bytes))?.print ?? null);
      } catch {
        return null;
      }
    },
  };
}

/** Pictures of a replay: `file` is a path below the folder of the events file. */
export function picturesBeside(eventsFile: string): PictureSource {
  return ({ file }) => readBeside(eventsFile, file, MOST_BYTES);
}

/** Avatars of a replay, as the events name them. */
export function avatarsBeside(eventsFile: string, world: World): AvatarSource {
  return (memberId) => readBeside(eventsFile, world.avatar(memberId), MOST_BYTES);
}
