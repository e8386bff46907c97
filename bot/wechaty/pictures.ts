import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Message } from '../../src/core/model/message.js';
import { readBox } from './box.js';

/** wechaty-puppet `ImageType`: the picture as people see it, not the original. */
const AS_SEEN = 2;

/** The picture of a message from the platform, read up to a bound of bytes; null where it is larger. */
export function platformPicture(puppet: () => Puppet, most: number) {
  return ({ id }: Message): Promise<Uint8Array | null> => readBox(puppet().messageImage(id, AS_SEEN), most);
}

/** The avatar of a person, in the same way. */
export function platformAvatar(puppet: () => Puppet, most: number) {
  return (memberId: string): Promise<Uint8Array | null> => readBox(puppet().contactAvatar(memberId), most);
}
