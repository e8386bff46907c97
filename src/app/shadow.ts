import type { Outcome } from '../core/model/outcome.js';
import type { Platform } from '../ports.js';

const DONE: Outcome = { kind: 'done' };

/** A platform that does nothing and says `done`: what a watched group would have seen. It reads through the real one. */
export function createShadow(live: Platform): Platform {
  const nothing = (): Promise<Outcome> => Promise.resolve(DONE);
  return {
    say: nothing,
    direct: nothing,
    remove: nothing,
    accept: nothing,
    recall: nothing,
    rename: nothing,
    announce: nothing,
    invite: nothing,
    report: nothing,
    group: (groupId) => live.group(groupId),
    members: (groupId) => live.members(groupId),
    member: (groupId, memberId) => live.member(groupId, memberId),
  };
}
