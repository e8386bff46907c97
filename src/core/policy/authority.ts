import type { Group } from '../model/group.js';
import type { Instant } from '../model/instant.js';
import { subjectNamed } from '../notice/subject.js';

/** Who a person is in a group, highest first. Authority is by contact id, never by a shown name. */
export type Role = 'staff' | 'owner' | 'admin' | 'member';

/** Who has a say, beyond what the platform shows: the organisation's staff, and owners and administrators by configuration. */
export interface Appointed {
  readonly staff: readonly string[];
  readonly ownerId: string | null;
  readonly adminIds: readonly string[];
  /** Members without authority whose findings are only recorded. */
  readonly exemptIds: readonly string[];
  /** Owner or administrators without a say for now; they stay exempt from removal. */
  readonly suspendedIds: readonly string[];
}

const RANK: Readonly<Record<Role, number>> = { member: 0, admin: 1, owner: 2, staff: 3 };

/** What a person may do: their office, less where their rights are suspended. */
export function roleOf(id: string, group: Group | null, appointed: Appointed): Role {
  const office = officeOf(id, group, appointed);
  return office !== 'staff' && appointed.suspendedIds.includes(id) ? 'member' : office;
}

/** The office that a person holds, whether or not the rights of it rest. */
export function officeOf(id: string, group: Group | null, appointed: Appointed): Role {
  if (appointed.staff.includes(id)) return 'staff';
  if (id === ownerIdOf(group, appointed)) return 'owner';
  if (appointed.adminIds.includes(id)) return 'admin';
  return group?.adminIds.includes(id) === true ? 'admin' : 'member';
}

/** The platform's owner; the configured one where the platform shows none, or where the bot itself owns the group. */
export function ownerIdOf(group: Group | null, appointed: Appointed): string | null {
  const shown = group?.ownerId ?? null;
  return shown === group?.botId ? (appointed.ownerId ?? shown) : (shown ?? appointed.ownerId);
}

export function isAtLeast(role: Role, least: Role): boolean {
  return RANK[role] >= RANK[least];
}

/** Exempt from removal always: owner, administrators, staff, the bot; and whom the owner exempts. Their findings are recorded only. */
export function isExempt(id: string, group: Group | null, appointed: Appointed): boolean {
  if (id === group?.botId || appointed.exemptIds.includes(id)) return true;
  return officeOf(id, group, appointed) !== 'member';
}

/** Whom requests and reports go to: the owner unless that is the bot itself, else an administrator, else the staff. */
export function responsible(group: Group | null, appointed: Appointed): string | null {
  const candidates = [
    ownerIdOf(group, appointed),
    ...(group?.adminIds ?? []),
    ...appointed.adminIds,
    ...appointed.staff,
  ];
  const resting = new Set(appointed.suspendedIds.filter((id) => !appointed.staff.includes(id)));
  return candidates.find((id) => id !== null && id !== group?.botId && !resting.has(id)) ?? null;
}

/** May this person post a notice of this level, at this time, on this subject? (clause 4.2) */
export interface Publisher {
  readonly id: string;
  readonly subjects: readonly string[];
  readonly until: Instant | null;
}

export interface NoticeClaim {
  readonly level: 'organisation' | 'branch' | null;
  readonly subject: string | null;
}

export interface Author {
  readonly role: Role;
  readonly publisher: Publisher | null;
}

/** Why a notice is not this person's to give: no right at all, one that has ended, another subject, the organisation's name. */
export type NoRight = 'none' | 'expired' | 'subject' | 'organisation';

/** Null: it may be given (clause 4.2). */
export function publishingRefused(
  { role, publisher }: Author,
  claim: NoticeClaim,
  now: Instant,
): NoRight | null {
  if (role === 'staff') return null;
  if (claim.level === 'organisation')
    return role === 'member' && publisher === null ? 'none' : 'organisation';
  if (role !== 'member') return null;
  if (publisher === null) return 'none';
  if (publisher.until !== null && publisher.until <= now) return 'expired';
  return covers(publisher.subjects, claim.subject) ? null : 'subject';
}

/** 讲座 covers what is read as 活动. No subjects: any. */
function covers(subjects: readonly string[], subject: string | null): boolean {
  if (subjects.length === 0) return true;
  return subject !== null && subjects.some((one) => one === subject || subjectNamed(one) === subject);
}

export function mayPublish(author: Author, claim: NoticeClaim, now: Instant): boolean {
  return publishingRefused(author, claim, now) === null;
}
