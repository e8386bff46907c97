import type { WhyView } from '../model/answer.js';
import type { Case } from '../model/case.js';
import type { Evidence, Finding } from '../model/finding.js';
import { eventName, joinedLines, statusName, STEP_NAMES } from './case-line.js';
import { groundText } from './grounds.js';
import { likenessLine } from './likeness.js';
import { mask, nameOf } from './mask.js';
import { categoryName, ruleName } from './names.js';
import { shownTime } from './when.js';
import { whyNotLines } from './why-not.js';

export function whyText(why: WhyView): string {
  const one = why.case;
  return [
    `编号 ${one.id}:${one.memberId === null && one.memberName === '' ? '' : `${nameOf(one.memberName)},`}${categoryName(one.category)},把握${Math.min(99, Math.round(one.score * 100))}%`,
    ...one.findings.map(findingLine),
    stepLine(one),
    ...joinedLines(why.joined),
    ...joinedGrounds(why.joined),
    ...why.actions.map((action) => `动作 ${action.kind}:${action.state}`),
    ...whyNotLines(why.silent),
    ...why.events.map((event) => `${shownTime(event.at, why.timezone)} ${eventName(event)}`),
  ].join('\n');
}

const MOST_WORDS = 5;

/** The first place of each word. */
function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter((one, index) => evidence.findIndex((other) => other.text === one.text) === index);
}

/** The masked words with their place; of a secret, or when the words were let go of, the place alone. */
function placeText(evidence: Evidence): string {
  const { text, term, start } = evidence;
  const ground = groundText(evidence);
  if (ground !== null) return ground;
  if (term.startsWith('qr ')) return `二维码里的${text === '' ? '内容' : mask(text)}`;
  const place = `第${start + 1}字起`;
  if (text !== '') return `${mask(text)}(${place})`;
  return term.startsWith('sha256:') ? `${place}(涉密,文字没有保存)` : `${place}(文字已删去)`;
}

function findingLine(finding: Finding): string {
  if (finding.rule === 'impersonation') return likenessLine(finding);
  const seen = distinct(finding.evidence).slice(0, MOST_WORDS);
  const words = seen.map(placeText).join('、');
  const sure = finding.certainty === 'confirmed' ? '确定' : '疑似';
  const where = words === '' ? '' : `:${words}`;
  return `规则“${ruleName(finding.rule)}”:${categoryName(finding.category)},${sure}${where};依据 ${finding.clause}`;
}

function stepLine(one: Case): string {
  const exempt = one.exempt ? ',豁免人员只记录' : '';
  const observed = one.observed ? ',观察期不算数' : '';
  return `处置:${STEP_NAMES[one.step]},当时有效记过${one.strikes}次${exempt}${observed};状态:${statusName(one.status)}`;
}

const MOST_JOINED = 5;

/** What else was found is part of what is decided: the first ground of each, the rest by its own number. */
function joinedGrounds(joined: readonly Case[]): readonly string[] {
  const shown = joined.slice(0, MOST_JOINED).flatMap(({ id, category, findings }) => {
    const ground = findings.find((finding) => finding.category === category) ?? findings[0];
    return ground === undefined ? [] : [`编号 ${id} ${findingLine(ground)}`];
  });
  return joined.length > MOST_JOINED ? [...shown, '其余的看:/为什么 编号'] : shown;
}
