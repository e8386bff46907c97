import { describe, expect, it } from 'vitest';
import { guessPreset } from '../../../src/core/policy/guess-preset.js';

describe('guessPreset', () => {
  it.each([
    { name: '', want: 'plain' },
    { name: '周末爬山', want: 'plain' },
    { name: '武汉轻工大学北京校友分会群1', want: 'alumni' },
    { name: '化学97级', want: 'alumni' },
    { name: '三班家长', want: 'teaching' },
    { name: '信息中心值班', want: 'work' },
    { name: '教务处', want: 'work' },
  ])('“$name”: $want', ({ name, want }) => {
    expect(guessPreset(name, 'plain')).toBe(want);
  });
});
