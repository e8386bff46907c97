import type { Message } from '../core/model/message.js';

/** What a picture shows. */
export interface PictureReading {
  /** Contents of the QR codes in it, at most a few. */
  readonly codes: readonly string[];
  /** See `core/conduct/picture-print`; null for a picture that there is nothing to tell by. */
  readonly print: string | null;
}

/** Looks at pictures, within bounds of size, pixels and time. */
export interface Pictures {
  /** Null where the picture cannot be had or read: it is then not judged. Never throws. */
  read(message: Message): Promise<PictureReading | null>;
  /** The print of a person's avatar; null where it cannot be had, or has nothing to be told by. Never throws. */
  avatar(memberId: string): Promise<string | null>;
}

/** Where there is nothing to look with. */
export const NO_PICTURES: Pictures = {
  read: () => Promise.resolve(null),
  avatar: () => Promise.resolve(null),
};
