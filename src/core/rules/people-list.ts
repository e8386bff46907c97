import { plainShapes } from '../lexicon/shapes.js';
import type { Evidence } from '../model/finding.js';
import { FULL_NAME } from './person-name.js';

/** What of a person is nobody's business, and how many people with it make a list. */
interface Matter {
  readonly term: string;
  readonly least: number;
  /** What stands behind the name. */
  readonly said: string;
  /** What the text must say besides. */
  readonly about?: RegExp;
}

const ILLNESS =
  '(?:乙肝|丙肝|大三阳|小三阳|肝炎|转氨酶|梅毒|艾滋|HIV|性病|抑郁|焦虑症|躁郁|双相|精神分裂|癫痫|癌|肿瘤|结节|白血病|流产|怀孕|孕|不孕|糖尿病|高血压|心脏病|肺结核|残疾|视力不合格|色盲|色弱)';
const FAMILY =
  '(?:离异|离婚|丧偶|单亲|再婚|随母|随父|跟妈|跟爸|父亡|母亡|丧父|丧母|父母双亡|孤儿|服刑|坐牢|父残|母残|低保|特困|贫困户|建档立卡|留守|收养|非亲生)';
const KIN = '(?:的?(?:爸爸?|妈妈?|父亲|母亲|家长|爷爷|奶奶|老公|老婆|爱人|丈夫|妻子))';
const INCOME = '工资|薪|绩效|年终奖|收入|公积金|社保基数|存款|欠[款费债]|逾期|贷款';
const MOBILE = '1[3-9]\\d{9}(?!\\d)';
const ROLL = /名单|花名册|信息表|登记表|业主表|通讯录/u;
const MATTERS: readonly Matter[] = [
  { term: '病情', least: 2, said: `.{0,4}?${ILLNESS}` },
  { term: '家庭情况', least: 2, said: `.{0,4}?${FAMILY}` },
  {
    term: '收入',
    least: 3,
    said: '[:：是\\s]{0,2}\\d{4,6}(?![\\d-])',
    about: new RegExp(INCOME, 'u'),
  },
  { term: '手机号', least: 2, said: `${KIN}[:：\\s]{0,2}${MOBILE}` },
  // 孙浩 深南大道某厅 135…: what they do, or where, may stand between.
  {
    term: '手机号',
    least: 2,
    said: `(?:[:：,，\\s]{0,2}|[\\s:：][^\\d\\n;；/,，。]{1,14}?)${MOBILE}`,
    about: ROLL,
  },
  { term: '银行卡号', least: 2, said: '[:：\\s]{0,2}\\d{16,19}(?!\\d)' },
];
const ITEMS: readonly (readonly [Matter, RegExp])[] = MATTERS.map((matter) => [
  matter,
  new RegExp(
    `(?:(?<!\\p{Script=Han})|(?<=[\\s,，:：;；、][父母爸妈夫妻]))${FULL_NAME}?[(（:：\\s]{0,2}${matter.said}`,
    'giu',
  ),
]);
/** What looks like a name in front of a sum and is none. */
const NO_NAME = /^(?:金额|余额|高温|高达|常规|安全|任务|程序|方案|万元|时间|于[是本])/u;

/** Without one of these there is no list: spares nearly every text the rest. */
const MAY_LIST = new RegExp(`${ILLNESS}|${FAMILY}|${INCOME}|1[3-9]\\d{9}|\\d{16}`, 'iu');

/** Where a text lists people by name, each with what is nobody's business: illness, family, income, their kin's number. */
export function findPeopleList(text: string): readonly Evidence[] {
  // Numbers in other shapes are numbers, too.
  const plain = plainShapes(text);
  if (!MAY_LIST.test(plain.text)) return [];
  for (const [{ term, least, about }, item] of ITEMS) {
    if (about !== undefined && !about.test(plain.text)) continue;
    const found = Array.from(plain.text.matchAll(item), ({ index, 0: shown }) => {
      const [start, end] = [plain.start(index), plain.end(index + shown.length)];
      return { start, end, text: text.slice(start, end), term };
    }).filter(({ text: shown }) => !NO_NAME.test(shown));
    if (found.length >= least) return found;
  }
  return [];
}
