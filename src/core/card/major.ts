import { simplified, type NameTables } from './tables.js';
import { anyOf, closeUp, countCharacters } from './script.js';

/** `known`: in the table or the organisation's own list; otherwise it merely looks like a major. */
export interface MajorReading {
  readonly value: string;
  readonly known: boolean;
}

export type MajorReader = (raw: string) => MajorReading | null;

const SHAPE = /^(?![在是我])\p{Script=Han}[\p{Script=Han}、与和]*(?:\([\p{Script=Han}、]{1,12}\))?$/u;
/** How the names of subjects end: what is taught, and the trades that are. */
const HEAD =
  /(?:(?<!同|大|小|中|文|留|入|开|放)学|工程|技术|管理|[语文]|语言|设计|科学|艺术|教育|经济|经贸|贸易|国贸|营销|会计|财会|财务|金融|理财|审计|统计|税务|财政|医|中医|兽医|药|法|法律|化工|机械|机电|农机|粮机|电子|电气|电力|电信|自动化|智能化|控制|信息|通信|通讯|网络|软件|计算机|数据|环境|环保|建筑|结构|材料|食品|粮食|粮油|油脂|饲料|生物|生化|制造|应用|安全|检验|检测|检疫|储检|运输|物流|供应链|测绘|测量|遥感|规划|园艺|园林|林业|农业|农|牧|渔|水产|养殖|畜牧|护理|康复|表演|美术|音乐|舞蹈|体育|武术|训练|书法|绘画|雕塑|戏剧|影视|导演|播音|主持|新闻|传播|传媒|广告|编导|摄影|动画|动漫|旅游|酒店|会展|烹饪|服装|纺织|印染|轻工|发酵|酿造|加工|储藏|贮藏|工艺|装备|设备|仪器|能源|动力|热能|热动|核|采矿|选矿|冶金|石油|地质|水利|水电|土木|桥梁|道路|给排水|暖通|空调|制冷|建设|施工|造价|监理|物业|房地产|商务|外贸|文秘|秘书|行政|人力资源|劳动|保障|社保|社工|心理|哲学|历史|地理|政治|思政|马列|马克思主义|师范|治理|服务|运营|维修|运用|包装|印刷|造纸|制药|制糖|焊接|铸造|模具|数控|光电|微电子|集成电路|航空|航天|航海|轮机|船舶|车辆|汽车|铁道|交通|电商|国际关系|公关|保险|投资|类)$/u;
const TAIL =
  /(?:专业|系|班|方向|实验班|卓越班|学院|院|本科|专科|研究生|硕士|博士|本硕|硕|博|研|本|专|函授|成教|自考|\d班)$/u;
const LONGEST = 15;

/** Only what stands in the table or in the organisation's own list. */
export function createKnownMajorReader(tables: NameTables, own: readonly string[]): MajorReader {
  const mine = new Set(own);
  return (raw) => {
    const plain = simplified(raw, tables);
    return tables.majors.has(plain) || mine.has(raw) ? { value: raw, known: true } : null;
  };
}

/** A known major, or an unknown one that looks like one; null for the rest (帅哥, 代开发票). */
export function createMajorReader(tables: NameTables, own: readonly string[]): MajorReader {
  const known = own.length === 0 ? tables.majors : new Set([...tables.majors, ...own]);
  const refused = anyOf(tables.notMajors);
  return (raw) => {
    const value = closeUp(raw);
    const plain = simplified(value, tables);
    if (known.has(value) || known.has(plain)) return { value, known: true };
    if (!SHAPE.test(plain)) return null;
    const length = countCharacters(value);
    if (length < 2 || length > LONGEST || refused.test(plain)) return null;
    const stem = plain.replace(/\(.*$/u, '').replace(TAIL, '');
    if (known.has(stem)) return { value, known: true };
    // Without a table nobody is refused for the major.
    if (known.size === 0) return { value, known: false };
    return HEAD.test(stem) && countCharacters(stem) >= 2 ? { value, known: false } : null;
  };
}
