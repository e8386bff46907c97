/** Subjects of notices (clause 4.2), the more particular first: it wins a tie. */
const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ['廉政', /廉政|廉洁|纪委|纪检|八项规定|违纪|公款|作风/gu],
  ['网络安全', /网络安全|信息安全|系统升级|系统维护|账号|账户|密码|认证|病毒|钓鱼|漏洞|盗号|验证码/gu],
  [
    '缴费',
    /缴纳|缴费|交费|补缴|交齐|缴清|会费|报名费|年费|班费|校服费|停车费|党费|押金|收款码|转账|汇款|物业费|学费|费用标准|收费/gu,
  ],
  ['捐赠', /捐款|捐赠|募捐|捐资|善款/gu],
  ['人事', /人事|任命|任免|职称|辞去|聘任|调任|增补.{0,12}为|录用/gu],
  ['政策理论', /政策理论|理论学习|党课|主题教育|主题党日|组织生活/gu],
  ['教学', /教学|课程|上课|选课|调课|停课|补课|论文|答辩|教务|班会|作息/gu],
  ['考试', /考试|考场|准考证|四六级|选拔考试|补考|考生/gu],
  ['换届', /换届|选举|候选人/gu],
  ['放假', /放假|假期|调休|值班安排/gu],
  [
    '安全',
    /(?<!网络|信息)安全|疫情|防汛|防火|消防|演练|预警|停水|停电|停气|台风|寒潮|暴雨|防诈|反诈|诈骗|谨防/gu,
  ],
  ['招聘', /招聘|就业|实习|宣讲会|岗位/gu],
  ['会议', /会议|开会|大会|例会|座谈会|年会|培训会|全会|参会/gu],
  ['登记', /登记|信息收集|收集表|信息表|统计表|备案|台账|名片格式|群名片/gu],
  ['制度', /办法|条例|规定|规范|章程|制度|施行|印发/gu],
  ['学院新闻', /新闻|喜报|获批|揭牌|简讯|学院动态|校庆新闻/gu],
  ['活动', /活动|比赛|大赛|讲座|聚会|聚餐|联谊|志愿|校庆|晚会|征文|征集|报名|招募|运动会|沙龙|团建|返校/gu],
];

const OTHER = '公告';
const HEAD_UNITS = 60;
const MOST = 4;
const HEAD_BONUS = 2.5;

/** What a notice is about; `公告` where nothing more particular is said. The head of the text weighs more. */
export function subjectOf(text: string): string {
  const head = text.slice(0, HEAD_UNITS);
  let best = { name: OTHER, weight: 0 };
  for (const [name, pattern] of SUBJECTS) {
    const count = Math.min(MOST, text.match(pattern)?.length ?? 0);
    if (count === 0) continue;
    const weight = count + (head.search(pattern) >= 0 ? HEAD_BONUS : 0);
    if (weight > best.weight) best = { name, weight };
  }
  return best.name;
}

/** What an authority may be limited to, in the order shown. */
export const SUBJECT_NAMES: readonly string[] = [OTHER, ...SUBJECTS.map(([name]) => name)];

/** The subject that a word of the owner's stands for: 讲座 is 活动. Null where it is none that we know. */
export function subjectNamed(word: string): string | null {
  if (SUBJECTS.some(([name]) => name === word) || word === OTHER) return word;
  const subject = subjectOf(word);
  return subject === OTHER ? null : subject;
}
