import type { StatusView } from '../model/answer.js';
import { limitTexts } from './digest-limits.js';
import { nameOf } from './mask.js';
import { shownTime } from './when.js';

/** How things stand in a group: what the bot does and may do, what waits, what went wrong, whether it hears. */
export function statusText(status: StatusView): string {
  return [
    `“${nameOf(status.groupName)}”:${status.mode === 'observe' ? '观察,只记录不处理' : '执行'};${REMOVALS[status.removal]}`,
    rightsText(status),
    waitingText(status),
    ...limitTexts(status),
    ...failedLines(status),
    ...liftedLines(status),
    healthText(status),
    ...status.warnings,
  ].join('\n');
}

const REMOVALS = { ask: '移出前先问您', auto: '到了次数直接移出', never: '从不移出' } as const;

function rightsText({ canRemove, ownerKnown }: StatusView): string {
  const removes = canRemove ? '能移出成员' : '不能移出成员,需要时请您动手(把我设为管理员就能)';
  return `权限:${removes};${ownerKnown ? '知道群主是谁' : '看不到群主(可以用 /认领 登记)'}`;
}

function waitingText({ openCases, cards, waiting }: StatusView): string {
  const parts = [
    ...(openCases > 0 ? [`${openCases}件待定(/案件)`] : []),
    ...(cards > 0 ? [`${cards}张名片待改(/名片)`] : []),
    ...(waiting > 0 ? [`${waiting}句话等着发`] : []),
  ];
  return parts.length === 0 ? '没有等您的事。' : `等着的:${parts.join(',')}`;
}

const MOST = 5;

function failedLines({ failed }: StatusView): readonly string[] {
  if (failed.length === 0) return [];
  const shown = failed.slice(-MOST).join('、');
  return [
    `最近七天没办成的:编号 ${shown}${failed.length > MOST ? `等${failed.length}件` : ''}。看经过:/为什么 ${failed.at(-1) ?? ''}`,
  ];
}

function liftedLines({ lifted, timezone }: StatusView): readonly string[] {
  return lifted === null ? [] : [`移出上限已解除,到${shownTime(lifted, timezone)}恢复`];
}

function healthText({ heardAt, timezone }: StatusView): string {
  const heard =
    heardAt === null ? '启动后还没有收到本群的消息' : `最近一条消息 ${shownTime(heardAt, timezone)}`;
  return `数据库正常,连接正常;${heard}`;
}
