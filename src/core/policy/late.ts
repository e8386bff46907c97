import type { Action } from '../model/action.js';
import { DAY, HOUR, type Instant } from '../model/instant.js';

/**
 * How long after its time an action still makes sense; null: always. What people speak to each other about is over after a few
 * hours, and a line about "just now" would only puzzle; what somebody has to know or decide does not go bad.
 */
function keepsFor(action: Action): Instant | null {
  switch (action.kind) {
    case 'recall':
      return HOUR;
    case 'warn':
    case 'removal-notice':
    case 'notice-note':
    case 'card-note':
    case 'card-roll':
      return 3 * HOUR;
    case 'reply':
      return action.to === null ? HOUR : DAY;
    case 'remove':
      return action.decidedBy === 'bot' ? 12 * HOUR : null;
    case 'tell':
      return action.to === null ? 12 * HOUR : null;
    case 'introduce':
    case 'removal-report':
    case 'request':
    case 'alert':
    case 'notice-advice':
    case 'notice-cleared':
    case 'reversed':
    case 'digest':
    case 'rename':
    case 'announce':
    case 'invite':
    case 'report':
    case 'accept':
      return null;
  }
}

/** Whether an action that fell due at `dueAt` comes too late now, as after a long outage. */
export function isLate(action: Action, dueAt: Instant, now: Instant): boolean {
  const keeps = keepsFor(action);
  return keeps !== null && now - dueAt > keeps;
}
