import type { Message } from '../core/model/message.js';

/**
 * What was said lately in all groups together, in memory only: to try a word before it counts, and to find the message that a
 * quotation means. Never written anywhere.
 */
export interface Heard {
  add(message: Message): void;
  /** A group's messages, newest first. */
  of(groupId: string): readonly Message[];
}

const MOST = 20_000;

export function createHeard(most: number = MOST): Heard {
  const ring: (Message | undefined)[] = [];
  let next = 0;
  const of = (groupId: string): readonly Message[] => {
    const found: Message[] = [];
    for (let back = 1; back <= ring.length; back += 1) {
      const message = ring[(next - back + most) % most];
      if (message !== undefined && message.groupId === groupId) found.push(message);
    }
    return found;
  };
  return {
    add(message) {
      ring[next] = message;
      next = (next + 1) % most;
    },
    of,
  };
}
