import type {
  Action,
  CardNote,
  CardRoll,
  RemovalNotice,
  RemovalReport,
  Remove,
  Reversed,
  Tell,
  Warn,
} from '../model/action.js';
import { answerText } from './answer.js';
import { copyText, templateText } from './card.js';
import { digestText } from './digest.js';
import { mask, nameOf, quoted, visible } from './mask.js';
import { categoryName, ruleText } from './names.js';
import { NOT_OFFICIAL, noticeAdviceText } from './notice.js';
import { alertText, requestText } from './request.js';
import { tellingText } from './telling.js';
import { shownDay, shownTime } from './when.js';

/** A rendered action: where it goes and what it says. */
export type Rendered =
  | {
      readonly to: 'group';
      readonly groupId: string;
      readonly text: string;
      readonly mentions: readonly string[];
    }
  | {
      readonly to: 'person';
      readonly memberId: string;
      readonly groupId: string | null;
      readonly text: string;
    };

/** Renders an action that says something; null for one that does something (`remove`, `accept`). */
export function render(action: Action): Rendered | null {
  switch (action.kind) {
    case 'introduce':
      return toGroup(action.groupId, INTRODUCTION);
    case 'warn':
      return toGroup(action.groupId, warnText(action), action.member.id);
    case 'removal-notice':
      return toGroup(action.groupId, removalNoticeText(action));
    case 'notice-note':
      return toGroup(action.groupId, UNCONFIRMED);
    case 'notice-cleared':
      return toGroup(
        action.groupId,
        '刚才提到的那条消息,负责人看过了,不算违规。要缴费或转账的,请先发 /核验 查一查。',
      );
    case 'card-note':
      return toGroup(action.groupId, cardText(action), action.member.id);
    case 'card-roll':
      return {
        to: 'group',
        groupId: action.groupId,
        text: cardRollText(action),
        mentions: action.entries.map((entry) => entry.member.id),
      };
    case 'removal-report':
      return toPerson(action.to.id, action.groupId, removalReportText(action));
    case 'request':
      return toPerson(action.to.id, action.groupId, requestText(action));
    case 'alert':
      return toPerson(action.to.id, action.groupId, alertText(action));
    case 'notice-advice':
      return toPerson(action.member.id, action.groupId, noticeAdviceText(action));
    case 'reversed':
      return toPerson(action.member.id, action.groupId, reversedText(action));
    case 'digest':
      return toPerson(action.to.id, action.groupId, digestText(action.totals));
    case 'reply':
      return action.to === null
        ? toGroup(action.groupId ?? '', answerText(action.answer))
        : toPerson(action.to.id, action.groupId, answerText(action.answer));
    case 'tell':
      return tellText(action);
    case 'remove':
    case 'accept':
    case 'recall':
    case 'rename':
    case 'announce':
    case 'invite':
    case 'report':
      return null;
  }
}

function tellText({ groupId, to, mentions, telling }: Tell): Rendered {
  const text = tellingText(telling);
  if (to !== null) return toPerson(to.id, groupId, text);
  const called = mentions.map(({ name }) => `@${nameOf(name)} `).join('');
  return {
    to: 'group',
    groupId: groupId ?? '',
    text: `${called}${text}`,
    mentions: mentions.map(({ id }) => id),
  };
}

function toGroup(groupId: string, text: string, mentioned?: string): Rendered {
  return { to: 'group', groupId, text, mentions: mentioned === undefined ? [] : [mentioned] };
}

function toPerson(memberId: string, groupId: string | null, text: string): Rendered {
  return { to: 'person', memberId, groupId, text };
}

const INTRODUCTION =
  '大家好,我是本群的管理助手。我会看群消息来提醒广告、诈骗和未经核实的通知,只保存违规记录,不保存聊天。说明:/隐私';

const UNCONFIRMED = '上面这条“通知”尚未经群主或校友会确认,请先不要按它缴费或填表。核实后我会在这里说明。';

/** The group's calm word and the author's reminder in one line. */
function noticeWarnText(warn: Warn): string {
  const last = warn.beforeRemoval ? ',再有一次就要请您暂时离群了' : '';
  return `${unconfirmed(warn)}@${nameOf(warn.member.name)} 通知请先交群主确认再发(群规第9条),这是第${warn.count}次提醒${last}。有误会请私聊我:申诉 ${warn.about.caseId}`;
}

function unconfirmed({ heldSince, timezone, decided }: Warn): string {
  if (decided === true)
    return `${heldSince === null ? '上面那条' : `${shownTime(heldSince, timezone)} 那条`}“通知”${NOT_OFFICIAL}`;
  return heldSince === null
    ? UNCONFIRMED
    : UNCONFIRMED.replace('上面这条', `${shownTime(heldSince, timezone)} 那条`);
}

/** What an administrator wrote is told as it stands, but for its length and numbers. */
function byHandText({ terms: [reason = ''] }: Warn): string {
  const said = [...visible(reason).replaceAll(/\d{4,}/gu, mask)].slice(0, 40).join('');
  return said === ''
    ? '管理员提醒您留意群规(/群规)。'
    : `管理员提醒您:${said.replace(/[。.!！]+$/u, '')}(/群规)。`;
}

function warnText(warn: Warn): string {
  if (warn.about.category === 'notice') return noticeWarnText(warn);
  const name = nameOf(warn.member.name);
  const back = `有误会请私聊我:申诉 ${warn.about.caseId}`;
  const count = `这是第${warn.count}次提醒${warn.shared === true ? '(各群合计)' : ''}`;
  const last = warn.beforeRemoval ? `${count},再有一次就要请您暂时离群了。` : `${count},`;
  if (warn.about.rule === 'manual') return `@${name} ${byHandText(warn)}${last}${back}`;
  const words = quoted(warn.terms);
  const what = `像是${categoryName(warn.about.category)}${words === '' ? '' : `(${words})`}`;
  if (warn.step === 'final' && warn.count > 1 && warn.heldSince === null)
    return `@${name} 又收到一条消息,${what}。${last}${back}`;
  const isFresh = warn.heldSince === null;
  const recall = warn.step === 'warning' && isFresh ? '两分钟内可以自己撤回。' : '';
  const when = isFresh ? '刚才' : `您 ${shownTime(warn.heldSince, warn.timezone)} `;
  return `@${name} ${when}那条消息,${what}。${ruleText(warn.about.category)}。${recall}${last}${back}`;
}

/** 三次推销 / 发布诈骗: what a removal rests on, without a name. */
function groundsOf(action: Remove | RemovalNotice | RemovalReport): string {
  if (action.about.category === 'card') return '多次提醒后名片仍未改好';
  if (action.about.rule === 'manual') return '管理员的决定';
  if (action.about.rule === 'ban') return '在封禁名单上';
  const name = categoryName(action.about.category);
  return action.strikes > 1 ? `${action.strikes}次违反群规(最近一次:${name})` : name;
}

function removalNoticeText(action: RemovalNotice): string {
  const { caseId } = action.about;
  return `一位成员因${groundsOf(action)}被移出本群,编号 ${caseId}。群主可用 /撤销 ${caseId} 恢复。`;
}

function removalReportText(action: RemovalReport): string {
  const { caseId } = action.about;
  const span = action.days === null || action.strikes <= 1 ? '' : `${action.days}天内`;
  return `已移出 ${nameOf(action.member.name)}:${span}${groundsOf(action)}。依据:/为什么 ${caseId}。若是误判:/撤销 ${caseId},我会告诉您怎样请对方回来。`;
}

function reversedText(action: Reversed): string {
  const { caseId } = action.about;
  if (action.removed)
    return `之前把您移出群是我判断错了,已撤销,不留记录。抱歉打扰,群主会请您回来。(编号 ${caseId})`;
  // What an administrator said by hand was no mistake of the bot's.
  const whose = action.about.rule === 'manual' ? '之前的提醒已经撤销' : '之前的提醒是我判断错了,已撤销';
  return `${whose},不留记录。抱歉打扰。(编号 ${caseId})`;
}

function cardText(note: CardNote): string {
  const name = `@${nameOf(note.member.name)}${note.formal ? ' 您好,' : ' '}`;
  const copy = copyText(note.suggestion, note.draft) ?? templateText(note);
  switch (note.stage) {
    case 'join':
      return joinText(note);
    case 'wrong':
      return `${name}名片差一点:${problemText(note)}。${copy}`;
    case 'reminder':
      return `${name}请您抽空改一下群名片:${problemText(note)}。${copy}${deadlineText(note)}`;
    case 'second':
      return `${name}群名片还差一点:${problemText(note)}。${copy}${deadlineText(note)}需要帮忙请找群主。`;
  }
}

function joinText(note: CardNote): string {
  const how = copyText(note.suggestion, note.draft) ?? `比如 ${note.example}`;
  return `欢迎${note.formal ? '您' : ''} @${nameOf(note.member.name)}。本群用实名名片,格式是 ${note.format},${how}。改好后我就不再打扰。群规请看 /群规`;
}

function cardRollText(roll: CardRoll): string {
  const lines = roll.entries.map((entry) => {
    const line = entry.suggestion ?? entry.draft?.line ?? null;
    const copy = line === null ? '' : ` 可改为:${line}`;
    return `@${nameOf(entry.member.name)}${copy}`;
  });
  const until = roll.deadline === null ? '' : `,请在${shownDay(roll.deadline, roll.timezone)}前改好`;
  const head = roll.stage === 'second' ? '再提醒一次' : '请下面几位抽空改一下群名片';
  return [`${head},格式是 ${roll.format},比如 ${roll.example}${until}。`, ...lines].join('\n');
}

function problemText(note: CardNote): string {
  return note.problems.map((problem) => problem.replace(/。$/u, '')).join(';');
}

function deadlineText(note: CardNote): string {
  return note.deadline === null ? '。' : `。请在${shownDay(note.deadline, note.timezone)}前改好。`;
}
