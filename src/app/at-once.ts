import type { Person } from '../core/model/action.js';
import type { Answer } from '../core/model/answer.js';
import { type Instant, MINUTE } from '../core/model/instant.js';
import type { Call } from './commands/command.js';
import { createLanes } from './lanes.js';

/** Two administrators who see the same thing act within this time. */
const AT_ONCE: Instant = 2 * MINUTE;
/** A member's newest cases: nobody has more than so many of these minutes. */
const LOOKED_AT = 20;

/** What is done by hand in a group is done one after the other: whoever comes second sees what the first has done. */
const lanes = createLanes();

/** Does it, unless another person with authority has just done the same to this member: then it is one case, and they are told which. */
export function unlessDone(
  call: Call,
  { member, what }: { readonly member: Person; readonly what: 'warning' | 'removal' },
  work: () => Promise<Answer>,
): Promise<Answer> {
  return lanes.run(call.state.group.id, async () => {
    const caseId = await doneByOther(call, member.id, what);
    return caseId === null ? work() : { kind: 'done-by-other', caseId, member, what };
  });
}

async function doneByOther(
  { desk, state, at, actorId }: Call,
  memberId: string,
  what: 'warning' | 'removal',
): Promise<number | null> {
  const { store } = desk.deps;
  const cases = await store.casesOf(state.group.id, memberId, LOOKED_AT);
  for (const one of cases) {
    const isSame =
      one.findings.some(({ rule }) => rule === 'manual') && (one.step === 'removal') === (what === 'removal');
    if (!isSame || one.status === 'overturned' || Math.abs(at - one.at) > AT_ONCE) continue;
    const events = await store.caseEvents(one.id);
    if (events.some(({ kind, actor }) => kind === 'confirmed' && actor !== actorId)) return one.id;
  }
  return null;
}
