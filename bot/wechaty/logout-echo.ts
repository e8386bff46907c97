import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';

const SERVICE = /wechaty-puppet-service$/u;

/**
 * The service's client answers a log-out that it hears of with an order to log out: where somebody has scanned again in the meantime, that
 * order logs the account out once more. Its `logout` is replaced by the one it extends, which only tells. The bot itself never logs out;
 * other puppets are left alone.
 */
export function withoutLogoutEcho(puppet: Puppet): void {
  if (!SERVICE.test(puppet.name())) return;
  const [, extended] = methodsOf(puppet, 'logout');
  if (extended !== undefined) Reflect.set(puppet, 'logout', extended);
}

/** A method as each class of the object has it, its own first. */
function methodsOf(thing: object, name: string): readonly unknown[] {
  const parent: unknown = Object.getPrototypeOf(thing);
  if (typeof parent !== 'object' || parent === null) return [];
  const own = Object.hasOwn(parent, name) ? [Reflect.get(parent, name)] : [];
  return [...own, ...methodsOf(parent, name)];
}
