import type { Sign } from './sign.js';
import { BODY, HAN, NOTICE_WORD, OFFICE, PAPER, REMINDER, START } from './vocabulary.js';

/** Before a bare 通知 these make a sentence of it: 收到通知, 那个通知, 等通知. */
const NOT_SAID = '(?<![到接等看发有没无个的了回谢条份这那啥么哪次听是说收不再早晚也都就还要吗呢吧,，。:： ])';
/** What a heading is about, so that 放假通知 stands for itself and 录取通知 does not. */
const MATTER =
  '(?:放假|会议|开会|例会|年会|停水|停电|停气|停课|停机|停运|停工|调课|补课|缴费|收费|续费|交费|活动|培训|讲座|考试|报名|开学|返校|体检|接种|疫苗|招聘|招募|换届|选举|更正|补充|紧急|重要|特别|重大|官方|最新|会费|班费|学费|物业|加班|值班|调休|人事|任命|处分|安全|检修|施工|装修|搬迁|迁址|升级|维护|认证|年审|评选|捐款|征集|征稿|比赛|集合|变更|延期|取消|推迟|恢复|停业|闭馆|开放|作息|家长会|团建|党费|党课|团课|班会|志愿者?|成绩|查询|领取|发放|退费|退税|清退|整改|排练|预警)';

/** 物业公司放假通知, IT部提醒您. What was merely received (接学校通知) is said by somebody else. */
const BY_OFFICE = `${START}(?!接)(?:【|\\[)?(?:转发?】?)?[\\u4e00-\\u9fffA-Z]{0,22}${BODY}(?:】|\\])?(?:${HAN}{0,8}?(?<![到接等看发有没个的了在]))(?:${NOTICE_WORD}|${REMINDER}|最新要求)您?`;

export const HEADINGS: readonly Sign[] = [
  {
    why: '标题写明是通知或公告',
    weight: 5.2,
    group: 'heading',
    pattern: new RegExp(
      `(?:${START}|\\n\\s{0,8})[【\\[〖《<]{1,2}[^】\\]〗》>\\n。？?]{0,40}${NOTICE_WORD}[^】\\]〗》>\\n。？?]{0,8}[】\\]〗》>]`,
      'u',
    ),
  },
  {
    why: '首行是通知的标题',
    weight: 4.2,
    group: 'heading',
    pattern: new RegExp(
      `${START}[^\\n。！？!?，,；;:：]{0,60}(?<![到接等看发有没个的了回])(?:${NOTICE_WORD}|倡议书|邀请函|启事|声明|决定|提示)(?:书|单)?(?:[（(][^）)\\n]{1,12}[）)])?[!！]{0,3}[ \\t\\u3000\\xa0]{0,20}\\n`,
      'u',
    ),
  },
  {
    why: '中间一行只写“通知”',
    weight: 3,
    group: 'heading',
    pattern: new RegExp(`\\n\\s{0,20}${NOTICE_WORD}\\s{0,8}\\n`, 'u'),
  },
  {
    why: '以“重要通知”“公告”开头',
    weight: 4.4,
    group: 'opening',
    pattern: new RegExp(
      `${START}(?:${MATTER}{1,3}${NOTICE_WORD}|公告|通告|公示)[一二三四五\\d]?[:：!！|｜]`,
      'u',
    ),
  },
  {
    why: '以某单位的名义宣布',
    weight: 5.2,
    group: 'opening',
    pattern: new RegExp(`${BY_OFFICE}[:：]`, 'u'),
  },
  {
    why: '以某单位的名义告知',
    weight: 4,
    group: 'opening',
    pattern: new RegExp(`${BY_OFFICE}[,，。\\s]`, 'u'),
  },
  {
    why: '以“通知”开头',
    weight: 3.7,
    group: 'opening',
    pattern: new RegExp(
      `${START}(?:(?:(?![请我你他她互相])${HAN}){0,12}${NOT_SAID})?(?:最新|温馨|补充)?${NOTICE_WORD}(?:一下)?(?:大家|各位)?[一二三四五\\d]?[:：!！|｜‼❗\\s\\p{Extended_Pictographic}]+(?=\\S)`,
      'u',
    ),
  },
  {
    why: '以“提醒”“更正”“声明”开头',
    weight: 2.9,
    group: 'opening',
    pattern: new RegExp(
      `${START}(?:[【\\[〖]${HAN}{0,6}(?:提醒|提示|预警|更正|声明|通报|启事|公示|转发|招募|征集)[】\\]〗]|${HAN}{0,8}(?:温馨提示|重要提醒|紧急提醒|安全提醒|防诈提醒|特别提醒|缴费提醒|安全提示|预警|更正|声明|招聘启事|通报)[:：])`,
      'u',
    ),
  },
  {
    why: '以单位名开头',
    weight: 2.5,
    group: 'opening',
    pattern: new RegExp(`${START}(?:[【\\[〖]${HAN}{2,20}${BODY}[】\\]〗]|${HAN}{2,16}${BODY}[:：])`, 'u'),
  },
  {
    why: '整句就是通知的标题',
    weight: 6,
    pattern: new RegExp(
      `${START}[^\\n。？?！!，,；;:：]{0,30}关于[^\\n。？?！!，,；;:：]{2,70}的(?:紧急|补充)?(?:${NOTICE_WORD}|决定)\\s{0,8}$|${START}(?:(?:(?![我你他她没收])${HAN}){0,20}${OFFICE}[^\\n。？?！!，,；;:：]{0,20}(?<!录取|的)|\\d{0,4}年?${MATTER}{1,3})${NOTICE_WORD}(?:[（(][^）)\\n]{1,12}[）)])?\\s{0,8}$`,
      'u',
    ),
  },
  {
    why: '写有“关于……的通知”',
    weight: 3,
    pattern: new RegExp(`关于[^\\n。？?！!]{2,70}的(?:紧急|补充)?${PAPER}`, 'u'),
  },
  {
    why: '有发文字号',
    weight: 3.6,
    pattern:
      /[〔[(（【]\s?(?:19|20)\d{2}\s?[〕\])）】]\s?第?\s?\d{1,4}\s?号|^[^\n。，,]{0,24}第\s?\d{1,4}\s?号[\s\u3000]/u,
  },
  {
    why: '标明紧急或重要',
    weight: 2.9,
    pattern:
      /^[^\u4e00-\u9fff\w【[〖]{0,12}(?:[【[〖](?:紧急|重要|官方|必看|置顶|特急|最新|紧急重要|转发?)[】\]〗]|紧急[!！])/u,
  },
];
