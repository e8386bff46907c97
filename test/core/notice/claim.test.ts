import { describe, expect, it } from 'vitest';
import { levelNeeded } from '../../../src/core/notice/claim.js';

const organisation = { name: '武汉轻工大学校友总会', words: ['武汉轻工大学', '轻工大'] };
const nobody = { name: '', words: [] };
const groupName = '武汉轻工大学北京校友分会群1';

describe('whose authority a notice needs', () => {
  it.each([
    { name: 'empty: nobody’s', text: '', level: null, want: null },
    { name: 'of the branch', text: '各位校友:周六登山。', level: 'branch', want: 'branch' },
    {
      name: 'the organisation signs',
      text: '通知\n轻工大校友总会',
      level: 'organisation',
      want: 'organisation',
    },
    {
      name: 'the school of that name',
      text: '武汉轻工大学关于校庆的公告',
      level: 'organisation',
      want: 'organisation',
    },
    {
      name: 'the school without its name',
      text: '经学校研究决定,考试推迟。',
      level: 'organisation',
      want: 'organisation',
    },
    {
      name: 'the own branch',
      text: '武汉轻工大学北京校友会关于换届的通知',
      level: 'organisation',
      want: 'branch',
    },
    { name: 'the police', text: '公安局提醒:谨防诈骗', level: 'organisation', want: 'branch' },
    { name: 'a school district', text: '教育局通知:明天停课', level: 'organisation', want: 'branch' },
    { name: 'our association', text: '校友会秘书处通知:活动延期', level: 'organisation', want: 'branch' },
  ] as const)('$name', ({ text, level, want }) => {
    expect(levelNeeded({ text, level, groupName }, organisation)).toBe(want);
  });

  it.each([
    { text: '公司决定:周六照常上班。', want: 'branch' },
    { text: '总会通知:请各分会上报名单。', want: 'organisation' },
  ] as const)('where no organisation is configured, “$text”: $want', ({ text, want }) => {
    expect(levelNeeded({ text, level: 'organisation', groupName: '同事群' }, nobody)).toBe(want);
  });
});
