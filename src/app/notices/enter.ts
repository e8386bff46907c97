import { type Notice, noticeNumber, type NoticeStepKind } from '../../core/model/notice.js';
import type { Instant } from '../../core/model/instant.js';
import { localDay } from '../../core/policy/daytime.js';
import type { NoticeChange } from '../../ports/notices.js';
import type { Records } from '../../ports.js';
import type { GroupState } from '../groups.js';

/** A step of a notice, in the register and in the audit log. */
export interface Step {
  readonly notice: Notice;
  readonly kind: NoticeStepKind;
  readonly actor: string;
  readonly at: Instant;
  readonly about?: string;
}

export async function addStep(
  records: Records,
  { notice, kind, actor, at, about = '' }: Step,
): Promise<void> {
  await records.addNoticeStep({ noticeId: notice.id, at, kind, actor, about });
  const data = { notice: notice.id, number: notice.number, case: notice.caseId };
  await records.audit({ at, actor, kind: `notice-${kind}`, groupId: notice.groupId, data });
}

/** `T-2026-008`: counted per store and year, the year on the group's calendar. */
async function nextNumber(records: Records, state: GroupState, at: Instant): Promise<string> {
  const year = Number(localDay(at, state.settings.digest.timezone).slice(0, 4));
  return noticeNumber(year, await records.nextNoticeCount(year));
}

export interface Official {
  readonly state: GroupState;
  readonly at: Instant;
  readonly actor: string;
  readonly kind: 'posted' | 'published' | 'recognised';
  readonly by: NonNullable<Notice['publishedBy']>;
}

/** Makes a notice official: numbered and entered in the register. Null: somebody else was first. */
export async function enter(records: Records, notice: Notice, how: Official): Promise<Notice | null> {
  const { state, at, actor, kind, by } = how;
  const change = {
    status: 'published',
    number: await nextNumber(records, state, at),
    publishedAt: at,
    publishedBy: by,
  } as const satisfies NoticeChange & { readonly status: Notice['status'] };
  if (!(await records.moveNotice(notice.id, [notice.status], change))) return null;
  const official = { ...notice, ...change };
  await addStep(records, { notice: official, kind, actor, at });
  return official;
}
