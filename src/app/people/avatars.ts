import { isSamePicture } from '../../core/conduct/picture-print.js';
import type { Known } from '../../core/identity/impersonation.js';
import { DAY, type Instant } from '../../core/model/instant.js';
import type { Member } from '../../core/model/member.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';

/** The prints of avatars, in memory only and for a day: people change them. */
export interface AvatarBook {
  /** Null where there is no picture to tell by. */
  print(pictures: Deps['pictures'], memberId: string, now: Instant): Promise<string | null>;
}

const MOST = 5000;

export function createAvatarBook(): AvatarBook {
  const known = new Map<string, { readonly print: string | null; readonly at: Instant }>();
  return {
    async print(pictures, memberId, now) {
      const kept = known.get(memberId);
      if (kept !== undefined && now - kept.at < DAY) return kept.print;
      const print = await pictures.avatar(memberId);
      known.delete(memberId);
      known.set(memberId, { print, at: now });
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return print;
    },
  };
}

/** So many others are looked at before a picture counts as one person's own. */
const SAMPLE = 24;

interface Seen {
  readonly member: Member;
  /** Those whose picture nobody else should bear. */
  readonly known: readonly Known[];
  /** Everybody in the group. */
  readonly members: readonly Member[];
}

/**
 * Whose avatar a member bears (clause 1.4); null for nobody's. A picture that others bear too, as that of an account which
 * never chose one, is nobody's own. The member's own picture is read anew: it is what may just have been changed.
 */
export async function borrowedAvatar(deps: Deps, state: GroupState, seen: Seen): Promise<Known | null> {
  if (state.settings.conduct.pictures !== 'read') return null;
  const mine = await deps.pictures.avatar(seen.member.id);
  if (mine === null) return null;
  const bearers: Known[] = [];
  for (const one of seen.known) {
    if (one.member.id !== seen.member.id && (await bears(deps, one.member, mine))) bearers.push(one);
  }
  const [owner] = bearers;
  if (owner === undefined || bearers.length > 1) return null;
  return (await isCommon(deps, seen, mine)) ? null : owner;
}

async function bears(deps: Deps, member: Member, print: string): Promise<boolean> {
  const theirs = await deps.avatars.print(deps.pictures, member.id, deps.clock.now());
  return theirs !== null && isSamePicture(theirs, print);
}

async function isCommon(deps: Deps, { member, known, members }: Seen, print: string): Promise<boolean> {
  const special = new Set([member.id, ...known.map((one) => one.member.id)]);
  const others = members.filter(({ id }) => !special.has(id));
  const step = Math.max(1, Math.floor(others.length / SAMPLE));
  for (let at = 0; at < others.length && at < step * SAMPLE; at += step) {
    const other = others[at];
    if (other !== undefined && (await bears(deps, other, print))) return true;
  }
  return false;
}
