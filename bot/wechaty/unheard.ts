import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';

/**
 * Wechaty makes objects of each of these: for a message it asks for the payload a second time, for the room, for its members
 * and for who speaks. Nobody in this program listens to them (`listeners.ts` hears the puppet itself).
 */
const EVENTS = ['message', 'room-join', 'room-leave', 'room-topic', 'room-invite', 'friendship'] as const;

/**
 * Takes Wechaty's own listeners to these events off a puppet; to be called on Wechaty's `puppet` event, before anybody else
 * listens. Only for a program of our own: as a plugin the host may want them.
 */
export function withoutWechatysOwn(puppet: Puppet): void {
  for (const event of EVENTS) puppet.removeAllListeners(event);
}
