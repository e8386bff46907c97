import type { Action } from '../../core/model/action.js';
import type { Case } from '../../core/model/case.js';
import type { Notice } from '../../core/model/notice.js';
import type { Records } from '../../ports.js';
import type { Call } from '../commands/command.js';
import { cancelWaiting } from '../cancel.js';
import { stageAll } from '../record.js';
import { enter } from './enter.js';

export interface Recognised {
  readonly number: string;
  readonly strikes: number;
}

/**
 * `/认可`: what was posted without authority becomes official (clause 4.1). Numbered and entered, strikes taken back, the group
 * and the author told. Null: somebody answered first.
 */
export async function recognise(call: Call, found: Case, claim: Notice): Promise<Recognised | null> {
  const { desk, state, at, actorId: actor } = call;
  const result = await desk.deps.store.transaction(async (records) => {
    const notice = await enter(records, claim, { state, at, actor, kind: 'recognised', by: 'author' });
    if (notice === null) return null;
    await close(records, call, { found, number: notice.number ?? '' });
    const strikes = await records.reverseStrikes(found.id, at, 'recognised');
    const dropped = await cancelWaiting(records, found.id, at);
    // A person with authority decided: it is said at once, also while the bot only watches.
    const staged = stageAll(
      state,
      told(call, { found, notice, strikes: found.observed ? 0 : strikes }),
      at,
    ).map((one) => ({
      ...one,
      stage: 'live' as const,
      dueAt: at,
    }));
    const planned = await records.plan(staged, found.id, at);
    return { notice, strikes, dropped, planned };
  });
  if (result === null) return null;
  desk.deps.published.put(result.notice);
  desk.dispatch.drop(result.dropped);
  desk.dispatch.add(result.planned);
  return { number: result.notice.number ?? '', strikes: result.strikes };
}

async function close(records: Records, call: Call, of: { found: Case; number: string }): Promise<void> {
  const { at, actorId: actor } = call;
  const { found, number } = of;
  const event = { caseId: found.id, at, kind: 'rejected', actor, reason: `认可 ${number}` } as const;
  await records.moveCase(event, ['open', 'closed', 'confirmed'], 'rejected');
  const data = { case: found.id, number };
  await records.audit({ at, actor, kind: 'case-recognised', groupId: found.groupId, data });
}

interface Outcome {
  readonly found: Case;
  readonly notice: Notice;
  readonly strikes: number;
}

function told({ state }: Call, { found, notice, strikes }: Outcome): readonly Action[] {
  const { title, level } = notice;
  const number = notice.number ?? '';
  const timezone = state.settings.digest.timezone;
  const of = {
    kind: 'tell',
    groupId: state.group.id,
    mentions: [],
    about: { caseId: found.id, rule: 'notice', category: 'notice' },
    urgency: 'at-once',
    audience: 'service',
  } as const;
  const author = { id: notice.authorId, name: found.memberName };
  return [
    {
      ...of,
      to: null,
      telling: { kind: 'notice-recognised', number, title, postedAt: notice.at, timezone, level },
    },
    { ...of, to: author, telling: { kind: 'notice-recognised-author', number, title, strikes } },
  ];
}
