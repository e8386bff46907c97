import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/app/commands/index.js';
import { helpText } from '../../src/core/wording/help.js';

const entries = COMMANDS.map(({ names: [name = '', alias = ''], usage, summary }) => ({
  name,
  alias,
  usage,
  summary,
}));

const ALIASES =
  'help status group mode set cards roster register standing claim ok appoint join find stolen withdraw about warn remove ban unban strikes case rule claim-case missed domain copy why confirm reject overturn exempt authorise revoke approve submit verify report appeal rules privacy mydata leave lexicon quiet digest export offboard transfer suspend restore activity incident'.split(
    ' ',
  );

describe('help', () => {
  it('of no command at all is two lines', () => {
    expect(helpText([]).split('\n')).toHaveLength(2);
  });

  it('names every command once, under what it is for, in lines that a phone shows', () => {
    const text = helpText(entries);
    expect(text).not.toContain('其他');
    for (const { name } of entries)
      expect(text.split(/[\s:]/u).filter((word) => word === `/${name}`)).toHaveLength(
        name === '帮助' ? 3 : 1,
      );
    expect(text.split('\n').length).toBeLessThan(14);
  });

  it('of one command says how it is written, also in English', () => {
    const one = entries.filter(({ name }) => name === '肃静');
    expect(helpText(one)).toMatch(/^\/肃静 .*\n.*\/quiet$/u);
  });

  it.each(ALIASES)('%s works', (alias) => {
    expect(COMMANDS.some(({ names }) => names.includes(alias))).toBe(true);
  });

  it('every command has a Chinese name and an English alias, and none twice', () => {
    const names = COMMANDS.flatMap((command) => command.names);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, alias } of entries) {
      expect(name).toMatch(/^\p{Script=Han}+$/u);
      expect(alias).toMatch(/^[a-z-]+$/u);
    }
  });
});
