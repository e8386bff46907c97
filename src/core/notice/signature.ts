/** Issuer and date where a notice is signed: at its very end. Indices are in the text handed in. */
export interface Signature {
  readonly start: number;
  readonly end: number;
  readonly issuer: string | null;
  readonly why: string;
  readonly weight: number;
}

const TAIL_UNITS = 140;
const ISSUER =
  '[\\u4e00-\\u9fff（）()]{1,30}(?:会|处|部|办|办公室|中心|公司|集团|大学|学院|学校|委|组|院|局|厅|府|社区|物业|班委|管理员|群主|团队|支部|银行|馆|所|站|科|组|小学|中学|幼儿园|医院|总队|支队|联盟|俱乐部|社)';
const DIGIT = '[\\d〇○零一二三四五六七八九十x]';
const DATE = `(?:${DIGIT}{4}\\s?年\\s?${DIGIT}{1,3}\\s?月(?:\\s?${DIGIT}{1,3}\\s?[日号])?|20\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}|${DIGIT}{1,3}\\s?月\\s?${DIGIT}{1,3}\\s?[日号])`;
const CLOSE =
  '[^\\u4e00-\\u9fff\\w]{0,12}(?:（[^）\\n]{2,16}）)?[^\\u4e00-\\u9fff\\w]{0,12}(?:@\\S{1,8}\\s{0,4})?$';

const SIGNED = new RegExp(
  `(?<=[\\n。！!；;，,：:\\s”"》])(?:发布(?:人|单位)?[:：])?(${ISSUER})[\\s\\u3000\\xa0,，]{0,40}${DATE}${CLOSE}`,
  'u',
);
const ISSUER_ALONE = new RegExp(`\\n[\\s\\u3000—-]{0,40}(${ISSUER})(?:[（(]章[）)]|宣)?${CLOSE}`, 'u');
/** On the line of the last sentence: no word that a sentence of chat is made of (…。明天也要开会). */
const ISSUER_INLINE = new RegExp(
  `(?:[。！!]\\s{0,4}|—{1,2}|班主任[:：])(?<issuer>(?:(?![我你他她它去在开要来到没有不是的了也就都想能请])[\\u4e00-\\u9fff]){1,16}(?:分会|总会|校友会|理事会|委员会|居委会|业委会|家委会|秘书处|部|处|科|组|局|支部|办公室|中心|公司|大学|学院|学校|小学|中学|幼儿园|医院|站|物业|社区|管理员|群主))${CLOSE}`,
  'u',
);
const DATE_ALONE = new RegExp(`[\\n\\s\\u3000\\xa0]${DATE}${CLOSE}`, 'u');

/** Null where the text is not signed. A sentence that merely ends in a date (我们约在5月1日) is no signature. */
export function findSignature(text: string): Signature | null {
  const base = Math.max(0, text.length - TAIL_UNITS);
  const tail = text.slice(base);
  const signed = SIGNED.exec(tail);
  if (signed) return signatureOf(signed, base, { why: '落款有单位和日期', weight: 3 });
  const alone = ISSUER_ALONE.exec(tail);
  if (alone) return signatureOf(alone, base, { why: '落款有单位', weight: 4 });
  const inline = ISSUER_INLINE.exec(tail);
  if (inline) return signatureOf(inline, base, { why: '落款有单位', weight: 4 });
  const dated = text.includes('\n') ? DATE_ALONE.exec(tail) : null;
  return dated ? signatureOf(dated, base, { why: '文末有日期', weight: 1 }) : null;
}

function signatureOf(
  match: RegExpExecArray,
  base: number,
  sign: Pick<Signature, 'why' | 'weight'>,
): Signature {
  const lead = match[0].length - match[0].trimStart().length;
  const start = base + match.index + lead;
  return { start, end: start + match[0].trim().length, issuer: match[1] ?? null, ...sign };
}
