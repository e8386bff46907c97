import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';

/** wechaty-puppet `PayloadType`, the two that this adapter hears of. */
export const DIRTY_ROOM = 3;
export const DIRTY_ROOM_MEMBER = 4;

/** Tells news from the platform from the echo of what this process itself asked for. */
export interface Echoes {
  /** True once for each mark that this process asked for. */
  isEcho(type: number, id: string): boolean;
}

/**
 * Makes `dirtyPayload` of a puppet safe. Wechaty calls it without awaiting (`room.sync` at every join, leave and topic);
 * over gRPC it is a promise, and its failure, handled by nobody, would end the process. It also counts what was asked: a
 * gateway sends each request back as an event, which would otherwise look like a change and start another request.
 */
export function tameDirty(puppet: Puppet): Echoes {
  const asked = new Map<string, number>();
  const ask = puppet.dirtyPayload.bind(puppet);
  const request = async (type: Parameters<typeof ask>[0], id: string): Promise<void> => ask(type, id);
  puppet.dirtyPayload = (type, id) => {
    const key = `${type} ${id}`;
    asked.set(key, (asked.get(key) ?? 0) + 1);
    // The caches here can be cleared without the gateway, and whoever waits for the event need not wait out its time.
    request(type, id).catch(() => puppet.emit('dirty', { payloadType: type, payloadId: id }));
  };
  // Requests of a broken connection are never answered.
  puppet.on('login', () => asked.clear());
  return {
    isEcho(type, id) {
      const key = `${type} ${id}`;
      const left = asked.get(key) ?? 0;
      if (left > 1) asked.set(key, left - 1);
      else asked.delete(key);
      return left > 0;
    },
  };
}
