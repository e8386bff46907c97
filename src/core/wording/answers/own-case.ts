import type { OwnCase, OwnCaseAnswer } from '../../model/answers/own-case.js';
import { nameOf } from '../mask.js';
import { categoryName } from '../names.js';
import type { Texts } from '../texts.js';
import { shownTime } from '../when.js';

export const OWN_CASE_ANSWERS: Texts<OwnCaseAnswer> = { 'own-cases': ownCasesText };

const MOST = 3;

function ownCasesText({ cases }: OwnCaseAnswer): string {
  const shown = cases.slice(0, MOST);
  const appealable = shown.find(({ standing }) => standing === 'appealable');
  const [first] = shown;
  return [
    '抱歉,我只看得懂命令。如果您说的是这件事:',
    ...shown.map(caseText),
    ...(cases.length > MOST ? [`共${cases.length}件,看全部:/案件`] : []),
    ...(appealable === undefined
      ? []
      : ['有误会请复制下面一行,把“理由”换成您的话发给我,会请人重新看:', `申诉 ${appealable.id} 理由`]),
    ...(first === undefined ? [] : [`看依据:/为什么 ${(appealable ?? first).id}。别的事:/帮助`]),
  ].join('\n');
}

function caseText(one: OwnCase): string {
  const head = `编号 ${one.id}:${shownTime(one.at, one.timezone)} 在“${nameOf(one.groupName)}”,${aboutText(one)}`;
  switch (one.standing) {
    case 'appealable':
      return `${head},${doneText(one)}。`;
    case 'in-appeal':
      return `${head}。您的申诉已经在看了,有结果我私下告诉您。`;
    case 'open':
      return `${head}。负责人正在看,还没有定。`;
  }
}

function aboutText({ category }: OwnCase): string {
  if (category === 'manual') return '管理员处理的一件事';
  if (category === 'card' || category === 'impersonation')
    return `您的${category === 'card' ? '名片' : '名称'}`;
  return `一条消息像是${categoryName(category)}`;
}

function doneText({ step, isOpen }: OwnCase): string {
  if (isOpen) return '负责人正在看,还没有定';
  if (step === 'removal') return '之后请您离开了群';
  return step === 'warning' || step === 'final' ? '提醒过您' : '负责人看过,已经记下';
}
