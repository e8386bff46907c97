import { cardSettings } from '../../../src/core/policy/card-settings.js';
import { DEFAULT_CONDUCT } from '../../../src/core/policy/conduct-settings.js';
import { describe, expect, it } from 'vitest';
import { fitsPattern } from '../../../src/core/policy/pattern.js';
import { override } from '../../../src/core/policy/override.js';
import { NO_ORGANISATION, settingsOf, UNLISTED } from '../../../src/core/policy/settings.js';
import type { Config, GroupEntry, GroupSettings } from '../../../src/core/policy/settings.js';

const aConfig = (groups: readonly GroupEntry[]): Config => ({
  organisation: NO_ORGANISATION,
  groups,
  webhook: null,
  operating: { listen: null, beyondLoopback: false },
  backup: { at: null, keep: 1, directory: null },
  database: 'x',
});
const owned = (ownerId: string): GroupSettings => ({ ...UNLISTED, mode: 'enforce', ownerId });

describe('settingsOf', () => {
  const byId: GroupEntry = { id: 'g1', name: null, settings: owned('by-id') };
  const byName: GroupEntry = { id: null, name: '某大*分会*', settings: owned('by-name') };
  const any: GroupEntry = { id: null, name: '*', settings: owned('any') };
  const both: GroupEntry = { id: 'g9', name: '*', settings: owned('both') };
  it.each([
    { name: 'nothing configured: only watched', groups: [], want: null },
    { name: 'by id, though a name before it fits', groups: [any, byId], want: 'by-id' },
    { name: 'by the first name that fits', groups: [byName, any], want: 'by-name' },
    { name: 'an id that is another never counts by its name', groups: [both], want: null },
  ])('$name', ({ groups, want }) => {
    const settings = settingsOf(aConfig(groups), 'g1', '某大武汉分会1群');
    expect(settings.ownerId).toBe(want);
    expect(settings.mode).toBe(want === null ? 'observe' : 'enforce');
  });
});

it.each([
  { name: 'the empty pattern fits the empty name alone', text: '', pattern: '', want: true },
  { name: 'the empty pattern fits no other name', text: 'a', pattern: '', want: false },
  { name: '* fits the empty name', text: '', pattern: '*', want: true },
  { name: 'without * only itself', text: '群1', pattern: '群', want: false },
  { name: '* in the middle', text: '某大北京群', pattern: '某大*群', want: true },
  { name: 'the head must be there', text: 'ab', pattern: 'b*', want: false },
  { name: 'a part in the middle must be there', text: 'aqb', pattern: 'a*x*b', want: false },
  { name: 'a part may stand at the very beginning', text: 'ab', pattern: '*a*', want: true },
  { name: 'head and tail may not overlap', text: 'aba', pattern: 'ab*ba', want: false },
  { name: 'parts in order', text: 'a-c-b', pattern: 'a*b*c', want: false },
  { name: 'a part may not reach into the tail', text: 'ab', pattern: '*b*b', want: false },
  { name: 'nothing else is special', text: 'axb', pattern: 'a.b', want: false },
])('$name', ({ text, pattern, want }) => {
  expect(fitsPattern(text, pattern)).toBe(want);
});

describe('override', () => {
  it('nothing stored: nothing changes', () => {
    expect(override(UNLISTED, {})).toEqual({ settings: UNLISTED, warnings: [] });
  });

  it.each([
    { stored: { mode: 'enforce' }, want: { mode: 'enforce' } },
    { stored: { removal: 'auto' }, want: { removal: 'auto' } },
    { stored: { owner: 'u1' }, want: { ownerId: 'u1' } },
    { stored: { admins: 'u1, u2、u3' }, want: { adminIds: ['u1', 'u2', 'u3'] } },
    { stored: { preset: 'plain' }, want: { preset: 'plain', card: cardSettings(null) } },
    {
      stored: { 'card.template': '{name}', preset: 'work' },
      want: {
        preset: 'work',
        card: cardSettings('{name}'),
        conduct: { ...DEFAULT_CONDUCT, offTopic: ['links', 'articles'] },
      },
    },
    { stored: { 'card.template': 'none' }, want: { card: cardSettings(null) } },
    { stored: { 'card.deadline-days': '3' }, want: { card: { ...UNLISTED.card, deadlineDays: 3 } } },
    {
      stored: { 'strikes.remove': '5', 'strikes.final': '4' },
      want: { strikes: { warn: 1, final: 4, remove: 5, expireDays: 90 } },
    },
    {
      stored: { 'strikes.expire-days': 'never' },
      want: { strikes: { ...UNLISTED.strikes, expireDays: null } },
    },
    {
      stored: { 'conduct.quiet-hours': '23:00-06:00', 'conduct.probation-days': '0' },
      want: { conduct: { ...DEFAULT_CONDUCT, quietHours: { from: 1380, to: 360 }, probationDays: 0 } },
    },
    {
      stored: { 'conduct.domains': 'Example.edu.cn、qq.com', 'conduct.off-topic': 'images chatter' },
      want: {
        conduct: {
          ...DEFAULT_CONDUCT,
          domains: ['example.edu.cn', 'qq.com'],
          offTopic: ['images', 'chatter'],
        },
      },
    },
    { stored: { 'conduct.working-hours': 'none' }, want: { conduct: DEFAULT_CONDUCT } },
    {
      stored: { 'conduct.pictures': 'ignore' },
      want: { conduct: { ...DEFAULT_CONDUCT, pictures: 'ignore' } },
    },
    {
      stored: { 'digest.at': '周五 18:00' },
      want: { digest: { at: '周五 18:00', timezone: 'Asia/Shanghai' } },
    },
    {
      stored: { 'digest.timezone': 'America/New_York' },
      want: { digest: { at: 'Mon 09:00', timezone: 'America/New_York' } },
    },
  ])('$stored', ({ stored, want }) => {
    expect(override(UNLISTED, stored)).toEqual({ settings: { ...UNLISTED, ...want }, warnings: [] });
  });

  it('a card written by hand stays when the preset changes', () => {
    const settings = { ...UNLISTED, card: cardSettings('{name}-{phone}') };
    expect(override(settings, { preset: 'plain' }).settings.card.template).toBe('{name}-{phone}');
  });

  it.each<{ stored: Record<string, string>; says: string }>([
    { stored: { colour: 'red' }, says: 'colour' },
    { stored: { constructor: 'x' }, says: 'constructor' },
    { stored: { mode: 'Enforce' }, says: 'mode' },
    { stored: { 'card.template': '{' }, says: 'card.template' },
    { stored: { 'card.deadline-days': '0' }, says: 'card.deadline-days' },
    { stored: { 'strikes.warn': '1e1' }, says: 'strikes.warn' },
    { stored: { 'strikes.warn': '9' }, says: '不是从小到大' },
    { stored: { 'strikes.expire-days': '-1' }, says: 'strikes.expire-days' },
    { stored: { 'conduct.quiet-hours': '25:00-26:00' }, says: 'conduct.quiet-hours' },
    { stored: { 'conduct.domains': 'http://' }, says: 'conduct.domains' },
    { stored: { 'conduct.probation-days': '1000' }, says: 'conduct.probation-days' },
    { stored: { 'digest.at': 'Mon' }, says: 'digest.at' },
    { stored: { 'digest.timezone': 'Mars/Base' }, says: 'digest.timezone' },
  ])('$stored is left out with a warning', ({ stored, says }) => {
    const { settings, warnings } = override(UNLISTED, stored);
    expect(settings).toEqual(UNLISTED);
    expect(warnings).toEqual([expect.stringContaining(says)]);
  });
});
