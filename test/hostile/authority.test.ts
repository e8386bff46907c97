import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, event, meet, PEOPLE, say } from '../builders/events.js';
import { openStage, type Event, type Stage } from '../fakes/stage.js';

const CONFIG = 'organisation:\n  admins: [u0]\ngroups:\n  - id: g1\n';
let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ config: CONFIG });
  await stage.play(meet('03-02 09:00'));
});
afterEach(() => stage.store.close());

const settings = () => stage.store.settings('g1');
const did = () => stage.lines.filter(({ type }) => !['say', 'direct'].includes(type)).map(({ type }) => type);
const OFFICIAL = '/模式 观察';

/** Plays it and lets the answer be sent. */
async function after(...events: readonly Event[]): Promise<string> {
  return (await stage.after(...events, clock('03-02 09:40'))).join('\n');
}

describe('an id that only looks like one with authority', () => {
  it.each([
    { name: 'the owner’s in capitals', id: 'U1' },
    { name: 'in full width', id: '\uff551' },
    { name: 'with a full-width digit', id: 'u\uff11' },
    { name: 'with a blank behind', id: 'u1 ' },
    { name: 'with a blank in front', id: ' u1' },
    { name: 'with a line break', id: 'u1\n' },
    { name: 'with something unseen', id: 'u1\u200b' },
    { name: 'with NUL', id: 'u1\u0000' },
    { name: 'with a mark on it', id: 'u\u03081' },
    { name: 'the staff’s in capitals', id: 'U0' },
    { name: 'the staff’s with a blank', id: 'u0 ' },
    { name: 'both, as a list', id: 'u0,u1' },
    { name: 'the bot’s', id: 'BOT' },
    { name: 'of every object', id: '__proto__' },
  ])('$name: a member, under whatever name', async ({ id }) => {
    await stage.play(event('03-02 09:01', 'join', { member: { ...PEOPLE[0], id } }));
    const lines = await after(direct('03-02 09:10', id, OFFICIAL), say('03-02 09:11', id, OFFICIAL));
    expect(lines.match(/这个命令只有群主能用/gu)).toHaveLength(2);
    expect(await settings()).toEqual({});
    const warning = say('03-02 09:12', 'u2', '/警告 @某人\u2005', { mentions: [id] });
    expect(await after(warning)).not.toContain('不能移出');
  });

  it('a look-alike who is appointed has a say, and whom the id looks like has none', async () => {
    await stage.play(event('03-02 09:01', 'join', { member: { id: 'U6', name: '韩梅梅' } }));
    await after(say('03-02 09:10', 'u1', '/任命 @韩梅梅\u2005', { mentions: ['U6'] }));
    expect(await after(direct('03-02 09:11', 'u6', '/周报'))).toContain('只有群主和管理员能用');
    expect(await after(direct('03-02 09:12', 'U6', '/周报'))).not.toContain('只有群主和管理员能用');
  });
});

describe('a command that is somebody else’s words, or no words at all, is not carried out', () => {
  const by = 'u1';
  const at = '03-02 09:10';
  const quote = { from: 'u5', text: OFFICIAL };
  it.each<{ name: string; events: readonly Event[] }>([
    { name: 'quoted by the owner', events: [say(at, by, '看', { quote })] },
    { name: 'quoted, and nothing said to it', events: [say(at, by, '', { quote })] },
    {
      name: 'the bot’s own words, quoted',
      events: [say(at, by, '好', { quote: { from: 'bot', text: '请回 /确认 1' } })],
    },
    { name: 'forwarded', events: [say(at, by, OFFICIAL, { kind: 'chat-history' })] },
    {
      name: 'the title of what is forwarded',
      events: [say(at, by, '', { kind: 'chat-history', title: OFFICIAL })],
    },
    {
      name: 'the title of a link',
      events: [say(at, by, '', { kind: 'link', title: OFFICIAL, url: OFFICIAL })],
    },
    {
      name: 'words beside a link',
      events: [say(at, by, OFFICIAL, { kind: 'link', url: 'https://a.example' })],
    },
    { name: 'of a mini-program', events: [say(at, by, OFFICIAL, { kind: 'mini-program', title: OFFICIAL })] },
    { name: 'a file’s name', events: [say(at, by, '', { kind: 'file', file: OFFICIAL })] },
    { name: 'a contact card', events: [say(at, by, OFFICIAL, { kind: 'contact-card' })] },
    { name: 'the group’s announcement', events: [say(at, by, OFFICIAL, { kind: 'group-notice' })] },
    { name: 'in the middle of a sentence', events: [say(at, by, `请大家不要发 ${OFFICIAL}`)] },
    { name: 'on the second line', events: [say(at, by, `大家好\n${OFFICIAL}`)] },
    {
      name: 'behind a mention of somebody else',
      events: [say(at, by, `@韩梅梅\u2005${OFFICIAL}`, { mentions: ['u6'] })],
    },
    { name: 'behind something unseen', events: [say(at, by, `\u200b${OFFICIAL}`)] },
    { name: 'the owner’s card', events: [event(at, 'card', { member: by, card: OFFICIAL })] },
    { name: 'the group’s name', events: [event(at, 'topic', { name: OFFICIAL, by })] },
    { name: 'a greeting', events: [event(at, 'friendship', { from: by, text: OFFICIAL })] },
    {
      name: 'the name of a group in an invitation',
      events: [event(at, 'invitation', { group: OFFICIAL, from: by })],
    },
    { name: 'the bot’s own message', events: [say(at, 'bot', OFFICIAL)] },
  ])('$name', async ({ events }) => {
    await stage.play(...events, clock('03-02 09:40'));
    expect(await settings()).toEqual({});
    expect((await stage.store.auditEntries()).filter(({ kind }) => kind === 'command')).toEqual([]);
  });

  it('the same words said by the owner are: the rows above can fail', async () => {
    await stage.play(say(at, by, OFFICIAL), clock('03-02 09:40'));
    expect(await settings()).toEqual({ mode: 'observe' });
  });

  it('what a forged sentence of the bot tells a member to answer does nothing', async () => {
    await stage.play(
      say('03-02 09:10', 'u5', '请您定夺(编号 1):移出请回 /确认 1'),
      say('03-02 09:11', 'u6', '/确认 1'),
      direct('03-02 09:12', 'u6', '确认 1'),
      clock('03-02 09:40'),
    );
    expect(did()).toEqual([]);
  });
});

describe('confirmation codes', () => {
  const codeIn = (lines: string): string => /\b([A-Z]\d{3})\b/u.exec(lines)?.[1] ?? '';

  it.each([
    { name: 'for a removal', ask: '/移出 李雷', by: 'u2', confirm: '/确认', other: 'u3' },
    {
      name: 'for a setting that gives the bot more power',
      ask: '/设置 移出 自动',
      by: 'u1',
      confirm: '/确认',
      other: 'u2',
    },
    {
      name: 'for a person who leaves the organisation',
      ask: '/离任 李雷',
      by: 'u0',
      confirm: '/确认',
      other: 'u1',
    },
  ])('$name: good once, in time, for the one who asked', async ({ ask, by, confirm, other }) => {
    const code = codeIn((await stage.after(direct('03-02 09:10', by, ask), clock('03-02 09:10:20'))).join());
    expect(code).not.toBe('');
    const done = async () => JSON.stringify([did(), await settings()]);
    const before = await done();
    // Another person's, a member's, one that was never given out, and one too late.
    await stage.play(direct('03-02 09:10:21', other, `${confirm} ${code}`));
    await stage.play(direct('03-02 09:10:22', 'u6', `${confirm} ${code}`));
    await stage.play(direct('03-02 09:10:23', by, `${confirm} ${code === 'Z999' ? 'Z998' : 'Z999'}`));
    expect(await done()).toBe(before);
    await stage.play(direct('03-02 09:13', by, `${confirm} ${code}`), clock('03-02 09:20'));
    expect(await done()).toBe(before);
    const again = codeIn((await stage.after(direct('03-02 09:30', by, ask), clock('03-02 09:30:20'))).join());
    await stage.play(direct('03-02 09:30:30', by, `${confirm} ${again}`), clock('03-02 09:31'));
    const once = await done();
    expect(once).not.toBe(before);
    await stage.play(event('03-02 09:32', 'join', { member: { id: 'u5', name: '李雷' } }));
    await stage.play(direct('03-02 09:33', by, `${confirm} ${again}`), clock('03-02 09:34'));
    expect(await done()).toBe(once);
  });

  it('the operator’s code for a group is good once and no look-alike of it is', async () => {
    for (const [at, text] of [
      '认领',
      '认领 0',
      '认领 __proto__',
      "认领 ' OR 1=1 --",
      `认领 ${'0'.repeat(5000)}`,
    ].entries())
      await stage.play(direct(`03-02 09:1${at}`, 'u6', text));
    expect(await settings()).toEqual({});
  });
});
