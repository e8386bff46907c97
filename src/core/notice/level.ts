import type { NoticeLevel, NoticeOrganisation } from './answer.js';

/** Whom a notice is addressed to says nothing about who issues it (各校友分会: comes from above). */
const ADDRESSED = /(?:各|全体|所有|有关)[^\n，,。:：]{0,12}(?:分会|群|班级?|支部)/gu;
const PLACES =
  '北京|上海|天津|重庆|广东|广州|深圳|浙江|杭州|宁波|江苏|南京|苏州|山东|青岛|济南|福建|厦门|福州|河北|河南|郑州|湖南|长沙|湖北|江西|四川|成都|陕西|西安|辽宁|大连|沈阳|云南|昆明|广西|海南|贵州|安徽|合肥|山西|甘肃|新疆|宁夏|青海|西藏|内蒙古|黑龙江|吉林|香港|澳门|台湾|珠三角|长三角|宜昌|襄阳|荆州|黄石';
const BRANCH = new RegExp(
  `分会|本群|群主|群管理|管理员|群规|群公告|班委|本班|我班|(?:大学|学院)[\\u4e00-\\u9fff]{2,6}(?<!总)校友会|(?:${PLACES})[省市]?(?:地区)?校友会`,
  'u',
);
const WHOLE =
  /总会|大学|学院|学校|我校|校方|校办|校团委|团委|教务处|学生处|保卫处|财务处|人事处|信息化|校友会|校友办|教育[部厅局]|国务院|人民政府|委员会|总公司|集团|公司|总部|官方/u;

/**
 * In whose name a notice speaks. The issuer decides; without one the words do, the earlier lines first.
 * A notice that names nobody speaks for the group it is posted in: `branch`.
 */
export function levelOf(text: string, issuer: string | null, organisation: NoticeOrganisation): NoticeLevel {
  const named = issuer === null ? null : sideOf(issuer, organisation);
  if (named !== null) return named;
  const own = text.replace(ADDRESSED, '');
  const head = sideOf(own.slice(0, HEAD_UNITS).split('\n', 1)[0] ?? '', organisation);
  return head ?? sideOf(own, organisation) ?? 'branch';
}

const HEAD_UNITS = 200;

function sideOf(text: string, organisation: NoticeOrganisation): NoticeLevel | null {
  if (organisation.name !== '' && text.includes(organisation.name)) return 'organisation';
  if (text.includes('总会')) return 'organisation';
  if (BRANCH.test(text)) return 'branch';
  const own = organisation.words.some((word) => word !== '' && text.includes(word));
  return own || WHOLE.test(text) ? 'organisation' : null;
}
