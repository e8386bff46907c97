/** Parts that the patterns of the signs are made of. Each is a non-capturing group of a regular expression. */

const GAP = '[ \\u3000\\xa0]{0,6}';
export const HAN = '[\\u4e00-\\u9fff]';
/** What a notice calls itself. Official print sets the characters apart (通  知). */
export const NOTICE_WORD = `(?:通${GAP}知|公${GAP}告|通${GAP}告|公${GAP}示|通${GAP}报|告${GAP}示)`;
/** The same, and the papers that are put up beside it. */
export const PAPER = `(?:${NOTICE_WORD}|决定|倡议书|倡议|意见|函|提示|说明|规定|启事|声明)`;
/** A milder word that an office heads its line with. */
export const REMINDER = '(?:提醒|提示|预警|声明|启事|通报|快讯)';
/** The last characters of whoever may issue one; in `BODY` also those of one character, which end other words too. */
export const OFFICE =
  '(?:总会|分会|校友会|协会|学会|商会|工会|基金会|理事会|委员会|居委会|业委会|村委会|家委会|团委|党委|纪委|组委会|筹备组|支部|秘书处|办公室|中心|公司|集团|总部|分行|银行|大学|学院|学校|小学|中学|幼儿园|医院|门诊|门诊部|卫生院|图书馆|食堂|物业|物业部|管理处|社区|街道|政府|派出所|公安局|交警|消防|气象台|车管所|平台|班委|学生会|俱乐部|管理员|群主|人事|财务|行政|后勤|教务|警方|群管理|校友办|教育局|疾控|卫健委|医保局|社保局|人社|税务|供电局|秘书组|财务组|会务组|总经办|校办|护理部|IT部|行政部|人事部)';
export const BODY = `(?:${OFFICE}|站|局|厅|处|科|委|部|办|组|馆|会|社|团|队)`;
/** Those a notice is addressed to. */
export const PEOPLE =
  '(?:校友|同学|学长学姐|学长|学姐|老师|教师|班长|班委|团支书|团支部|团员|党员|同事|员工|职工|家长|业主|住户|居民|市民|村民|邻居|会员|成员|群友|群成员|书友|车友|跑友|球友|队友|理事|代表|负责人|部门|单位|科室|护士长|分会|学院|班级|班|支部|组织|股东|队员|学员|同志|领导|嘉宾|志愿者|考生|毕业生|新生|伙伴|商户|门店|店长|经销商|人员|干部|委员|选手|患者|用户|客户|师生|学生|朋友|乘客|读者|组长|声部长)';
/** Ornament and a mention of everybody may stand before the first word. */
export const START = '^(?:@\\s?(?:所有人|全体成员|all))?[^\\u4e00-\\u9fff\\w【\\[〖《]{0,24}';
/** A point in time, as plans have one. */
export const TIME =
  '(?:\\d{1,2}\\s?月\\s?\\d{1,2}|\\d{1,2}[.:：]\\d{1,2}|\\d{1,2}\\s?[日号点时](?!店)|本?周[一二三四五六日末内]|下周|本周|本月|月底|年底|星期[一二三四五六日]|礼拜[一二三四五六日]|今[天日晚早年]|明[天日晚早]|后天|即日|上午|下午|晚上|凌晨|国庆|春节|端午|中秋|清明|元旦|五一|假期)';
