import type { Action, Person } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import { countActive, weighsElsewhere } from '../core/model/strike.js';
import { responsible } from '../core/policy/authority.js';
import { termsOf } from '../core/policy/grounds.js';
import { expiryOf, isBeforeRemoval, stepOf } from '../core/policy/ladder.js';
import { punishes, responseTo } from '../core/policy/response.js';
import { COPY_RULE, SAFETY_RULE } from '../core/rules/notice.js';
import type { Records } from '../ports.js';
import type { Call } from './commands/command.js';
import { appointedOf } from './groups.js';
import { notOfficial, wasTold } from './notices/told.js';
import { asksForRemoval } from './open-questions.js';
import { strikesFor } from './strikes.js';

/** Whether yes means a removal, which the bot may lack the right for and the brake may hold. */
export async function leadsToRemoval({ desk, state, at }: Call, found: Case): Promise<boolean> {
  if (found.step === 'removal') return asksForRemoval(desk.deps.store, found);
  if (found.step !== 'review' || found.memberId === null || !punishes(found.category)) return false;
  if (isInGoodFaith(found) || state.settings.removal === 'never') return false;
  const of = { groupId: state.group.id, memberId: found.memberId };
  const strikes = countActive(await strikesFor(desk.deps, desk.deps.store, of), at) + 1;
  return stepOf(responseTo(found.category), strikes, state.settings.strikes) === 'removal';
}

export interface Followed {
  readonly follows: 'removal' | 'warning' | 'nothing';
  readonly actions: readonly Action[];
}

/** A removal that was asked for is done; a suspicion that is confirmed becomes the violation it would have been. */
export async function follow(call: Call, records: Records, found: Case): Promise<Followed> {
  if (found.memberId === null || !punishes(found.category)) return nothingOr(call, found);
  if (isInGoodFaith(found)) return { follows: 'nothing', actions: [] };
  if (found.step === 'removal') {
    if (!(await asksForRemoval(records, found)))
      return { follows: 'nothing', actions: await outcomeTold(call, records, found) };
    return { follows: 'removal', actions: [removal(call, found, found.strikes)] };
  }
  if (found.step !== 'review')
    return { follows: 'nothing', actions: await outcomeTold(call, records, found) };
  const { group, settings } = call.state;
  const of = { groupId: group.id, memberId: found.memberId };
  const weighing = await strikesFor(call.desk.deps, records, of);
  const strikes = countActive(weighing, call.at) + 1;
  const expiresAt = expiryOf(call.at, settings.strikes);
  await records.addStrike(
    { groupId: group.id, memberId: found.memberId, at: call.at, expiresAt, observed: false },
    found.id,
  );
  const step = stepOf(responseTo(found.category), strikes, settings.strikes);
  if (step === 'removal' && settings.removal !== 'never')
    return { follows: 'removal', actions: [removal(call, found, strikes)] };
  return {
    follows: 'warning',
    actions: [
      warning(call, found, {
        count: strikes,
        step: step === 'warning' ? 'warning' : 'final',
        ...(weighsElsewhere(weighing, group.id, call.at) ? { shared: true } : {}),
      }),
    ],
  };
}

/** The group was promised to hear what comes of a notice that was not confirmed. */
async function outcomeTold(call: Call, records: Records, found: Case): Promise<readonly Action[]> {
  const { timezone } = call.state.settings.digest;
  return (await wasTold(records, found)) ? [notOfficial(found, timezone)] : [];
}

/** Who passed on a warning of danger or a changed copy is not punished for it: it is only noted. */
function isInGoodFaith({ findings, category }: Case): boolean {
  const grounds = findings.filter((finding) => finding.category === category);
  return grounds.length > 0 && grounds.every(({ rule }) => rule === SAFETY_RULE || rule === COPY_RULE);
}

/** A card past its deadline is no strike, but the removal asked for is done. */
function nothingOr(call: Call, found: Case): Followed {
  if (found.memberId === null || found.step !== 'removal') return { follows: 'nothing', actions: [] };
  return { follows: 'removal', actions: [removal(call, found, 0)] };
}

export function ofCase(found: Case) {
  const ground = found.findings.find((finding) => finding.category === found.category);
  return {
    groupId: found.groupId,
    about: { caseId: found.id, rule: ground?.rule ?? 'manual', category: found.category },
    member: memberOf(found),
  };
}

function memberOf(found: Case): Person {
  return { id: found.memberId ?? '', name: found.memberName };
}

function removal(call: Call, found: Case, strikes: number): Action {
  const asked = responsible(call.state.group, appointedOf(call.desk.deps, call.state.settings));
  const owner = asked === null ? null : { id: asked, name: asked };
  return {
    kind: 'remove',
    ...ofCase(found),
    terms: termsOf(found.findings, found.category),
    score: found.score,
    strikes,
    days: call.state.settings.strikes.expireDays,
    decidedBy: 'person',
    owner,
  };
}

function warning(
  { state }: Call,
  found: Case,
  { count, step, shared }: { count: number; step: 'warning' | 'final'; shared?: true },
): Action {
  const { settings } = state;
  const beforeRemoval = isBeforeRemoval(count, settings.strikes, settings.removal);
  const terms = termsOf(found.findings, found.category);
  return {
    kind: 'warn',
    ...ofCase(found),
    step,
    terms,
    count,
    ...(shared === true ? { shared } : {}),
    beforeRemoval,
    heldSince: found.at,
    timezone: settings.digest.timezone,
    decided: true,
  };
}
