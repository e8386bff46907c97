import { MEMBER_CLASSES } from '../model/people.js';
import { type CardManner, LONGEST_NAMES } from './card-settings.js';
import { CONDUCT_CHANGES } from './conduct-override.js';
import { presetOffTopic } from './conduct-settings.js';
import { parseDueTime } from './duetime.js';
import { isTimezone } from './localtime.js';
import { MODES, PRESETS, presetTemplate, REMOVALS } from './preset.js';
import {
  type GroupSettings,
  MOST_DAYS,
  MOST_MEMBERS,
  MOST_STRIKES,
  MOST_DEADLINE_HOURS,
  MOST_NOTICES_A_DAY,
  type NoticeSettings,
} from './settings.js';
import { idsOf, instantOf, oneOf, whole, yesOrNo } from './setting-value.js';
import { REMINDER_CHANGES } from './reminders.js';
import { parseGrants, withGrants } from './publishers.js';
import { templateProblem } from './template.js';

/** Settings after what the owner changed by command. A warning names a stored value that was left out, in Chinese. */
export interface Overridden {
  readonly settings: GroupSettings;
  readonly warnings: readonly string[];
}

/** Null: the value does not fit, and nothing changes. */
type Change = (settings: GroupSettings, value: string) => GroupSettings | null;

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

/** A card named by hand stays when the preset changes; one that came from the preset follows it. */
function changePreset(settings: GroupSettings, value: string): GroupSettings | null {
  const preset = oneOf(PRESETS, value);
  if (preset === null) return null;
  const ofPreset = settings.card.template === presetTemplate(settings.preset);
  const template = ofPreset ? presetTemplate(preset) : settings.card.template;
  const before = settings.conduct.offTopic;
  const offTopic = sameWords(before, presetOffTopic(settings.preset)) ? presetOffTopic(preset) : before;
  return {
    ...settings,
    preset,
    card: { ...settings.card, template },
    conduct: { ...settings.conduct, offTopic },
  };
}

function changeTemplate(settings: GroupSettings, value: string): GroupSettings | null {
  if (value === 'none') return { ...settings, card: { ...settings.card, template: null } };
  return templateProblem(value) === null
    ? { ...settings, card: { ...settings.card, template: value } }
    : null;
}

function manner<Key extends keyof CardManner>(
  key: Key,
  read: (value: string) => CardManner[Key] | null,
): Change {
  return (settings, value) => {
    const wanted = read(value);
    if (wanted === null) return null;
    const { card } = settings;
    return { ...settings, card: { ...card, manner: { ...card.manner, [key]: wanted } } };
  };
}

function strikesAt(step: 'warn' | 'final' | 'remove'): Change {
  return (settings, value) => {
    const count = whole(value, MOST_STRIKES);
    return count === null ? null : { ...settings, strikes: { ...settings.strikes, [step]: count } };
  };
}

function notices<K extends keyof NoticeSettings>(
  key: K,
  read: (value: string) => NoticeSettings[K] | null,
): Change {
  return (settings, value) => {
    const changed = read(value);
    return changed === null ? null : { ...settings, notices: { ...settings.notices, [key]: changed } };
  };
}

/** The changes of a section whose own file knows them. */
function ofSection<K extends 'conduct' | 'reminders'>(
  section: K,
  changes: readonly (readonly [string, (part: GroupSettings[K], value: string) => GroupSettings[K] | null])[],
): readonly (readonly [string, Change])[] {
  return changes.map(([key, apply]) => [
    key,
    (settings, value) => {
      const part = apply(settings[section], value);
      return part === null ? null : { ...settings, [section]: part };
    },
  ]);
}

// In this order, whatever the order stored: a template by command wins over the preset's.
const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['preset', changePreset],
  ['mode', (settings, value) => change(settings, 'mode', oneOf(MODES, value))],
  ['removal', (settings, value) => change(settings, 'removal', oneOf(REMOVALS, value))],
  ['owner', (settings, value) => ({ ...settings, ownerId: value === '' ? null : value })],
  ['admins', (settings, value) => ({ ...settings, adminIds: idsOf(value) })],
  [
    'exempt-classes',
    (settings, value) => {
      const exemptClasses = MEMBER_CLASSES.filter((one) => idsOf(value).includes(one));
      return { ...settings, exemptClasses };
    },
  ],
  [
    'leaving',
    (settings, value) => {
      const leaving = oneOf(['record', 'tell'], value);
      return leaving === null ? null : { ...settings, leaving };
    },
  ],
  ['exempt', (settings, value) => ({ ...settings, exemptIds: idsOf(value) })],
  ['frozen', (settings, value) => ({ ...settings, frozenIds: idsOf(value) })],
  ['quiet.until', (settings, value) => ({ ...settings, quietUntil: instantOf(value) })],
  ['brake.lifted-until', (settings, value) => ({ ...settings, brakeLiftedUntil: instantOf(value) })],
  ['rules.observe', (settings, value) => ({ ...settings, observedRules: idsOf(value) })],
  ['rules.doubted', (settings, value) => ({ ...settings, doubtedRules: idsOf(value) })],
  ['categories.off', (settings, value) => ({ ...settings, offCategories: idsOf(value) })],
  ['suspended', (settings, value) => ({ ...settings, suspendedIds: idsOf(value) })],
  [
    'size-limit',
    (settings, value) => {
      const sizeLimit = whole(value, MOST_MEMBERS);
      return sizeLimit === null ? null : { ...settings, sizeLimit };
    },
  ],
  [
    'publishers',
    (settings, value) => {
      const grants = parseGrants(value);
      return grants === null ? null : { ...settings, publishers: withGrants(settings.publishers, grants) };
    },
  ],
  ['notices.approvals', notices('approvals', (value) => (value === '2' ? 2 : value === '1' ? 1 : null))],
  ['notices.deadline-hours', notices('deadlineHours', (value) => whole(value, MOST_DEADLINE_HOURS))],
  ['notices.per-day', notices('perDay', (value) => whole(value, MOST_NOTICES_A_DAY))],
  [
    'notices.deputy',
    (settings, value) => ({
      ...settings,
      notices: { ...settings.notices, deputyId: value === '' ? null : value },
    }),
  ],
  ['card.template', changeTemplate],
  [
    'card.deadline-days',
    (settings, value) => {
      const deadlineDays = whole(value, MOST_DAYS);
      return deadlineDays === null ? null : { ...settings, card: { ...settings.card, deadlineDays } };
    },
  ],
  [
    'evidence-days',
    (settings, value) => {
      const evidenceDays = whole(value, MOST_DAYS);
      return evidenceDays === null ? null : { ...settings, evidenceDays };
    },
  ],
  ['card.graduation', manner('graduation', yesOrNo)],
  ['card.latin-names', manner('latinNames', yesOrNo)],
  [
    'card.longest-name',
    manner('longestName', (value) => {
      const length = whole(value, LONGEST_NAMES.most);
      return length !== null && length >= LONGEST_NAMES.least ? length : null;
    }),
  ],
  [
    'card.holidays',
    (settings, value) => {
      const holidays = oneOf(['work', 'pause'], value);
      if (holidays === null) return null;
      return { ...settings, card: { ...settings.card, pausesOnHolidays: holidays === 'pause' } };
    },
  ],
  ['strikes.warn', strikesAt('warn')],
  ['strikes.final', strikesAt('final')],
  ['strikes.remove', strikesAt('remove')],
  [
    'strikes.expire-days',
    (settings, value) => {
      const expireDays = value === 'never' ? null : whole(value, MOST_DAYS);
      if (expireDays === null && value !== 'never') return null;
      return { ...settings, strikes: { ...settings.strikes, expireDays } };
    },
  ],
  [
    'digest.at',
    (settings, value) =>
      parseDueTime(value) === null ? null : { ...settings, digest: { ...settings.digest, at: value } },
  ],
  ...ofSection('conduct', CONDUCT_CHANGES),
  ...ofSection('reminders', REMINDER_CHANGES),
  [
    'digest.timezone',
    (settings, value) =>
      isTimezone(value) ? { ...settings, digest: { ...settings.digest, timezone: value } } : null,
  ],
]);

function change<K extends 'mode' | 'removal'>(
  settings: GroupSettings,
  key: K,
  value: GroupSettings[K] | null,
): GroupSettings | null {
  return value === null ? null : { ...settings, [key]: value };
}

function inOrder({ strikes }: GroupSettings): boolean {
  return strikes.warn <= strikes.final && strikes.final <= strikes.remove;
}

/** Stored steps are taken together or not at all: one alone can be out of order on the way to a sound ladder. */
function withSoundLadder(changed: GroupSettings, before: GroupSettings, warnings: string[]): GroupSettings {
  if (inOrder(changed)) return changed;
  warnings.push('设置 strikes:已存的提醒、最后提醒、移出次数不是从小到大,未采用');
  const { warn, final, remove } = before.strikes;
  return { ...changed, strikes: { warn, final, remove, expireDays: changed.strikes.expireDays } };
}

/** Applies what owners changed by command over the file. Unknown keys and unfit values are left out, with a warning. */
export function override(settings: GroupSettings, stored: Readonly<Record<string, string>>): Overridden {
  const values = new Map(Object.entries(stored));
  const warnings = [...values.keys()]
    .filter((key) => !CHANGES.has(key))
    .map((key) => `设置 ${key}:不认识,未采用`);
  let changed = settings;
  for (const [key, apply] of CHANGES) {
    const value = values.get(key)?.trim();
    if (value === undefined) continue;
    const next = apply(changed, value);
    if (next === null) warnings.push(`设置 ${key}:已存的值不合用,未采用`);
    changed = next ?? changed;
  }
  return { settings: withSoundLadder(changed, settings, warnings), warnings };
}
