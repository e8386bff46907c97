import { DAY } from '../../../src/core/model/instant.js';
import { ROOM } from '../scene/alumni.js';
import { act, type WorldOrder } from './act.js';
import type { Audience } from './audience.js';
import type { PlayClock } from './clock.js';
import { clockTime, dayName, localTime } from './day.js';
import type { Span } from './order.js';
import type { People } from './people.js';
import type { Reasons } from './reasons.js';
import { asBadLine } from './refusal.js';
import type { Screen } from './screen.js';
import type { Stage } from './stage.js';

export interface FaceParts {
  readonly stage: Stage;
  readonly people: People;
  readonly clock: PlayClock;
  readonly screen: Screen;
  readonly audience: Audience;
  readonly reasons: Reasons;
  readonly print: (text: string) => void;
}

/** What follows from what people do, and from time passing. */
export interface Consequences {
  of(order: WorldOrder): Promise<void>;
  pass(span: Span | null): Promise<void>;
}

export function createConsequences(parts: FaceParts): Consequences {
  const { stage, people, clock, screen, audience, print } = parts;
  let waitingFor = Infinity;
  const tellWaiting = (): void => {
    const due = stage.nextWord();
    if (due !== Infinity && due !== waitingFor)
      audience.note(`还有话等到 ${dayName(due)} ${clockTime(due)} 再说,夜里不打扰`);
    waitingFor = due;
  };
  const of = async (order: WorldOrder): Promise<void> => {
    const renamed = order.kind === 'card' ? people.find(order.who) : null;
    const wasWrong = renamed !== null && (await stage.session.store.cardWatch(ROOM, renamed)) !== null;
    const actorId = await inWorld(parts, order);
    const silent = await parts.reasons.silent(ROOM, actorId);
    if (silent !== null) audience.reason(silent);
    if (wasWrong && (await stage.session.store.cardWatch(ROOM, actorId)) === null)
      audience.reason('名片合格了,不再提醒');
    tellWaiting();
  };
  const pass = async (span: Span | null): Promise<void> => {
    if (span !== null) await stage.passTo(endOf(span, clock.now()));
    print(screen.now(clock.now()));
    if (span !== null) tellWaiting();
  };
  return { of, pass };
}

function endOf(span: Span, now: number): number {
  if (span.kind === 'by') return now + span.ms;
  const today = localTime(now, span.hour, span.minute);
  return today > now ? today : today + DAY;
}

/** @returns who acted */
async function inWorld(parts: FaceParts, order: WorldOrder): Promise<string> {
  const { stage, people, audience, reasons } = parts;
  const command = commandIn(order);
  reasons.commanded(
    command === null ? null : { actorId: people.find(command.who) ?? '', text: command.text },
  );
  try {
    const { actorId, note } = act({ world: stage.world, people }, order);
    if (note !== null) audience.note(note);
    await stage.settle();
    return actorId;
  } catch (error) {
    throw asBadLine(error);
  } finally {
    reasons.commanded(null);
  }
}

function commandIn(order: WorldOrder): { readonly who: string; readonly text: string } | null {
  if (order.kind === 'send' && order.manner === 'direct') return order;
  return order.kind === 'say' && /^[//]/u.test(order.text) ? order : null;
}
