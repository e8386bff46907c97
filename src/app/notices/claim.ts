import type { Case, CaseEventKind } from '../../core/model/case.js';
import type { Message } from '../../core/model/message.js';
import type { Records } from '../../ports.js';
import type { Deps } from '../deps.js';
import type { GroupState } from '../groups.js';
import { addStep } from './enter.js';
import { fresh } from './screen.js';

interface Claimed {
  readonly deps: Deps;
  readonly state: GroupState;
  readonly message: Message;
  readonly opened: Case;
}

/** Keeps what was posted without authority for as long as it may still be recognised: only so can `/认可` enter it. */
export async function claimed(records: Records, { deps, state, message, opened }: Claimed): Promise<void> {
  if (opened.findings.every(({ category }) => category !== 'notice')) return;
  const notice = await records.addNotice({ ...fresh(deps, state, message), caseId: opened.id });
  await addStep(records, { notice, kind: 'claimed', actor: message.senderId, at: message.at });
}

interface Answered {
  readonly kind: CaseEventKind;
  readonly actor: string;
  readonly at: number;
}

/** Found to be no notice of ours. Whoever changes his mind may still recognise it, until the case is forgotten. */
export async function claimEnded(
  records: Records,
  found: Case,
  { kind, actor, at }: Answered,
): Promise<void> {
  const notice = await records.noticeOfCase(found.id);
  if (notice?.status !== 'claimed') return;
  if (kind !== 'confirmed') return;
  if (await records.moveNotice(notice.id, ['claimed'], { status: 'rejected' }))
    await addStep(records, { notice, kind: 'rejected', actor, at });
}
