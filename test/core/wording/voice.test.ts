import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/core/model/action.js';
import type { Answer } from '../../../src/core/model/answer.js';
import { render } from '../../../src/core/wording/action.js';
import { answerText } from '../../../src/core/wording/answer.js';
import { digestText } from '../../../src/core/wording/digest.js';
import { shownFormat } from '../../../src/core/wording/card.js';
import { ruleText } from '../../../src/core/wording/names.js';
import { shownDay, shownTime } from '../../../src/core/wording/when.js';
import { DAY } from '../../../src/core/model/instant.js';
import { aCase, NOW, OWNER } from '../../builders/model.js';
import { aWeek, NOTHING_OPEN } from '../../../bot/wording/examples/week.js';

const member = { id: 'u5', name: '李雷' };
const of = (category: 'advertising' | 'fraud' | 'notice' | 'card', caseId: number, rule = 'prohibited') => ({
  groupId: 'g1',
  member,
  about: { caseId, rule, category },
});
const card = {
  groupId: 'g1',
  member: { id: 'u7', name: '小王' },
  about: null,
  format: '姓名-城市-专业年级',
  example: '张三-北京-化学97级',
  timezone: 'Asia/Shanghai',
};

const calmly = { beforeRemoval: false, heldSince: null, timezone: 'Asia/Shanghai' };

describe('the moments of the voice', () => {
  const rows: readonly { moment: string; action: Action; text: string }[] = [
    {
      moment: 'first words in a group',
      action: { kind: 'introduce', groupId: 'g1' },
      text: '大家好,我是本群的管理助手。我会看群消息来提醒广告、诈骗和未经核实的通知,只保存违规记录,不保存聊天。说明:/隐私',
    },
    {
      moment: 'first warning',
      action: {
        kind: 'warn',
        ...of('advertising', 12),
        step: 'warning',
        terms: ['加微信', '代理'],
        count: 1,
        ...calmly,
      },
      text: '@李雷 刚才那条消息,像是推销(“加*信”“代*”)。本群不发广告(群规第6条)。两分钟内可以自己撤回。这是第1次提醒,有误会请私聊我:申诉 12',
    },
    {
      moment: 'a first warning that waited for the morning: it says when, and asks for no recall',
      action: {
        kind: 'warn',
        ...of('advertising', 12),
        step: 'warning',
        terms: ['代理'],
        count: 1,
        ...calmly,
        heldSince: Date.parse('2026-03-02T23:05:00+08:00'),
      },
      text: '@李雷 您 3月2日 23:05 那条消息,像是推销(“代*”)。本群不发广告(群规第6条)。这是第1次提醒,有误会请私聊我:申诉 12',
    },
    {
      moment: 'a final warning where the owner wants no removals: no threat',
      action: {
        kind: 'warn',
        ...of('advertising', 13),
        step: 'final',
        terms: ['加微信'],
        count: 3,
        ...calmly,
      },
      text: '@李雷 又收到一条消息,像是推销(“加*信”)。这是第3次提醒,有误会请私聊我:申诉 13',
    },
    {
      moment: 'final warning',
      action: {
        kind: 'warn',
        ...of('advertising', 13),
        step: 'final',
        terms: ['加微信'],
        count: 2,
        ...calmly,
        beforeRemoval: true,
      },
      text: '@李雷 又收到一条消息,像是推销(“加*信”)。这是第2次提醒,再有一次就要请您暂时离群了。有误会请私聊我:申诉 13',
    },
    {
      moment: 'a final warning that is the first: nothing came before it',
      action: {
        kind: 'warn',
        ...of('fraud', 13),
        step: 'final',
        terms: [],
        count: 1,
        ...calmly,
        beforeRemoval: true,
      },
      text: '@李雷 刚才那条消息,像是诈骗。本群守法:不诈骗,不赌博,不买卖违禁品,不侵权(群规第1条)。这是第1次提醒,再有一次就要请您暂时离群了。有误会请私聊我:申诉 13',
    },
    {
      moment: 'a warning by hand',
      action: {
        kind: 'warn',
        ...of('advertising', 12, 'manual'),
        step: 'warning',
        terms: [],
        count: 1,
        ...calmly,
      },
      text: '@李雷 管理员提醒您留意群规(/群规)。这是第1次提醒,有误会请私聊我:申诉 12',
    },
    {
      moment: 'removal, in the group: no name',
      action: { kind: 'removal-notice', ...of('advertising', 14), strikes: 3 },
      text: '一位成员因3次违反群规(最近一次:推销)被移出本群,编号 14。群主可用 /撤销 14 恢复。',
    },
    {
      moment: 'removal, to the owner',
      action: { kind: 'removal-report', ...of('advertising', 14), strikes: 3, days: 90, to: OWNER },
      text: '已移出 李雷:90天内3次违反群规(最近一次:推销)。依据:/为什么 14。若是误判:/撤销 14,我会告诉您怎样请对方回来。',
    },
    {
      moment: 'request',
      action: {
        kind: 'request',
        ...of('fraud', 15),
        to: OWNER,
        ask: 'removal',
        leadsTo: 'removal',
        terms: ['刷单'],
        score: 0.92,
        groupName: '分会群',
      },
      text: '请您定夺(编号 15):“分会群”里 李雷 的消息像是诈骗(“刷*”,把握92%)。移出请回 /确认 15,放过请回 /驳回 15。我还没有移出任何人。依据:/为什么 15。',
    },
    {
      moment: 'not possible here',
      action: {
        kind: 'request',
        ...of('fraud', 15),
        to: OWNER,
        ask: 'hand-removal',
        leadsTo: 'removal',
        terms: [],
        score: 0.92,
        groupName: '分会群',
      },
      text: '请您定夺(编号 15):“分会群”里 李雷 的消息像是诈骗(把握92%)。我在这个群没有管理权限,移不了人。请长按对方的头像→移出群聊;完成后我会看到并记下。放过请回 /驳回 15。依据:/为什么 15。',
    },
    {
      moment: 'card, on joining',
      action: {
        kind: 'card-note',
        ...card,
        stage: 'join',
        problems: [],
        suggestion: null,
        draft: null,
        formal: false,
        deadline: null,
      },
      text: '欢迎 @小王。本群用实名名片,格式是 姓名-城市-专业年级,比如 张三-北京-化学97级。改好后我就不再打扰。群规请看 /群规',
    },
    {
      moment: 'card, wrong',
      action: {
        kind: 'card-note',
        ...card,
        stage: 'wrong',
        problems: ['分隔要用“-”。'],
        suggestion: '张三-北京-化学97级',
        draft: null,
        formal: false,
        deadline: null,
      },
      text: '@小王 名片差一点:分隔要用“-”。复制这一行就好:张三-北京-化学97级',
    },
    {
      moment: 'card, second reminder',
      action: {
        kind: 'card-note',
        ...card,
        stage: 'second',
        problems: ['没有看到城市。'],
        suggestion: null,
        draft: null,
        formal: false,
        deadline: NOW + DAY,
      },
      text: '@小王 群名片还差一点:没有看到城市。复制这一行,换成您的:真实姓名-城市-专业年级(比如 张三-北京-化学97级)。请在3月3日前改好。需要帮忙请找群主。',
    },
    {
      moment: 'overturned, to the member',
      action: { kind: 'reversed', ...of('advertising', 12), removed: false },
      text: '之前的提醒是我判断错了,已撤销,不留记录。抱歉打扰。(编号 12)',
    },
  ];
  it.each(rows)('$moment', ({ action, text }) => {
    expect(render(action)?.text).toBe(text);
  });

  it('an unauthorised notice is called unconfirmed, not false', () => {
    const text = render({ kind: 'notice-note', ...of('notice', 12) })?.text;
    expect(text).toBe('上面这条“通知”尚未经群主或校友会确认,请先不要按它缴费或填表。核实后我会在这里说明。');
  });
});

describe('answers', () => {
  const rows: readonly { moment: string; answer: Answer; text: string }[] = [
    {
      moment: 'refused',
      answer: { kind: 'refused', least: 'owner' },
      text: '这个命令只有群主能用。有情况可以用 /举报 告诉群主。',
    },
    {
      moment: 'ambiguous',
      answer: { kind: 'which-member', typed: '王芳', options: ['王芳-武汉-会计05级', '王芳-上海-英语09级'] },
      text: '群里有2位 王芳:1) 王芳-武汉-会计05级 2) 王芳-上海-英语09级。请回序号。',
    },
    {
      moment: 'answered already',
      answer: { kind: 'already-answered', case: aCase({ status: 'confirmed' }) },
      text: '编号 12 已经处理过了:已确认。要恢复请用 /撤销 12。',
    },
    {
      moment: 'overturned already: nothing to restore',
      answer: { kind: 'already-answered', case: aCase({ status: 'overturned' }) },
      text: '编号 12 已经处理过了:已撤销。',
    },
    {
      moment: 'an empty list of cases',
      answer: { kind: 'cases', title: '案件', cases: [], together: {}, timezone: 'UTC' },
      text: '案件:没有。',
    },
  ];
  it.each(rows)('$moment', ({ answer, text }) => {
    expect(answerText(answer)).toBe(text);
  });
});

describe('digest', () => {
  it.each([
    { name: 'nothing at all: one line', week: aWeek(), want: '“分会群”本周一切正常:0条消息,0次处理。' },
    {
      name: 'cards alone: one line',
      week: aWeek({ messages: 862, open: { ...NOTHING_OPEN, cards: 2 } }),
      want: '“分会群”本周一切正常:862条消息,0次处理,2张名片待改。',
    },
  ])('$name', ({ week, want }) => {
    expect(digestText(week)).toBe(want);
  });

  it('a watched week says so and how to go on', () => {
    const text = digestText(aWeek({ violations: 1, observed: true }));
    expect(text).toContain('观察中,没有对外处理');
    expect(text).toContain('/模式 执行');
  });
});

describe('small words', () => {
  it.each([
    { template: '', format: '', example: '' },
    { template: '{name}-{city}-{major}{year}', format: '姓名-城市-专业年级', example: '张三-北京-化学97级' },
    { template: '{name}-{phone?}', format: '姓名-电话', example: '张三-138****0000' },
  ])('template “$template”', ({ template, format, example }) => {
    expect(shownFormat(template)).toEqual({ format, example });
  });

  it('days and times are those of the group', () => {
    expect(shownDay(NOW, 'Asia/Shanghai')).toBe('3月2日');
    expect(shownTime(NOW, 'America/New_York')).toBe('3月1日 20:00');
  });

  it('a rule is named with its number', () => {
    expect(ruleText('advertising')).toBe('本群不发广告(群规第6条)');
  });
});
