import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/app/commands/index.js';
import { clock, direct, meet, say } from '../builders/events.js';
import { openStage } from '../fakes/stage.js';

const GUIDE = readFileSync('docs/guide.md', 'utf8');

/** Who gives the commands under each heading. */
const ACTORS: Readonly<Record<string, string>> = {
  群主: 'u1',
  管理员: 'u2',
  成员: 'u5',
  '校友会(组织)的工作人员': 'u0',
};

interface Example {
  readonly actor: string;
  readonly text: string;
  readonly quotes: boolean;
}

function examples(): readonly Example[] {
  const found: Example[] = [];
  let actor: string | undefined;
  for (const line of GUIDE.split('\n')) {
    if (line.startsWith('#')) actor = ACTORS[line.replace(/^#+\s*/u, '')];
    const text = /^\| `(\/[^`]+)`(\(引用\))?/u.exec(line);
    if (actor !== undefined && text?.[1] !== undefined)
      found.push({ actor, text: text[1], quotes: text[2] !== undefined });
  }
  return found;
}

const CONFIG = 'organisation:\n  name: 武汉轻工大学校友总会\n  admins: [u0]\ngroups:\n  - id: g1\n';

/** A group in which something has happened already: a warning (1) and a question that is open (2). */
async function busyStage() {
  const stage = await openStage({ config: CONFIG });
  await stage.play(
    meet('03-02 09:00'),
    say('03-02 09:02', 'u5', '特价面膜加微信'),
    say('03-02 09:03', 'u5', '好像要发通知了'),
    clock('03-02 09:04'),
  );
  return stage;
}

const NOT_UNDERSTOOD = /没有“.*”这个命令|没看懂|请这样写|这个命令只有|我还不知道您说的是哪个群/u;

describe('the guide for owners', () => {
  it.each(examples())('$text is understood', async ({ actor, text, quotes }) => {
    const stage = await busyStage();
    const given = quotes
      ? { ...say('03-02 09:10', actor, text), quote: { from: 'u5', text: '特价面膜加微信' } }
      : direct('03-02 09:10', actor, text);
    const lines = await stage.after(given, clock('03-02 09:11'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => NOT_UNDERSTOOD.test(line))).toEqual([]);
  });

  it('has an example of every command', () => {
    const shown = new Set(examples().map(({ text }) => /^\/(\S+)/u.exec(text)?.[1]));
    const missing = COMMANDS.map(({ names }) => names[0]).filter((name) => !shown.has(name));
    expect(missing).toEqual([]);
  });
});
