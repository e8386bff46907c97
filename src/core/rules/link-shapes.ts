import { isChineseHost, seenHost } from './host.js';

/** Why a link or a file name is dangerous, and how telling that is (0 … 1). */
export interface LinkSuspicion {
  readonly term: string;
  readonly score: number;
  /** There is no innocent way in which this comes about. */
  readonly sure?: true;
}

const THROWAWAY = new Set(
  'top cc vip xyz bet win icu one club life loan work click fun site online pw ltd buzz tk ml ga cf gq rest cam quest cyou sbs cfd bond monster lol mom shop store'.split(
    ' ',
  ),
);
const SECOND_LEVEL = new Set('com gov edu net org ac co'.split(' '));
const LOCAL = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.)/u;
// Also in hexadecimal, and as one number.
const ADDRESS = /^(?:(?:\d{1,3}|0x[\da-f]{1,2})(?:\.(?:\d{1,3}|0x[\da-f]{1,2})){3}|\d{8,10}|0x[\da-f]{8})$/u;
const PROGRAM = /\.(?:exe|apk|scr|bat|msi|vbs|vbe|cmd|lnk|hta|pif|jar|ps1|dmg|iso)(?:\.(?:7z|zip|rar))?$/iu;
/** Names that strangers dress up as, and the domains that are really theirs. */
const BRANDS: Readonly<Record<string, readonly string[]>> = {
  qq: ['qq.com'],
  weixin: ['qq.com', 'weixin.com'],
  wechat: ['wechat.com'],
  tencent: ['tencent.com'],
  alipay: ['alipay.com'],
  taobao: ['taobao.com'],
  tmall: ['tmall.com'],
  jd: ['jd.com', 'jd.hk'],
  icbc: ['icbc.com.cn', 'icbc.com'],
  ccb: ['ccb.com'],
  abchina: ['abchina.com'],
  boc: ['boc.cn'],
  cmbchina: ['cmbchina.com'],
  bankcomm: ['bankcomm.com'],
  chsi: ['chsi.com.cn'],
  apple: ['apple.com', 'apple.com.cn'],
  appleid: ['apple.com'],
  icloud: ['icloud.com', 'icloud.com.cn'],
  paypal: ['paypal.com'],
  microsoft: ['microsoft.com'],
  dingtalk: ['dingtalk.com'],
  meituan: ['meituan.com'],
  douyin: ['douyin.com'],
  psbc: ['psbc.com'],
  spdb: ['spdb.com.cn'],
  cebbank: ['cebbank.com'],
  unionpay: ['unionpay.com', '95516.com'],
  pingan: ['pingan.com', 'pingan.com.cn'],
  pinduoduo: ['pinduoduo.com'],
  xiaohongshu: ['xiaohongshu.com'],
  weibo: ['weibo.com', 'weibo.cn'],
  baidu: ['baidu.com'],
  etc: [],
  ems: ['ems.com.cn'],
  gov: [],
  bilibili: ['bilibili.com'],
  kuaishou: ['kuaishou.com'],
  huawei: ['huawei.com'],
  xiaomi: ['xiaomi.com', 'mi.com'],
};
/** Shorter names are too near to other words. */
const LONG_BRAND = 6;
/** What a program is called that wants to be opened: a letter, a list, a picture. */
const BAIT =
  /照片|相册|贺卡|红包|名单|工资|通知|成绩|发票|账单|合同|聚会|视频|补丁|升级|试卷|答案|简历|邀请|奖金|补贴/u;

/** @param host without port, lower case; @param path from the first slash, may be empty */
export function suspectLink(host: string, path: string, schemed: boolean): LinkSuspicion | null {
  if (ADDRESS.test(host)) {
    return schemed && !LOCAL.test(host) ? { term: 'IP 地址链接', score: 0.65 } : null;
  }
  const dressed = dressedHost(host);
  if (dressed !== null) return dressed;
  if (PROGRAM.test(path)) return { term: '可执行文件链接', score: 0.7 };
  const labels = host.split('.');
  const impostor = impostorOf(labels);
  if (impostor !== null) return impostor;
  return schemed && THROWAWAY.has(labels.at(-1) ?? '') ? { term: '可疑域名', score: 0.55 } : null;
}

/** A file name as such: a program behind a document's name, or one that people are asked to run. */
export function suspectFile(name: string): LinkSuspicion | null {
  if (!PROGRAM.test(name)) return null;
  if (/\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|rar|zip|txt|mp[34])\.[a-z]+$/iu.test(name)) {
    return { term: '双重扩展名', score: 0.75 };
  }
  return BAIT.test(name) ? { term: '伪装文件', score: 0.7 } : { term: '可执行文件', score: 0.6 };
}

function registrable(labels: readonly string[]): string {
  const second = labels.at(-2) ?? '';
  const national = SECOND_LEVEL.has(second) && (labels.at(-1)?.length ?? 0) === 2 && labels.length > 2;
  return labels.slice(national && labels.at(-1) !== 'cc' ? -3 : -2).join('.');
}

/** Letters of other alphabets in a host. A Chinese host is nobody's disguise; one that reads as a known name is nothing else. */
function dressedHost(host: string): LinkSuspicion | null {
  if (!/(?:^|\.)xn--/u.test(host) && !/[^\p{ASCII}]/u.test(host)) return null;
  if (isChineseHost(host)) return null;
  const seen = seenHost(host);
  const isKnown = /^[\x20-\x7e]+$/u.test(seen) && brandOf(seen.split('.')) !== null;
  return isKnown ? { term: '伪装域名', score: 0.95, sure: true } : { term: '伪装域名', score: 0.65 };
}

/** The domains that a host's pieces name, by whatever look-alike letters; null where they name nobody. */
function brandOf(labels: readonly string[]): readonly string[] | null {
  const pieces = labels.slice(0, -1).flatMap((label) => label.split('-'));
  return pieces.map(officialOf).find((one) => one !== null) ?? null;
}

function officialOf(piece: string): readonly string[] | null {
  const spellings = [
    piece,
    unleet(piece),
    unleet(piece, 'i'),
    unleet(piece.replaceAll('rn', 'm').replaceAll('vv', 'w')),
    piece.replace(/\d+$/u, ''),
  ];
  const known = spellings.find((one) => Object.hasOwn(BRANDS, one)) ?? nearBrand(piece);
  return known === undefined ? null : (BRANDS[known] ?? null);
}

/** The brand that this piece is but for one letter, or for two neighbours swapped: meltuan. */
function nearBrand(piece: string): string | undefined {
  if (piece.length < LONG_BRAND) return undefined;
  return Object.keys(BRANDS).find((brand) => brand.length >= LONG_BRAND && isNear(piece, brand));
}

function isNear(piece: string, brand: string): boolean {
  if (piece.length !== brand.length) return false;
  const wrong = Array.from(brand, (_, at) => at).filter((at) => piece[at] !== brand[at]);
  const [first = 0, second = 0] = wrong;
  if (wrong.length === 1) return true;
  return (
    wrong.length === 2 &&
    second === first + 1 &&
    piece[first] === brand[second] &&
    piece[second] === brand[first]
  );
}

function impostorOf(labels: readonly string[]): LinkSuspicion | null {
  const own = registrable(labels);
  if (/\.(?:gov|edu)\.cn$/u.test(`.${own}`)) return null;
  const before = labels.slice(0, -own.split('.').length);
  // qq.com.safe.xyz, pku.edu.cn.login.top: a whole domain in front of the real one.
  if (before.some((label) => /^(?:com|gov|edu|cn|net|org)$/u.test(label))) {
    return {
      term: '仿冒域名',
      ...(brandOf([...before, '']) === null ? { score: 0.7 } : { score: 0.95, sure: true }),
    };
  }
  const official = brandOf(labels);
  if (official === null || official.includes(own)) return null;
  if (labels.at(-1) === 'cn' && !labels.slice(0, -1).some((label) => pieceOtherThanGov(label))) return null;
  const isLeet = !labels
    .slice(0, -1)
    .flatMap((label) => label.split('-'))
    .some((piece) => Object.hasOwn(BRANDS, piece));
  return { term: '仿冒域名', ...(isLeet ? { score: 0.95, sure: true } : { score: 0.7 }) };
}

/** `gov` under cn is the government's own. */
function pieceOtherThanGov(label: string): boolean {
  return label.split('-').some((piece) => piece !== 'gov' && officialOf(piece) !== null);
}

// paypa1, 1cbc, app1e.
function unleet(piece: string, one: 'l' | 'i' = 'l'): string {
  return /[a-z]/u.test(piece) ? piece.replace(/1/gu, one).replace(/0/gu, 'o') : piece;
}
