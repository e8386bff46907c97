import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { SentFile } from '../../src/ports/tables.js';
import { readBox } from './box.js';

/** The file of a private message from the platform, read up to a bound of bytes; null where it is larger. */
export function platformFile(puppet: () => Puppet, most: number) {
  return ({ id }: SentFile): Promise<Uint8Array | null> =>
    id === null ? Promise.resolve(null) : readBox(puppet().messageFile(id), most);
}
