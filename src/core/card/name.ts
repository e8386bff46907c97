import { simplified, type NameTables } from './tables.js';
import { anyOf, closeUp, countCharacters, isHan } from './script.js';

export interface NameReader {
  /** A name as written, without inner spaces; null where it is no plausible real name. */
  readonly read: (raw: string) => string | null;
  /** Characters of the surname the text begins with: 2 or more for a compound one, 0 for none. */
  readonly surnameLength: (text: string) => number;
}

interface NameOptions {
  readonly longest: number;
  readonly latin: boolean;
}

/** Characters in which foreign and minority names are written; only used for names longer than usual. */
const TRANSLITERATION =
  /^[阿埃艾爱安昂奥巴拜班邦保贝本比彼毕宾波博伯布茨查达大戴丹德登邓狄迪底丁东杜敦多俄厄恩尔耳法凡范菲芬丰佛夫弗福富盖甘冈高戈格根贡古瓜圭果哈海罕汉豪赫黑亨洪胡华怀惠霍基吉加贾简江杰捷金津喀卡凯坎康考柯科克肯孔库夸奎昆拉莱赖兰朗劳勒雷里理力利莉丽黎连廉列林留刘龙隆卢鲁路伦罗洛吕律马玛迈麦曼芒毛茂梅美蒙孟米密敏明缪摩莫墨姆木穆拿纳娜奈南内能尼妮年宁纽努诺欧帕派潘庞佩彭蓬皮匹平泼珀蒲普奇齐恰乔切琴青丘曲热仁日荣茹儒萨塞赛三桑瑟森沙莎山尚绍舍申圣胜施什史士斯思松苏孙索塔泰坦汤唐特滕提蒂铁廷图吐托瓦万王旺威维韦魏温文翁沃乌吾武西锡希席夏香肖谢辛欣兴休雄许雅亚延扬耶叶依伊易因英尤于约扎泽詹张珍治中朱祖尊佐买不都合孜衣再来次措珠央嘎呼其花旦增卓白顿群培宗拥降初坚赞朵堆占益晋云赤地逊汗荪则居肉]+$/u;
const LATIN = /^\p{Script=Latin}[\p{Script=Latin}'’. ]{0,38}\p{Script=Latin}$/u;
const DOTTED = /^\p{Script=Han}{1,12}(?:·\p{Script=Han}{1,12}){1,4}$/u;
const PARTICLE_AT_END = /[的了吗吧呢]$/u;
const THRICE = /(\p{Script=Han})\1\1/u;
/** A longer given name than two characters after a surname of three or four (爱新觉罗启明) is still a name. */
const LONG_SURNAME = 3;
const LONGEST_TRANSLITERATED = 9;
const FAMILIAR = /^[老小大阿]$/u;
/** Surnames and given names of Japan that begin like a pet name. */
const JAPANESE =
  /^(?:小[林泉野川池岛田山松西崎仓室津宫原岩谷柳森]|大[岛野森西桥塚江石久村前泽谷川竹内平场])/u;
/** From so many characters on an uncommon surname is more likely the beginning of a word. */
const LONG_NAME = 4;
/** So many people share these that 小王 names nobody. */
const VERY_COMMON = 10;

export function createNameReader(tables: NameTables, options: NameOptions): NameReader {
  const surnameLength = createSurnameReader(tables);
  const isMarked = createMarkReader(tables, surnameLength);
  const fits = (name: string): boolean => {
    const length = countCharacters(name);
    const surname = surnameLength(name);
    if (length < 2) return false;
    if (length <= options.longest || (surname >= LONG_SURNAME && length <= surname + 2)) return true;
    return length <= LONGEST_TRANSLITERATED && TRANSLITERATION.test(name) && !THRICE.test(name);
  };
  const read = (raw: string): string | null => {
    const name = closeUp(raw);
    if (options.latin && LATIN.test(name)) return name;
    if (name.includes('·')) return DOTTED.test(name) && !isMarked(name) ? name : null;
    return isHan(name) && fits(name) && !isMarked(name) ? name : null;
  };
  return { read, surnameLength };
}

function createSurnameReader(tables: NameTables): (text: string) => number {
  const longest = Math.max(1, ...[...tables.compoundSurnames].map((surname) => surname.length));
  return (text) => {
    for (let length = Math.min(longest, text.length - 1); length > 1; length--) {
      if (tables.compoundSurnames.has(text.slice(0, length))) return length;
    }
    return tables.surnames.has(text.slice(0, 1)) ? 1 : 0;
  };
}

function createMarkReader(tables: NameTables, surnameLength: (text: string) => number) {
  const { notNames } = tables;
  const contains = anyOf(notNames.contains);
  const isAddress = createAddressReader(tables);
  const isNickname = createNicknameReader(tables, surnameLength);
  const loose = anyOf(notNames.containsWithoutSurname);
  return (name: string): boolean => {
    const plain = simplified(name, tables);
    const parts = plain.split('·');
    if (contains.test(plain) || parts.some((part) => notNames.whole.has(part) || isAddress(part)))
      return true;
    if (PARTICLE_AT_END.test(plain)) return true;
    // 阿卜杜拉·买买提 begins like a pet name and has no surname: with a dot only the words in it tell.
    return parts.length > 1 ? loose.test(parts.join('')) : isNickname(plain);
  };
}

/**
 * What only a name without a common surname may be suspected of: 快乐小鱼 and 阳光男孩, though 阳 is a surname, while 李幸福 is a
 * name. What is written like a foreign or minority name is none of it.
 */
function createNicknameReader(tables: NameTables, surnameLength: (text: string) => number) {
  const { notNames } = tables;
  const loose = anyOf(notNames.containsWithoutSurname);
  const sentence = anyOf(notNames.sentence);
  const common = new Set([...tables.commonSurnames, ...tables.compoundSurnames]);
  const isCommon = (name: string): boolean => common.has(name.slice(0, 1)) || surnameLength(name) > 1;
  return (name: string): boolean => {
    const surname = surnameLength(name);
    if (isCommon(name)) return false;
    if (surname > 0 && countCharacters(name) < LONG_NAME) return tables.majors.has(name);
    if (loose.test(name)) return true;
    if (surname > 0) return tables.majors.has(name);
    if (TRANSLITERATION.test(name) && countCharacters(name) > 2) return false;
    return sentence.test(name) || isPlaceOrMajor(tables, name) || isDoubled(name) || isPetName(tables, name);
  };
}

/** 小鱼儿, 老兵, 阿强; 强哥, 刚子. Two characters that begin with 小 (小七) are too often how somebody is really called. */
function isPetName({ notNames }: NameTables, name: string): boolean {
  const isShort = countCharacters(name) === 2;
  if (notNames.tails.some((tail) => isShort && name.endsWith(tail))) return true;
  if (JAPANESE.test(name) || (isShort && name.startsWith('小'))) return false;
  return notNames.heads.some((head) => name.startsWith(head));
}

/** 王总, 李姐, 张老师, 老王, 小王, 王某某: how one speaks to somebody, not a name. */
function createAddressReader(tables: NameTables): (name: string) => boolean {
  const common = new Set([...tables.commonSurnames, ...tables.compoundSurnames]);
  const top = new Set(tables.commonSurnames.slice(0, VERY_COMMON));
  const { titles } = tables.notNames;
  const isAddressed = (name: string): boolean =>
    (common.has(name.slice(0, 1)) && (titles.has(name.slice(1)) || /^某+$/u.test(name.slice(1)))) ||
    (common.has(name.slice(0, 2)) && titles.has(name.slice(2)));
  return (name) => {
    if (isAddressed(name)) return true;
    const first = name.slice(0, 1);
    const rest = name.slice(1);
    if (name.length > 2) return FAMILIAR.test(first) && (isAddressed(rest) || isDiminutive(rest, common));
    return (first === '老' && common.has(rest)) || (first === '小' && top.has(rest));
  };
}

/** 李子, 王头: after 小 or 老 it is somebody's pet name. */
function isDiminutive(rest: string, common: ReadonlySet<string>): boolean {
  return rest.length === 2 && common.has(rest.slice(0, 1)) && /[子头儿]$/u.test(rest);
}

/** 北京 and 化学 are no names, while 高雄 and 黄石 (which begin with a surname) may be. */
function isPlaceOrMajor(tables: NameTables, name: string): boolean {
  return tables.places.has(name) || tables.majors.has(name);
}

function isDoubled(name: string): boolean {
  const first = String.fromCodePoint(name.codePointAt(0) ?? 0);
  return name.split(first).join('') === '';
}
