import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';

/**
 * wechaty-puppet-service keeps payloads in a LevelDB below the home folder, without expiry: cards, names and owners that
 * changed while the bot was down come back old, and a read right after a change may too. Its `start` is made to do nothing;
 * every payload then comes from the platform. Other puppets have no such store and are left alone.
 */
export function withoutPayloadStore(puppet: Puppet): void {
  const store: unknown = Reflect.get(puppet, '_payloadStore');
  if (typeof store === 'object' && store !== null) Reflect.set(store, 'start', () => Promise.resolve());
}
