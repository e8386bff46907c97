import type { WeekTotals } from '../../src/core/digest/totals.js';
import { override } from '../../src/core/policy/override.js';
import { type Config, settingsOf } from '../../src/core/policy/settings.js';
import { daysBefore } from '../../src/core/policy/span.js';
import { createDayClock, parseWeek, type Week, weekOf } from '../../src/core/policy/daytime.js';
import { digestText } from '../../src/core/wording/digest.js';
import { NO_OWN_WORDS } from '../../src/app/own-words.js';
import { totalsOf } from '../../src/app/week.js';
import type { GroupRecord, Store } from '../../src/ports.js';
import { openExisting } from './audit.js';
import { createRasteriser } from '../../src/render/png.js';
import { writeTable } from '../../src/export/write.js';
import { caseTable } from '../../src/core/wording/tables.js';
import { digestSvg } from '../../src/core/wording/digest-picture.js';
import { fontFolder } from '../attach.js';
import { UsageError } from './fail.js';
import { writeOut } from './write-out.js';

export interface DigestOptions {
  readonly config: Config;
  readonly group: string;
  readonly week: string | null;
  readonly db: string | null;
  /** Files to write besides. */
  readonly png: string | null;
  readonly xlsx: string | null;
  readonly json: boolean;
}

/** `qunshao digest --group ID`. */
export async function digest(options: DigestOptions): Promise<string> {
  const store = await openExisting(options.db ?? options.config.database);
  try {
    const totals = await totalsFor(store, options);
    if (options.png !== null)
      await writeOut(options.png, await createRasteriser(fontFolder())(digestSvg(totals)));
    if (options.xlsx !== null) {
      const cases = await store.casesBetween(totals.groupId, totals.from, totals.to);
      await writeOut(
        options.xlsx,
        await writeTable(
          caseTable(cases, () => totals.timezone),
          'xlsx',
        ),
      );
    }
    return options.json ? JSON.stringify(jsonOf(totals)) : digestText(totals);
  } finally {
    await store.close();
  }
}

async function totalsFor(store: Store, { config, group, week }: DigestOptions): Promise<WeekTotals> {
  const record = (await store.groups()).find((one) => one.group.id === group);
  if (record === undefined) throw new UsageError(`数据库里没有群 ${group};请检查 --group 和 --db`);
  const stored = await store.settings(group);
  const { settings } = override(settingsOf(config, group, record.group.name), stored);
  const timezone = settings.digest.timezone;
  const period = week === null ? await latestWeek(store, record, timezone) : parseWeek(week, timezone);
  if (period === null) throw new UsageError(`--week ${week ?? ''} 不是一个 ISO 周;写成 2026-W10`);
  const state = {
    ...record,
    settings,
    triedAt: null,
    saidAt: null,
    days: createDayClock(timezone),
    words: NO_OWN_WORDS,
  };
  return totalsOf(store, state, period);
}

const MOST_WEEKS = 520;

/** The last week in which anything was said or decided, else the week in which the group was met. */
async function latestWeek(
  store: Store,
  { group, firstSeenAt }: GroupRecord,
  timezone: string,
): Promise<Week> {
  const first = weekOf(firstSeenAt, timezone);
  let week = weekOf(Math.max(Date.now(), firstSeenAt), timezone);
  for (let back = 0; back < MOST_WEEKS && week.from > first.from; back += 1) {
    const counts = await store.counts(group.id, week);
    if (counts.messages + counts.violations + counts.reviews > 0) return week;
    week = weekOf(daysBefore(week.from, 7, timezone).from, timezone);
  }
  return first;
}

function jsonOf(totals: WeekTotals) {
  const { groupId, from, to, timezone: _zone, ...rest } = totals;
  return { group: groupId, ...rest, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
