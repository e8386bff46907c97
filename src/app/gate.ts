import type { Inbound } from '../core/model/event.js';
import type { Leadership, Stand } from '../ports/leadership.js';
import type { Handlers } from './handlers.js';
import { SETTLED } from './lanes.js';
import type { Seen } from './seen.js';

interface Parts {
  readonly leadership: Leadership;
  readonly seen: Seen;
  readonly handlers: Handlers;
}

/**
 * Lets in the events of groups that this process leads. What it does not lead is only remembered as seen. While nobody can say who leads,
 * an event waits in its lane; so does one that the store failed, and is then tried once more.
 */
export function createGate(parts: Parts): Handlers {
  const { leadership, handlers } = parts;
  if (leadership.kind === 'alone') return handlers;
  return {
    handle(event) {
      switch (standOf(leadership, groupOf(event))) {
        case 'leads':
          return handled(parts, event);
        case 'follows':
          return pass(parts, event);
        case 'unsettled':
          return whenSettled(parts, event);
      }
    },
  };
}

/** Whoever is written to answers, whatever it leads. */
function standOf(leadership: Leadership, groupId: string | null): Stand {
  if (groupId !== null) return leadership.stand(groupId);
  return leadership.isWell() ? 'leads' : 'unsettled';
}

/** Waits until somebody can say who leads. Null: that was given up. */
async function settledStand(leadership: Leadership, groupId: string | null): Promise<Stand | null> {
  while (standOf(leadership, groupId) === 'unsettled') if (!(await leadership.settle(groupId))) return null;
  return standOf(leadership, groupId);
}

async function whenSettled(parts: Parts, event: Inbound): Promise<void> {
  const stand = await settledStand(parts.leadership, groupOf(event));
  if (stand === null) return;
  await (stand === 'follows' ? pass(parts, event) : handled(parts, event));
}

function handled(parts: Parts, event: Inbound): Promise<void> {
  const work = parts.handlers.handle(event);
  return Object.is(work, SETTLED) ? work : work.catch((error: unknown) => again(parts, event, error));
}

/** Half of it may be written; what has its case already makes no second one. */
async function again(parts: Parts, event: Inbound, error: unknown): Promise<void> {
  const { leadership, seen, handlers } = parts;
  if (await leadership.answers()) throw error;
  const stand = await settledStand(leadership, groupOf(event));
  if (stand === null) throw error;
  if (stand === 'follows') return pass(parts, event);
  const id = idOf(event);
  if (id !== null) seen.forget(id);
  await handlers.handle(event);
}

function pass({ leadership, seen }: Parts, event: Inbound): Promise<void> {
  const groupId = groupOf(event);
  const id = idOf(event);
  if (id !== null) seen.add(id);
  if (groupId === null) return SETTLED;
  if (event.kind === 'leave' && event.memberId === leadership.account())
    return leadership.quit(groupId).then(() => undefined);
  leadership.passed(groupId);
  return SETTLED;
}

function idOf(event: Inbound): string | null {
  if (event.kind === 'message') return event.message.id;
  return event.kind === 'direct' ? event.id : null;
}

/** Null: an event of no group. */
export function groupOf(event: Inbound): string | null {
  switch (event.kind) {
    case 'group':
      return event.group.id;
    case 'message':
      return event.message.groupId;
    case 'direct':
    case 'invitation':
    case 'friendship':
    case 'outage':
      return null;
    case 'join':
    case 'leave':
    case 'card':
    case 'topic':
    case 'role':
    case 'recall':
    case 'resync':
      return event.groupId;
  }
}
