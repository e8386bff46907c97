import { isCategory } from '../../src/core/model/category.js';
import { EVENT_NAMES, STATUS_NAMES } from '../../src/core/wording/case-line.js';
import { EVIDENCE_HEADS, EVIDENCE_WORDS } from '../../src/core/wording/evidence.js';
import { categoryName, ruleName } from '../../src/core/wording/names.js';
import { markup, type Markup, page } from '../html.js';
import type { CaseFile, Collected } from './collect.js';

const STYLE = `
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #222; }
h1 { font-size: 1.4rem; } h2 { margin-top: 2rem; font-size: 1.1rem; }
table { width: 100%; border-collapse: collapse; display: block; overflow-x: auto; } th, td { padding: .3rem .6rem; border: 1px solid #ccc; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; }
p.care { padding: .5rem .8rem; background: #fff3d6; }
@media print { body { max-width: none; } }
`;

/** The case file for a person to read; every text of others is escaped. */
export function evidencePage({ file, audit }: Collected): string {
  const title = EVIDENCE_WORDS.title(file.case.id);
  const body = markup`<h1>${title}</h1>
<p>${EVIDENCE_WORDS.about}</p>
<p class="care">${EVIDENCE_WORDS.care} ${EVIDENCE_WORDS.judged}</p>
<h2>${EVIDENCE_WORDS.facts}</h2>
${table([], factsOf(file))}
<h2>${EVIDENCE_WORDS.findings}</h2>
${table(EVIDENCE_HEADS.findings, findingsOf(file))}
<h2>${EVIDENCE_WORDS.events}</h2>
${table(
  EVIDENCE_HEADS.events,
  file.events.map(({ at, kind, actor, reason }) => [at, EVENT_NAMES[kind], actor, reason]),
)}
<h2>${EVIDENCE_WORDS.strikes}</h2>
${table(
  EVIDENCE_HEADS.strikes,
  file.strikes.map((one) => [one.at, one.expiresAt ?? '', one.reversedAt ?? '', one.observed ? '是' : '']),
)}
<h2>${EVIDENCE_WORDS.actions}</h2>
${table(
  EVIDENCE_HEADS.actions,
  file.actions.map(({ what, dueAt, settledAt, state }) => [what, dueAt, settledAt ?? '', state]),
)}
<h2>${EVIDENCE_WORDS.audit}</h2>
${table(
  EVIDENCE_HEADS.audit,
  audit.map(({ seq, at, actor, kind, hash }) => [String(seq), new Date(at).toISOString(), actor, kind, hash]),
)}
<p>${EVIDENCE_WORDS.check}${file.chain.state === 'broken' ? EVIDENCE_WORDS.broken : ''}</p>`;
  return page({ title, style: STYLE, body });
}

function factsOf({ group, madeAt, timezone, chain, case: one }: CaseFile): readonly (readonly string[])[] {
  return [
    ['编号', String(one.id)],
    ['群', `${group.name}(${group.id})`],
    ['成员', `${one.memberName}(${one.memberId ?? ''})`],
    ['时间', one.at],
    ['判定', one.verdict === 'violation' ? '违规' : '待复核'],
    ['类别', nameOfCategory(one.category)],
    ['状态', STATUS_NAMES[one.status]],
    ['生成时间', `${madeAt} ${timezone}`],
    ['审计日志', `${chain.entries} 条,最后一条 ${chain.head ?? EVIDENCE_WORDS.none}`],
  ];
}

function findingsOf({ findings }: CaseFile): readonly (readonly string[])[] {
  return findings.flatMap(({ rule, category, certainty, clause, evidence }) => {
    const head = [
      ruleName(rule),
      nameOfCategory(category),
      certainty === 'confirmed' ? '确定' : '疑似',
      clause,
    ];
    if (evidence.length === 0) return [[...head, EVIDENCE_WORDS.none, '']];
    return evidence.map(({ start, end, text, term, kept }) => [
      ...head,
      kept === 'kept' ? (text === '' ? term : text) : EVIDENCE_WORDS[kept],
      `${start}–${end}`,
    ]);
  });
}

function nameOfCategory(word: string): string {
  return isCategory(word) ? categoryName(word) : word;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  if (rows.length === 0) return markup`<p>${EVIDENCE_WORDS.none}</p>`;
  const top = head.length === 0 ? [] : [markup`<tr>${head.map((cell) => markup`<th>${cell}</th>`)}</tr>`];
  const lines = rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>`);
  return markup`<table>${[...top, ...lines]}</table>`;
}
