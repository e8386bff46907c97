import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse.js';

const backup = (text: string) => parseConfig(text, 'q.yaml').config.backup;

describe('backup', () => {
  it.each([
    {
      name: 'nothing: every night, a week of them',
      text: '',
      want: { at: 'daily 03:30', keep: 7, directory: null },
    },
    { name: 'all commented out', text: 'backup:\n', want: { at: 'daily 03:30', keep: 7, directory: null } },
    {
      name: 'another time, fewer, elsewhere',
      text: 'backup: { at: "02:15", keep: 2, directory: /srv/copies }',
      want: { at: 'daily 02:15', keep: 2, directory: '/srv/copies' },
    },
    {
      name: 'once a week',
      text: 'backup: { at: Sun 03:30 }',
      want: { at: 'Sun 03:30', keep: 7, directory: null },
    },
    { name: 'not at all', text: 'backup: { at: never }', want: { at: null, keep: 7, directory: null } },
  ])('$name', ({ text, want }) => expect(backup(text)).toEqual(want));

  it.each([
    { name: 'no time', text: 'backup: { at: "" }', want: /第 1 行.*backup\.at.*写成 "03:30"/u },
    { name: 'an hour that is none', text: 'backup: { at: "25:00" }', want: /时间读不懂/u },
    { name: 'none to keep', text: 'backup: { keep: 0 }', want: /backup\.keep/u },
    { name: 'half a one to keep', text: 'backup: { keep: 1.5 }', want: /backup\.keep/u },
    { name: 'no folder', text: 'backup: { directory: "" }', want: /backup\.directory.*文件夹/u },
    { name: 'an address instead of a folder', text: 'backup: { directory: "s3://x" }', want: /文件夹/u },
    { name: 'a slip of the pen', text: 'backup: { keeps: 3 }', want: /是不是想写 keep/u },
    { name: 'a word instead of a section', text: 'backup: never', want: /backup/u },
  ])('refused: $name', ({ text, want }) => expect(() => backup(text)).toThrow(want));
});
