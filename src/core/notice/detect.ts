import type { Evidence } from '../model/finding.js';
import type { NoticeAnswer, NoticeOptions } from './answer.js';
import { counterWeight } from './counter-signs.js';
import { levelOf } from './level.js';
import { plain, type PlainText } from './plain.js';
import { findSignature, type Signature } from './signature.js';
import { layoutWeight, officialWeight } from './signs/arrangement.js';
import { SIGNS } from './signs/index.js';
import { NOTICE_WORD } from './signs/vocabulary.js';
import { subjectOf } from './subject.js';

/** Ordinary chat holds none of these words and not two of these characters, and is answered at once. */
const TRIGGER =
  /通[ \u3000\xa0]{0,6}[知报告]|公[ \u3000\xa0]{0,6}[告示]|告示|启事|声明|提[醒示]|预警|倡议|邀请函|决定|如下|特此|@|各位|全体|关于|[〔【〖[]|更正|原定|作废/u;
const WEAK = '[请停各级因经现将于起截缴交费未凭须应改取部处会局院校站馆务失升期前班照勿禁必]';
const TWO_WEAK = new RegExp(`${WEAK}[^]*${WEAK}`, 'u');
const TITLED = new RegExp(`${NOTICE_WORD}|关于.{2,70}的(?:决定|函|说明|意见|倡议|规定)`, 'u');
const ASKED = /[?？]|[吗么]\s*$/u;

/** The sum of weights at which a text is as likely a notice as not. Set on labelled data, see docs/rules/notice.md. */
const MIDDLE = 5.15;
const STEEPNESS = 1.15;
const PLATFORM_WEIGHT = 5.4;
const TITLE_WEIGHT = 5.2;
const TOO_SHORT_UNITS = 12;
const SHORT_WEIGHT = 0.8;
const OWN_NAME_UNITS = 48;
const OWN_NAME_WEIGHT = 1.8;
const AFTER_OWN_NAME = /^[\u4e00-\u9fff]{0,12}?(?:[】\]:：]|关于|决定|定于|发布)/u;
/** Ornament before the words: emoji, spaces, line ends. */
const ORNAMENT = /^[^\p{L}\p{N}【[〖《〔<(（@]+/u;

interface Weighing {
  sum: number;
  posted: boolean;
  readonly why: string[];
  readonly evidence: Evidence[];
}

/**
 * Weighs whether `text` issues an official notice, as opposed to talking about one. Never throws; a text without any
 * sign scores near 0. Evidence lies in `text`: UTF-16 units, end exclusive.
 */
export function detectNotice(text: string, options: NoticeOptions): NoticeAnswer {
  const read = plain(text);
  const weighing: Weighing = { sum: 0, posted: false, why: [], evidence: [] };
  weighPosting(options, weighing);
  if (!weighing.posted && !mayBeOne(read.text)) return answerOf(weighing, null);
  weighSigns(text, read, weighing);
  weighOwnName(read.text, options, weighing);
  const signature = weighSignature(text, read, weighing);
  weighCounter(read.text, weighing);
  const claim = { issuer: signature?.issuer ?? null, words: `${options.title ?? ''}\n${read.text}`.trim() };
  return answerOf(weighing, {
    level: () => levelOf(claim.words, claim.issuer, options.organisation),
    subject: () => subjectOf(claim.words),
  });
}

function mayBeOne(text: string): boolean {
  return TRIGGER.test(text) || (text.length >= TOO_SHORT_UNITS && TWO_WEAK.test(text));
}

function weighPosting(options: NoticeOptions, weighing: Weighing): void {
  if (options.kind === 'group-notice') {
    weighing.posted = true;
    weighing.sum += PLATFORM_WEIGHT;
    weighing.why.push('以群公告发布');
  }
  const title = options.title ?? '';
  if (title !== '' && TITLED.test(plain(title).text) && !ASKED.test(title)) {
    weighing.posted = true;
    weighing.sum += TITLE_WEIGHT;
    weighing.why.push('链接或文件的标题写明是通知');
  }
}

function weighSigns(original: string, read: PlainText, weighing: Weighing): void {
  const groups = new Set<string>();
  for (const sign of SIGNS) {
    if (sign.group !== undefined && groups.has(sign.group)) continue;
    const match = sign.pattern.exec(read.text);
    if (match === null) continue;
    if (sign.group !== undefined) groups.add(sign.group);
    weighing.sum += sign.weight;
    weighing.why.push(sign.why);
    const span = { start: match.index, end: match.index + match[0].length };
    weighing.evidence.push(evidenceOf(original, read, { ...span, term: sign.why }));
  }
  weighManner(weighing, '分项列出(时间、地点、一、二、)', layoutWeight(read.text));
  weighManner(weighing, '公事的用语', officialWeight(read.text));
}

function weighManner(weighing: Weighing, why: string, weight: number): void {
  if (weight === 0) return;
  weighing.sum += weight;
  weighing.why.push(why);
}

/** The organisation's own name at the head, as an issuer writes it: 【轻工大】…, 轻工大教务处:…, 轻工大关于…. */
function weighOwnName(text: string, options: NoticeOptions, weighing: Weighing): void {
  const { name, words } = options.organisation;
  const heading = text.slice(0, OWN_NAME_UNITS);
  for (const word of [name, ...words]) {
    const at = word === '' ? -1 : heading.indexOf(word);
    if (at === -1 || !AFTER_OWN_NAME.test(heading.slice(at + word.length))) continue;
    weighing.sum += OWN_NAME_WEIGHT;
    weighing.why.push('以本组织的名义开头');
    return;
  }
}

function weighSignature(original: string, read: PlainText, weighing: Weighing): Signature | null {
  const signature = findSignature(read.text);
  if (signature === null) return null;
  weighing.sum += signature.weight;
  weighing.why.push(signature.why);
  weighing.evidence.push(evidenceOf(original, read, { ...signature, term: signature.why }));
  return signature;
}

function weighCounter(text: string, weighing: Weighing): void {
  const counter = counterWeight(text);
  weighing.sum -= counter.weight;
  // A short line is chat, unless the way it was posted already speaks for a notice.
  if (text.length < TOO_SHORT_UNITS && !weighing.posted) weighing.sum -= SHORT_WEIGHT;
  for (const reason of counter.why) weighing.why.push(`不像通知:${reason}`);
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

function evidenceOf(original: string, read: PlainText, place: Place): Evidence {
  const found = read.text.slice(place.start, place.end);
  const start = read.at(place.start + (found.length - found.replace(ORNAMENT, '').length));
  const end = read.at(place.start + found.trimEnd().length - 1) + 1;
  return { start, end, text: original.slice(start, end), term: place.term };
}

interface Claim {
  readonly level: () => NonNullable<NoticeAnswer['level']>;
  readonly subject: () => string;
}

function answerOf(weighing: Weighing, claim: Claim | null): NoticeAnswer {
  const score = Math.round(1000 / (1 + Math.exp(-STEEPNESS * (weighing.sum - MIDDLE)))) / 1000;
  const notice = score >= 0.5;
  return {
    notice,
    score,
    level: notice && claim !== null ? claim.level() : null,
    subject: notice && claim !== null ? claim.subject() : null,
    why: weighing.why,
    evidence: weighing.evidence,
  };
}
