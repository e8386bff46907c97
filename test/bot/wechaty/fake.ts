import type { payloads } from 'wechaty-puppet';
import { PuppetPlayground } from '../../../bot/playground/puppet/puppet.js';
import type { World } from '../../../bot/playground/puppet/world.js';
import type { Inbound } from '../../../src/core/model/event.js';
import type { Log } from '../../../src/ports.js';
import { Witness } from '../../e2e/harness/witness.js';
import { alumniWorld, type AlumniOptions } from '../../playground/alumni.js';

/** A Monday morning in Shanghai. */
export const NOW = Date.UTC(2026, 0, 5, 4);

/** A puppet on the alumni world whose payloads a test may bend, and which counts how often it is asked for a card. */
class BentPuppet extends PuppetPlayground {
  /** Laid over every message payload. */
  bent: Partial<payloads.Message> = {};
  /** Awaited before a message's payload is given, by its id. */
  readonly late = new Map<string, Promise<void>>();
  cardsRead = 0;

  override async messagePayload(id: string): Promise<payloads.Message> {
    const payload = await super.messagePayload(id);
    await this.late.get(id);
    return { ...payload, ...this.bent };
  }

  override roomMemberRawPayload(roomId: string, id: string): Promise<payloads.RoomMember> {
    this.cardsRead += 1;
    return super.roomMemberRawPayload(roomId, id);
  }
}

export interface Stage {
  readonly clock: { ms: number };
  readonly world: World;
  readonly puppet: BentPuppet;
}

const started: BentPuppet[] = [];

/** A puppet of its own world, logged in. */
export async function startPuppet(options: AlumniOptions = {}): Promise<Stage> {
  const clock = { ms: NOW };
  const world = alumniWorld(clock, options);
  const puppet = new BentPuppet(world);
  started.push(puppet);
  const ready = new Promise((resolve) => puppet.once('ready', resolve));
  await puppet.start();
  await ready;
  return { clock, world, puppet };
}

export async function stopPuppets(): Promise<void> {
  await Promise.all(started.splice(0).map((puppet) => puppet.stop()));
}

/** What an app is told, in order. */
export class HeardEvents extends Witness<Inbound> {
  readonly hear = async (event: Inbound): Promise<void> => this.push(event);

  of<K extends Inbound['kind']>(kind: K): Extract<Inbound, { kind: K }>[] {
    return this.seen.filter((event): event is Extract<Inbound, { kind: K }> => event.kind === kind);
  }
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export class FakeLog extends Witness<Logged> implements Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.push({ level: 'info', fields, message });
  }

  warn(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.push({ level: 'warn', fields, message });
  }

  error(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.push({ level: 'error', fields, message });
  }
}
