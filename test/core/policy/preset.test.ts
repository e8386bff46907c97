import { describe, expect, it } from 'vitest';
import { cardSettings } from '../../../src/core/policy/card-settings.js';
import { presetTemplate } from '../../../src/core/policy/preset.js';

describe('the card that a preset asks for', () => {
  it.each([
    { preset: 'plain', want: null },
    { preset: 'alumni', want: '{name}-{city}-{major}{year}' },
    { preset: 'work', want: '{name}-{department}-{title}' },
    { preset: 'teaching', want: '{name}-{class}' },
  ] as const)('$preset: $want', ({ preset, want }) => {
    expect(presetTemplate(preset)).toBe(want);
  });

  it('the rest as usual: seven days, short Chinese names, reminders also on holidays', () => {
    expect(cardSettings(null)).toEqual({
      template: null,
      deadlineDays: 7,
      manner: { graduation: false, latinNames: false, longestName: 4 },
      pausesOnHolidays: false,
    });
  });
});
