import type { Action, PlannedAction } from '../core/model/action.js';
import type { Case } from '../core/model/case.js';
import type { Instant } from '../core/model/instant.js';
import { responsible } from '../core/policy/authority.js';
import { daysUntil } from '../core/policy/span.js';
import { appointedOf, type GroupState, type Groups } from './groups.js';
import type { Deps } from './deps.js';
import { withId } from './id-list.js';
import { stageAll } from './record.js';

/** A rule is doubted when of its cases of thirty days at least so many, and at least this share, were reversed. */
const DAYS = 30;
const REVERSALS = 3;
const SHARE = 0.3;

/** Rules of people's own making are not doubted: a person stood behind each of their cases. */
const OWN: readonly string[] = ['manual', 'complaint', 'own-word', 'quiet'];

/** After a reversal: a rule that people correct too often falls back to suspecting, and whoever answers for the group is told. */
export async function doubtRules(
  { deps, groups }: { readonly deps: Deps; readonly groups: Groups },
  state: GroupState,
  { found, at }: { readonly found: Case; readonly at: Instant },
): Promise<readonly PlannedAction[]> {
  const { group, settings } = state;
  const rules = [...new Set(found.findings.map(({ rule }) => rule))].filter(
    (rule) => !OWN.includes(rule) && !settings.doubtedRules.includes(rule),
  );
  if (rules.length === 0) return [];
  const counts = await deps.store.counts(group.id, daysUntil(at, DAYS, settings.digest.timezone));
  const planned: PlannedAction[] = [];
  for (const rule of rules) {
    const { cases = 0, reversals = 0 } = Object.hasOwn(counts.rules, rule) ? (counts.rules[rule] ?? {}) : {};
    if (reversals < REVERSALS || reversals < SHARE * cases) continue;
    planned.push(...(await doubt(deps, state, { rule, cases, reversals, at })));
  }
  if (planned.length > 0) await groups.reload(state);
  return planned;
}

interface Doubt {
  readonly rule: string;
  readonly cases: number;
  readonly reversals: number;
  readonly at: Instant;
}

function doubt(
  deps: Deps,
  state: GroupState,
  { rule, cases, reversals, at }: Doubt,
): Promise<readonly PlannedAction[]> {
  const { group, settings } = state;
  const to = responsible(group, appointedOf(deps, settings));
  return deps.store.transaction(async (records) => {
    await records.putSetting(group.id, 'rules.doubted', withId(settings.doubtedRules, rule).join(','));
    const data = { key: 'rules.doubted', rule, reversals, cases };
    await records.audit({ at, actor: 'bot', kind: 'setting-changed', groupId: group.id, data });
    if (to === null) return [];
    const told: Action = {
      kind: 'tell',
      groupId: group.id,
      to: { id: to, name: to },
      mentions: [],
      about: null,
      urgency: 'daytime',
      audience: 'service',
      telling: { kind: 'rule-doubted', rule, reversals, cases },
    };
    return records.plan(stageAll(state, [told], at), null, at);
  });
}
