import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clock, direct, meet, PEOPLE, say } from '../builders/events.js';
import { openStage, type Event, type Stage } from '../fakes/stage.js';

const CONFIG = `
organisation: { name: 某大校友会 }
groups:
  - { id: g1, card: { template: '{name}-{city}' } }
  - { id: g2 }
`;
const AD = '特价面膜加微信';
const TWINS = [
  { id: 'w1', name: '芳', card: '王芳-武汉-会计05级' },
  { id: 'w2', name: '芳芳', card: '王芳-上海-英语09级' },
];
const ROSTER = [
  ['姓名', '城市'],
  ['张三', '北京'],
];

let stage: Stage;
let read: string[] = [];

beforeEach(async () => {
  read = [];
  const tables = {
    read: ({ name }: { readonly name: string }) => Promise.resolve(void read.push(name)).then(() => ROSTER),
  };
  stage = await openStage({ config: CONFIG, tables });
  const bot = { id: 'bot', name: '管理助手', card: '' };
  await stage.play(
    meet('03-02 09:00', { botId: 'bot', members: [...PEOPLE, ...TWINS, bot] }),
    meet('03-02 09:00', { group: 'g2', name: '行业群', admins: [], members: PEOPLE.slice(0, 1) }),
  );
});
afterEach(() => stage.store.close());

/** What the bot does in the minute after. */
async function after(...events: readonly Event[]): Promise<string> {
  const at = String(events.at(-1)?.['at']).slice(5, 16).replace('T', ' ');
  return (await stage.after(...events, clock(`${at}:59`))).join('\n');
}

/** What went wrong on the way; nothing of it reaches people. */
const failures = () => stage.log.filter(({ level }) => level === 'error');

const cases = async () =>
  (await stage.store.casesOf('g1', 'u5', 9)).map(({ category, verdict }) => `${category} ${verdict}`);

describe('what is said in a group', () => {
  it.each(['/', '／ ', '/ @李雷', '@管理助手\u2005'])(
    '“%s” is no command, and nothing is said to it',
    async (text) => {
      expect(await after(say('03-02 09:10', 'u5', text, { mentions: ['bot'] }))).toBe('');
      expect(failures()).toEqual([]);
    },
  );

  it.each([
    {
      name: 'words behind a slash that is no command are judged like any',
      text: `/看看 ${AD}`,
      want: ['advertising violation'],
    },
    {
      name: 'a command’s own words are no more than a review',
      text: `/记录 ${AD}`,
      want: ['advertising review'],
    },
    { name: 'words put before the bot are not judged', text: `/核验 ${AD}`, want: [] },
    {
      name: 'words beside a mention of the bot are judged like any',
      text: `@管理助手\u2005${AD}`,
      want: ['advertising violation'],
    },
  ])('$name', async ({ text, want }) => {
    await after(say('03-02 09:10', 'u5', text, { mentions: ['bot'] }));
    expect(await cases()).toEqual(want);
  });

  it.each(['link', 'chat-history'])('what is passed on as a %s is not said to the bot', async (kind) => {
    expect(await after(say('03-02 09:10', 'u5', '/关于', { kind, title: '/关于' }))).toBe('');
  });

  it('talk to the bot that is no command is answered once in ten minutes', async () => {
    const talk = (at: string) => after(say(at, 'u5', '@管理助手\u2005今天天气不错', { mentions: ['bot'] }));
    expect(await talk('03-02 09:10')).toContain('我只认命令');
    expect(await talk('03-02 09:19:59')).toBe('');
    expect(await talk('03-02 09:20')).toContain('我只认命令');
    expect(
      await after(say('03-02 09:30', 'u5', '@管理助手\u2005@李雷\u2005在说你', { mentions: ['bot', 'u5'] })),
    ).toBe('');
  });
});

describe('what is said in private', () => {
  it.each([
    { text: '', want: /^$/u },
    { text: '  / ', want: /^$/u },
    { text: '今天/明天', want: /没看懂“今天\/明天”/u },
    { text: ' /关于', want: /direct →u5 \| /u },
    { text: '／ 关于 ', want: /direct →u5 \| /u },
  ])('“$text”', async ({ text, want }) => {
    expect(await after(direct('03-02 09:10', 'u5', text))).toMatch(want);
    expect(failures()).toEqual([]);
  });

  it('the number of one of several members goes on with the group in which it was asked', async () => {
    await after(say('03-02 09:10', 'u1', '/警告 王芳 刷屏'));
    const lines = await after(direct('03-02 09:11', 'u1', '2'));
    expect(lines).toContain('已提醒 王芳-上海-英语09级');
    expect(lines).not.toContain('哪个群');
  });

  it('the number of one of several groups goes on with the same words, and the group stays chosen', async () => {
    expect(await after(direct('03-02 09:10', 'u1', '/状态'))).toMatch(/1\) ?分会群.*2\) ?行业群/u);
    expect(await after(direct('03-02 09:11', 'u1', '2'))).toContain('“行业群”');
    expect(await after(direct('03-02 09:12', 'u1', '/状态'))).toContain('“行业群”');
  });
});

describe('a file sent in private', () => {
  const file = (at: string, from: string, name: string, text = ''): Event => ({
    ...direct(at, from, text),
    file: name,
  });

  it.each([
    { name: 'of no kind that is read', from: 'u2', file: '合影.jpg' },
    { name: 'a table of somebody who answers for no group', from: 'u5', file: '名册.csv' },
  ])(
    '$name: not even fetched, and nothing is said, whatever stands beside it',
    async ({ from, file: name }) => {
      expect(await after(file('03-02 09:10', from, name, '/关于'))).toBe('');
      expect(read).toEqual([]);
    },
  );

  it('a table sent by the owner is no answer to an open question', async () => {
    await after(say('03-02 09:08', 'u1', '/警告 王芳'));
    const lines = await after(file('03-02 09:10', 'u1', '名册.XLSX', '1'));
    expect(read).toEqual(['名册.XLSX']);
    expect(lines).toContain('哪个群');
  });

  it('who answers for several groups is asked which, and need not send it again', async () => {
    expect(await after(file('03-02 09:10', 'u1', '名册.csv'))).toContain('您说的是哪个群');
    expect(await after(direct('03-02 09:11', 'u1', '1'))).toContain('/名册 确认');
    expect(read).toEqual(['名册.csv']);
  });
});

describe('the line that a command asked for', () => {
  const GUEST = 'z9';
  const asks = () => after(direct('03-02 09:10', GUEST, '/入群 分会群'));

  it('the next line is the card, without a command before it', async () => {
    expect(await asks()).toContain('分会群');
    expect(await after(direct('03-02 09:11', GUEST, '  张三-北京 '))).toContain('分会群');
    expect(
      (await stage.store.openCases('g1')).length + stage.lines.filter(({ to }) => to === 'u1').length,
    ).toBeGreaterThan(0);
    expect(stage.lines.map(({ text }) => text ?? '').join('\n')).toContain('张三-北京');
  });

  it.each([
    { name: 'nothing at all is no card: it is asked for again', text: '', want: '“分会群”' },
    { name: 'courtesy is not the card', text: '谢谢', want: '我是群管理助手' },
    { name: 'another command is not the card', text: '/关于', want: '开源' },
    { name: 'nor is it where the slash is left out', text: '关于', want: '开源' },
  ])('$name', async ({ text, want }) => {
    await asks();
    expect(await after(direct('03-02 09:11', GUEST, text))).toContain(want);
  });
});
