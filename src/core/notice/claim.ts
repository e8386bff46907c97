import type { NoticeLevel, NoticeOrganisation } from './answer.js';

/** Offices that have nothing to do with the organisation: who passes their notices on does not speak in its name. */
const ELSEWHERE =
  /公安|派出所|警方|交警|消防|气象|应急管理|教育[部厅局]|卫健|疾控|税务|医保局|社保|人社|供电|自来水|燃气|国务院|人民政府|街道|社区|居委会|物业|银行|医院|血站/u;
const ABOVE = /总会|总部|集团公司/u;
const HEAD_UNITS = 80;
const TAIL_UNITS = 60;

/** A notice as it bears on authority. `groupName`: the group that it was posted in. */
export interface Posed {
  readonly level: NoticeLevel | null;
  /** Title and text together. */
  readonly text: string;
  readonly groupName: string;
}

/**
 * Whose authority a notice needs (clause 4.2). Narrower than the level that is read from its words: the organisation's name is
 * taken only where the organisation itself is the issuer, for an owner is not to be told off for passing on what the
 * police or the school district announce, nor for saying 校友会 of the own branch.
 */
export function levelNeeded(posed: Posed, organisation: NoticeOrganisation): NoticeLevel | null {
  if (posed.level !== 'organisation') return posed.level;
  const shown = `${posed.text.slice(0, HEAD_UNITS)}\n${posed.text.slice(-TAIL_UNITS)}`;
  if (namesOwnBranch(shown, posed.groupName, organisation)) return 'branch';
  const own = [organisation.name, ...organisation.words].some((word) => word !== '' && shown.includes(word));
  if (own || ABOVE.test(shown)) return 'organisation';
  if (organisation.name === '' || ELSEWHERE.test(shown)) return 'branch';
  return saysSchool(organisation) && /学校|我校|校办|教务处|学生处|校团委/u.test(shown)
    ? 'organisation'
    : 'branch';
}

function saysSchool({ name, words }: NoticeOrganisation): boolean {
  return [name, ...words].some((word) => /大学|学院|学校|中学|小学/u.test(word));
}

/** 武汉轻工大学北京校友分会群1 is the group of 北京: 北京校友会 and 北京分会 are its own branch. */
function namesOwnBranch(text: string, groupName: string, { name, words }: NoticeOrganisation): boolean {
  const bare = [name, ...words].reduce((left, word) => left.replaceAll(word, ''), groupName);
  const place = /^[\s\p{P}]*([\u4e00-\u9fff]{2,8}?)(?:校友|分会|群)/u.exec(bare)?.[1];
  return place !== undefined && new RegExp(`${place}(?:地区|市)?(?:校友会|校友分会|分会)`, 'u').test(text);
}
