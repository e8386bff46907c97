import type { Action } from '../model/action.js';
import { type Instant, MINUTE } from '../model/instant.js';
import { isSevere } from './response.js';

/** Warnings, reminders and digests wait for the morning; alerts and removals for severe matters do not. */
export function waitsForMorning(action: Action): boolean {
  switch (action.kind) {
    case 'introduce':
    case 'reply':
    case 'accept':
    case 'alert':
    case 'recall':
    case 'rename':
    case 'announce':
    case 'invite':
    case 'report':
      return false;
    case 'tell':
      return action.urgency === 'daytime';
    case 'warn':
    case 'remove':
    case 'removal-notice':
    case 'removal-report':
      return !isSevere(action.about.category);
    case 'request':
      return !isSevere(action.about.category) && action.about.category !== 'impersonation';
    case 'notice-note':
    case 'notice-advice':
    case 'notice-cleared':
    case 'card-note':
    case 'card-roll':
    case 'reversed':
    case 'digest':
      return true;
  }
}

/** Actions that a watched group does not get to see: recorded, not sent. */
export function isModeration(action: Action): boolean {
  switch (action.kind) {
    case 'introduce':
    case 'reply':
    case 'accept':
    case 'digest':
    case 'reversed':
    case 'notice-cleared':
    case 'invite':
      return false;
    case 'tell':
      return action.audience === 'moderation';
    case 'warn':
    case 'remove':
    case 'removal-notice':
    case 'removal-report':
    case 'request':
    case 'alert':
    case 'notice-note':
    case 'notice-advice':
    case 'card-note':
    case 'card-roll':
    case 'report':
    case 'recall':
    case 'rename':
    case 'announce':
      return true;
  }
}

/** When an action falls due: at once, or at the next morning where it can wait. */
export function dueAt(action: Action, now: Instant, nextDaytime: (at: Instant) => Instant): Instant {
  return waitsForMorning(action) ? nextDaytime(now) : now;
}

/** A recall is still welcome within this time; a warning that comes later says when the message was. */
const AT_ONCE: Instant = 2 * MINUTE;

/** A warning that waits for the morning must not speak of "just now". */
export function held(action: Action, at: Instant, due: Instant): Action {
  return action.kind === 'warn' && due - at > AT_ONCE ? { ...action, heldSince: at } : action;
}
