import { describe, expect, it } from 'vitest';
import { override } from '../../../src/core/policy/override.js';
import { type GroupSettings, UNLISTED } from '../../../src/core/policy/settings.js';

/** The part of the settings that a row is about. */
type Look = (settings: GroupSettings) => unknown;

interface Fit {
  readonly key: string;
  readonly value: string;
  readonly look: Look;
  readonly want: unknown;
}

const FITS: readonly Fit[] = [
  { key: 'owner', value: '', look: (one) => one.ownerId, want: null },
  { key: 'admins', value: '', look: (one) => one.adminIds, want: [] },
  { key: 'exempt', value: ' u1,u2 ', look: (one) => one.exemptIds, want: ['u1', 'u2'] },
  { key: 'frozen', value: 'u1，u2', look: (one) => one.frozenIds, want: ['u1', 'u2'] },
  { key: 'suspended', value: 'u1 u2', look: (one) => one.suspendedIds, want: ['u1', 'u2'] },
  { key: 'exempt-classes', value: 'staff,nobody', look: (one) => one.exemptClasses, want: ['staff'] },
  { key: 'leaving', value: 'tell', look: (one) => one.leaving, want: 'tell' },
  { key: 'leaving', value: 'record', look: (one) => one.leaving, want: 'record' },
  { key: 'quiet.until', value: '1772420400000', look: (one) => one.quietUntil, want: 1_772_420_400_000 },
  { key: 'quiet.until', value: 'soon', look: (one) => one.quietUntil, want: null },
  {
    key: 'brake.lifted-until',
    value: '1772420400000',
    look: (one) => one.brakeLiftedUntil,
    want: 1_772_420_400_000,
  },
  { key: 'rules.observe', value: 'flood', look: (one) => one.observedRules, want: ['flood'] },
  { key: 'rules.doubted', value: 'learned', look: (one) => one.doubtedRules, want: ['learned'] },
  { key: 'categories.off', value: 'flood', look: (one) => one.offCategories, want: ['flood'] },
  { key: 'size-limit', value: '500', look: (one) => one.sizeLimit, want: 500 },
  { key: 'size-limit', value: '100000', look: (one) => one.sizeLimit, want: 100_000 },
  { key: 'notices.approvals', value: '1', look: (one) => one.notices.approvals, want: 1 },
  { key: 'notices.approvals', value: '2', look: (one) => one.notices.approvals, want: 2 },
  { key: 'notices.deadline-hours', value: '336', look: (one) => one.notices.deadlineHours, want: 336 },
  { key: 'notices.per-day', value: '50', look: (one) => one.notices.perDay, want: 50 },
  { key: 'notices.deputy', value: 'u2', look: (one) => one.notices.deputyId, want: 'u2' },
  { key: 'notices.deputy', value: '', look: (one) => one.notices.deputyId, want: null },
  {
    key: 'publishers',
    value: '[{"id":"u7","subjects":["活动"],"until":null,"revoked":false}]',
    look: (one) => one.publishers,
    want: [{ id: 'u7', subjects: ['活动'], until: null }],
  },
  { key: 'card.deadline-days', value: '3650', look: (one) => one.card.deadlineDays, want: 3650 },
  { key: 'evidence-days', value: '30', look: (one) => one.evidenceDays, want: 30 },
  { key: 'card.graduation', value: 'true', look: (one) => one.card.manner.graduation, want: true },
  { key: 'card.latin-names', value: 'true', look: (one) => one.card.manner.latinNames, want: true },
  { key: 'card.latin-names', value: 'false', look: (one) => one.card.manner.latinNames, want: false },
  { key: 'card.longest-name', value: '2', look: (one) => one.card.manner.longestName, want: 2 },
  { key: 'card.longest-name', value: '10', look: (one) => one.card.manner.longestName, want: 10 },
  { key: 'card.holidays', value: 'pause', look: (one) => one.card.pausesOnHolidays, want: true },
  { key: 'card.holidays', value: 'work', look: (one) => one.card.pausesOnHolidays, want: false },
  { key: 'strikes.expire-days', value: '30', look: (one) => one.strikes.expireDays, want: 30 },
  {
    key: 'conduct.working-hours',
    value: '09:00-18:00',
    look: (one) => one.conduct.workingHours,
    want: { from: 540, to: 1080 },
  },
  {
    key: 'brake.lifted-until',
    value: '1772416800000',
    look: (one) => one.brakeLiftedUntil,
    want: 1772416800000,
  },
  { key: 'brake.lifted-until', value: 'x1772416800000', look: (one) => one.brakeLiftedUntil, want: null },
  { key: 'brake.lifted-until', value: '1772416800000x', look: (one) => one.brakeLiftedUntil, want: null },
  { key: 'conduct.quiet-hours', value: 'none', look: (one) => one.conduct.quietHours, want: null },
  { key: 'conduct.probation-days', value: '90', look: (one) => one.conduct.probationDays, want: 90 },
  {
    key: 'conduct.domains',
    value: ' a.cn ,, b.cn、 ',
    look: (one) => one.conduct.domains,
    want: ['a.cn', 'b.cn'],
  },
  { key: 'conduct.domains', value: 'none', look: (one) => one.conduct.domains, want: [] },
  { key: 'conduct.domains', value: 'qq.com,QQ.com', look: (one) => one.conduct.domains, want: ['qq.com'] },
  { key: 'conduct.off-topic', value: ' none ', look: (one) => one.conduct.offTopic, want: [] },
  { key: 'conduct.pictures', value: 'read', look: (one) => one.conduct.pictures, want: 'read' },
];

describe('a value that fits changes its own setting and nothing else', () => {
  it.each(FITS)('$key = "$value"', ({ key, value, look, want }) => {
    const { settings, warnings } = override(UNLISTED, { [key]: value });
    expect(warnings).toEqual([]);
    expect(look(settings)).toEqual(want);
    const section =
      Object.keys(settings).find(
        (name) => JSON.stringify(Reflect.get(settings, name)) !== JSON.stringify(Reflect.get(UNLISTED, name)),
      ) ?? '';
    expect({ ...settings, [section]: null }).toEqual({ ...UNLISTED, [section]: null });
  });
});

it.each([
  ['removal', 'Auto'],
  ['leaving', 'shout'],
  ['preset', 'school'],
  ['size-limit', '0'],
  ['size-limit', '100001'],
  ['publishers', '{'],
  ['notices.approvals', '3'],
  ['notices.approvals', ''],
  ['notices.deadline-hours', '337'],
  ['notices.per-day', '51'],
  ['card.deadline-days', '3651'],
  ['card.deadline-days', '3 days'],
  ['evidence-days', '0'],
  ['card.graduation', 'yes'],
  ['card.longest-name', '1'],
  ['card.longest-name', '11'],
  ['card.holidays', 'maybe'],
  ['strikes.remove', '101'],
  ['strikes.expire-days', 'sometimes'],
  ['conduct.quiet-hours', '22:30'],
  ['conduct.probation-days', '91'],
  ['conduct.probation-days', '3x'],
  ['conduct.probation-days', 'x3'],
  ['conduct.domains', 'qq.com,not a domain'],
  ['conduct.off-topic', 'links,politics'],
  ['conduct.pictures', 'look'],
  ['digest.at', 'Mon 24:00'],
])('%s = "%s" does not fit: left out, and said', (key, value) => {
  expect(override(UNLISTED, { [key]: value })).toEqual({
    settings: UNLISTED,
    warnings: [`设置 ${key}:已存的值不合用,未采用`],
  });
});

describe('what follows the preset', () => {
  it('off-topic named by hand stays when the preset changes, the same words in another order follow it', () => {
    const of = (offTopic: GroupSettings['conduct']['offTopic']): GroupSettings => ({
      ...UNLISTED,
      preset: 'work',
      conduct: { ...UNLISTED.conduct, offTopic },
    });
    const after = (settings: GroupSettings) =>
      override(settings, { preset: 'plain' }).settings.conduct.offTopic;
    expect(after(of(['links']))).toEqual(['links']);
    expect(after(of(['links', 'images']))).toEqual(['links', 'images']);
    expect(after(of(['articles', 'links']))).toEqual([]);
  });
});

it('a ladder that is out of order is left out as a whole; when its strikes end is not', () => {
  const stored = { 'strikes.warn': '5', 'strikes.final': '4', 'strikes.expire-days': '30' };
  const { settings, warnings } = override(UNLISTED, stored);
  expect(settings.strikes).toEqual({ ...UNLISTED.strikes, expireDays: 30 });
  expect(warnings).toEqual(['设置 strikes:已存的提醒、最后提醒、移出次数不是从小到大,未采用']);
});

it('the last warning does not come after the removal', () => {
  const { settings, warnings } = override(UNLISTED, { 'strikes.final': '4' });
  expect([settings, warnings.length]).toEqual([UNLISTED, 1]);
});

it('steps may be equal', () => {
  const stored = { 'strikes.warn': '3', 'strikes.final': '3', 'strikes.remove': '3' };
  expect(override(UNLISTED, stored).warnings).toEqual([]);
});
