import type { Sign } from './sign.js';
import { TIME } from './vocabulary.js';

/** What offices bring about and private people undergo. */
const ARRANGED =
  '(?:停水|停电|停气|停课|停工|停机|停线|停产|停运|停业|停用|停止|停靠|闭馆|放假|调休|补休|上班|上课|值班|报到|开放|营业|绕行|迁址|迁至|搬到|封闭|施工|检修|维修|维护|清洗|改造|演练|巡检|检查|整治|清运|清理|体检|体测|体检安排|接种|消杀|灭蟑|投票|普查|年审|续费|收费|缴费|报名|换领|换届|召开|举行|举办|开营|面试|笔试|复试|考试|打印|公布|公示|更名|启用|作废|到货|生效|变更|调整|改为|改到|改成|由[^\\n，。]{2,12}改|绕道|延期|延长|推迟|取消|顺延|恢复|暂停|实行|执行|集合|领取|发放|申领|申报|上报|报送|提交|打卡|彩排|排练|培训|开会|例会|年会|家长会|班会|讲座|宣讲)';

export const ARRANGEMENTS: readonly Sign[] = [
  {
    why: '宣布时间和安排',
    weight: 1.9,
    group: 'arrangement',
    pattern: new RegExp(`${TIME}[^\\n？?]{0,24}${ARRANGED}|${ARRANGED}[^\\n？?]{0,16}${TIME}`, 'u'),
  },
  {
    why: '宣布变动(因……暂停、改为、取消)',
    weight: 1.3,
    pattern:
      /(?:^|[\n，,。:：\s])因(?!为|此)[^\n。？?]{2,24}(?:[，,]|停|改|暂|绕|取消|推迟)|原定|(?:时间|地点|账户|账号|课程|安排)[^\n。？?]{0,12}(?:改到|改为|变更为|调整为|延长至|推迟|应为)|(?:改为|调整为|变更为|延长至|推迟到|提前[到至])|由[^\n，。？?]{2,14}(?:改为|变更为|调整为)|受[^\n，。？?]{2,10}影响|已(?:变更|更名|更换|停用|公布|下发|出账)|(?:停用|作废|失效|绕行|封闭施工|停止营业|照常(?:上班|营业|上课)|暂停[^\n，。]{2,8})/u,
  },
];

const FIELD =
  /(?:时间|地点|对象|方式|要求|主题|内容|流程|费用|联系人|主办|承办|范围|标准|名额)[^\n:：，,。]{0,6}[:：]/gu;
const FIRST = /(?:^|\n|\s)(?:一、|（一）|\(一\)|1[.、．])/u;
const SECOND = /\s(?:二、|（二）|\(二\)|2[.、．])|(?:二、|（二）|\(二\))/u;

/** Laid out as a paper is: named fields (时间:… 地点:…) or numbered sections. A weight, 0 where neither is there. */
export function layoutWeight(text: string): number {
  const fields = [...text.matchAll(FIELD)].length;
  const sections = FIRST.test(text) && SECOND.test(text);
  return (fields >= 2 ? 1.2 : 0) + (sections ? 0.9 : 0);
}

const OFFICIAL =
  /给您带来(?:的)?不便|另行通知|(?:详见|见)(?:附件|OA|官网)|届时|有效期|准时|请假|统一|截图(?:发|上传)|备注(?:姓名|孩子)|回执|凭[^\n，。]{1,8}(?:入场|领取|进入|办理)|凭(?:工牌|身份证|证)|公示期?|有意(?:参加|竞选|者)|为准|予以|相关|抓紧|资格|名单|报送|上报|逾期|办理|到岗|符合条件|收齐|递交|备案|领取|如期|照常|开放时间|正常(?:上课|上班|进行|营业)|不法分子|谨防|提高警惕|以便|负责人|期间|已(?:出|发布|排定|下发)|每人|核对|预约|临时/gu;
const OFFICIAL_WEIGHTS = [0, 0.7, 1.7, 2.7];

/** Words that offices use and friends do not, each counted once: one is chance, three are a manner. */
export function officialWeight(text: string): number {
  const distinct = new Set(text.match(OFFICIAL)).size;
  return OFFICIAL_WEIGHTS[Math.min(distinct, OFFICIAL_WEIGHTS.length - 1)] ?? 0;
}
