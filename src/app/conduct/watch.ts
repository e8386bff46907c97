import { groundOf } from '../../core/conduct/finding.js';
import { isOffWork, isUrgent, type LocalTime, restAt } from '../../core/conduct/hours.js';
import { shapeOf } from '../../core/conduct/shape.js';
import { createTrail, printOf, type Trail } from '../../core/conduct/trail.js';
import type { Finding } from '../../core/model/finding.js';
import { HOUR, type Instant, MINUTE } from '../../core/model/instant.js';
import type { Message } from '../../core/model/message.js';
import type { FloodReason } from '../../core/model/telling/conduct.js';
import { daySpanText } from '../../core/policy/conduct-settings.js';
import type { HolidayTable } from '../../core/policy/holidays.js';
import type { GroupState } from '../groups.js';
import type { Newcomers } from './newcomers.js';
import { createRecent, type Recent } from './recent.js';
import { shownFindings } from './shown.js';

/** Watches how people behave over time. Memory is bounded: so many members of each group that the bot is in. */
export interface ConductWatch {
  /** What a message shows together with those before it; the shared empty list for nearly all. */
  see(state: GroupState, message: Message): readonly Finding[];
  forget(groupId: string): void;
}

/** Members of one group whose last messages are remembered, at least. */
const MEMBERS = 400;
/** After a kind word the same person hears no other of its sort for so long. */
const REST: Instant = 30 * MINUTE;
/** In a lively hour it is not one person's fault: more words than these in that time would be a flood themselves. */
const MOST_NOTES = 3;
/** Longer than any rest, shorter than the time until the next. */
const NIGHT: Instant = 12 * HOUR;
/** Outside working hours so many messages in that time are more than a word. */
const OFF_WORK = { messages: 6, within: 10 * MINUTE } as const;

const NONE: readonly Finding[] = [];

/** What the watch leans on. */
export interface ConductTools {
  readonly holidays: HolidayTable;
  readonly newcomers: Newcomers;
}

interface Watched {
  readonly trails: Recent<Trail>;
  /** `sort member` → until when nothing more is said. */
  readonly hushed: Recent<Instant>;
  /** When a note of the sort was last given, newest last. */
  readonly notes: Map<string, readonly Instant[]>;
}

export function createConductWatch(tools: ConductTools): ConductWatch {
  const { holidays } = tools;
  const groups = new Map<string, Watched>();
  const watchedIn = (groupId: string): Watched => {
    const known = groups.get(groupId);
    if (known !== undefined) return known;
    const fresh: Watched = {
      trails: createRecent(MEMBERS),
      hushed: createRecent(MEMBERS),
      notes: new Map(),
    };
    groups.set(groupId, fresh);
    return fresh;
  };
  return {
    see(state, message) {
      const watched = watchedIn(message.groupId);
      const trail = trailOf(watched, message.senderId);
      const flood = trail.add(message.at, printOf(message.text)) ?? shapeOf(message);
      const { quietHours, workingHours } = state.settings.conduct;
      const shown = shownFindings(tools, state, message);
      if (flood === null && shown.length === 0 && quietHours === null && workingHours === null) return NONE;
      const time = { timezone: state.settings.digest.timezone, holidays };
      return [
        ...(flood === null ? NONE : floodFinding(watched, message, flood)),
        ...shown.filter((finding) => mayShow(watched, message, finding)),
        ...hoursFinding({ watched, trail, time }, state, message),
      ];
    },
    forget: (groupId) => void groups.delete(groupId),
  };
}

function trailOf(watched: Watched, memberId: string): Trail {
  const known = watched.trails.get(memberId);
  if (known !== undefined) return known;
  const fresh = createTrail();
  watched.trails.set(memberId, fresh);
  return fresh;
}

/** How often one member hears of, or is asked about for, each sort of thing shown. Newcomers are looked at each time. */
function mayShow(watched: Watched, { senderId: memberId, at }: Message, { rule }: Finding): boolean {
  if (rule === 'newcomer') return true;
  const until = rule === 'off-topic' ? 2 * REST : 2 * NIGHT;
  return mayNote(watched, { sort: rule, memberId, at, until, per: REST });
}

type Flood = 'burst' | 'repeat' | NonNullable<ReturnType<typeof shapeOf>>;

const CLAUSES: Readonly<Record<FloodReason, string>> = {
  burst: 'D4§6(1)',
  repeat: 'D4§6(1)',
  mentions: 'D2三1.2',
  'system-line': 'D2二2.5',
  crash: 'D2二2.5',
};

function floodFinding(watched: Watched, message: Message, flood: Flood): readonly Finding[] {
  const of = { memberId: message.senderId, at: message.at };
  if (!mayNote(watched, { ...of, sort: 'flood', until: REST, per: REST })) return NONE;
  const reason: FloodReason = typeof flood === 'string' ? flood : flood.kind;
  const { start, end } = typeof flood === 'string' ? { start: 0, end: 0 } : flood;
  // What crashes a phone is not repeated, not even in a record.
  const text = reason === 'crash' ? '' : message.text.slice(start, end);
  const span = { start, end: start + text.length, text };
  return [groundOf({ rule: 'flood', category: 'flood', clause: CLAUSES[reason], term: reason, span })];
}

interface Timed {
  readonly watched: Watched;
  readonly trail: Trail;
  readonly time: LocalTime;
}

/** In the hours of rest every message counts; outside working hours only many of them. */
function hoursFinding(
  { watched, trail, time }: Timed,
  state: GroupState,
  message: Message,
): readonly Finding[] {
  const { quietHours, workingHours } = state.settings.conduct;
  const { at, senderId: memberId } = message;
  const rest = quietHours === null ? null : restAt(at, quietHours, time);
  const ground = { rule: 'quiet-hours', category: 'quiet-hours', clause: 'D4§6(2)' } as const;
  if (quietHours !== null && rest !== null) {
    const sort = `rest ${rest}`;
    if (isUrgent(message.text) || !mayNote(watched, { sort, memberId, at, until: NIGHT, per: NIGHT }))
      return NONE;
    return [groundOf({ ...ground, term: `rest ${daySpanText(quietHours)}` })];
  }
  if (workingHours === null || trail.countSince(at - OFF_WORK.within) < OFF_WORK.messages) return NONE;
  if (!isOffWork(at, workingHours, time) || isUrgent(message.text)) return NONE;
  if (!mayNote(watched, { sort: 'off-work', memberId, at, until: NIGHT, per: NIGHT })) return NONE;
  return [groundOf({ ...ground, clause: 'D2三1.2', term: `off-work ${daySpanText(workingHours)}` })];
}

interface Occasion {
  readonly sort: string;
  readonly memberId: string;
  readonly at: Instant;
  /** For how long the member then hears nothing of this sort. */
  readonly until: Instant;
  /** In so long a time at most `MOST_NOTES` of this sort are given in the group. */
  readonly per: Instant;
}

function mayNote({ hushed, notes }: Watched, { sort, memberId, at, until, per }: Occasion): boolean {
  const key = `${sort} ${memberId}`;
  const isHushed = (hushed.get(key) ?? -Infinity) > at;
  // Who goes on is not told again for as long as it lasts.
  hushed.set(key, at + until);
  if (isHushed) return false;
  const lately = (notes.get(sort) ?? []).filter((one) => one > at - per);
  if (lately.length >= MOST_NOTES) return false;
  keepNote(notes, sort, [...lately, at]);
  return true;
}

/** One sort of note for each night would pile up: the oldest are let go. */
function keepNote(notes: Map<string, readonly Instant[]>, sort: string, times: readonly Instant[]): void {
  notes.delete(sort);
  notes.set(sort, times);
  const [oldest] = notes.keys();
  if (notes.size > 8 && oldest !== undefined) notes.delete(oldest);
}
