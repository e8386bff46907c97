import { describe, expect, it } from 'vitest';
import { DEFAULT_REMINDERS, toldOn } from '../../../src/core/policy/reminders.js';
import { override } from '../../../src/core/policy/override.js';
import { UNLISTED } from '../../../src/core/policy/settings.js';

describe('what is told on a Monday', () => {
  it.each([
    { name: 'nothing wished: nothing told', over: {}, day: 2, want: [] },
    { name: 'weekly: every Monday', over: { rules: 'weekly' }, day: 23, want: ['rules'] },
    { name: 'nothing wished on the third Monday either', over: {}, day: 15, want: [] },
    { name: 'monthly: the first Monday', over: { rules: 'monthly' }, day: 7, want: ['rules'] },
    { name: 'monthly: not the second', over: { rules: 'monthly' }, day: 8, want: [] },
    { name: 'safety: the third Monday', over: { safety: 'monthly' }, day: 21, want: ['safety'] },
    { name: 'safety: not the fourth', over: { safety: 'monthly' }, day: 22, want: [] },
    { name: 'safety: not the second', over: { safety: 'monthly' }, day: 14, want: [] },
    {
      name: 'weekly rules and safety on the third Monday',
      over: { rules: 'weekly', safety: 'monthly' },
      day: 15,
      want: ['rules', 'safety'],
    },
  ] as const)('$name', ({ over, day, want }) => {
    expect(toldOn({ ...DEFAULT_REMINDERS, ...over }, day)).toEqual(want);
  });
});

describe('changed by command', () => {
  it.each([
    { key: 'reminders.rules', value: '', fits: false },
    { key: 'reminders.rules', value: 'weekly', fits: true },
    { key: 'reminders.safety', value: 'weekly', fits: false },
    { key: 'reminders.welcome', value: 'all', fits: true },
    { key: 'reminders.good-conduct', value: 'on', fits: true },
    { key: 'reminders.good-conduct', value: 'true', fits: false },
  ])('$key “$value”: $fits', ({ key, value, fits }) => {
    expect(override(UNLISTED, { [key]: value }).warnings).toHaveLength(fits ? 0 : 1);
  });

  it('one is changed and the others are not', () => {
    const { settings } = override(UNLISTED, { 'reminders.rules': 'weekly' });
    expect(settings.reminders).toEqual({ ...DEFAULT_REMINDERS, rules: 'weekly' });
  });
});
