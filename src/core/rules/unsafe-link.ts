import { z } from 'zod';
import { type PlainText, plainShapes } from '../lexicon/shapes.js';
import type { Evidence, Finding } from '../model/finding.js';
import type { Message } from '../model/message.js';
import { type LinkSuspicion, suspectFile, suspectLink } from './link-shapes.js';
import { defineRule, judgedText } from './rule.js';
import { TRAITS } from '../text/traits.js';

const CLAUSE = 'A3';
/** No real address or name is longer. */
const LONGEST = 2000;
const NONE: readonly Finding[] = [];
/** Endings of programs, and of scripts and disk images. */
const PROGRAMS = 'exe|apk|scr|bat|msi|vbs|cmd|lnk|hta';
const SCRIPTS = 'js|jse|wsf|jar|ps1|iso|pif';
/** Endings of hosts that people are led to. */
const HOSTS =
  'com|cn|net|org|info|top|cc|vip|xyz|icu|club|shop|site|click|link|live|online|work|fun|ltd|store';
// A dot behind a letter or digit of any shape: spares ordinary talk the rest. Code units, not code points.
const HAS_DOT = new RegExp(
  String.raw`(?:[0-9a-z\uff10-\uff5a\u2460-\u24ff]|[\ud835\ud83c][\udc00-\udfff])[^\u4e00-\u9fff]{0,6}[.。点點\uff0e\ud83d]|[:：]\/\/|\.(?:${PROGRAMS}|${SCRIPTS})`,
  'i',
);
const MAY_BE_LINK = new RegExp(
  [
    String.raw`[:：]\s?\/\s?\/|www\.|xn--|(?:\d{1,3}\.){3}\d|\d[点點]\d{1,3}[点點]\d`,
    String.raw`\.(?:${PROGRAMS}|${SCRIPTS})(?![a-z0-9])`,
    String.raw`(?:[.。点點]|\[\.\]|\(\.\))\s*(?:${HOSTS}|bet|win|one)(?![a-z])`,
  ].join('|'),
  'iu',
);
// Also with spaces in what begins it, so that no program makes a link of it: h t t p : / /
const LINK =
  /(h\s?t\s?t\s?p\s?s?\s?[:：]\s?\/\s?\/\s?|(?=www\.))((?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+)(?::\d+)?((?:\/[^\s，。！]*)?)/giu;
const FILE = new RegExp(
  String.raw`[^\s，。！？、:/]{1,60}\.(?:${PROGRAMS})(?:\.(?:7z|zip|rar))?(?![a-z0-9])`,
  'giu',
);
/** Nobody sends a letter as a script. With a Latin name it is a programmer's own. */
const SCRIPT = new RegExp(
  String.raw`[\u4e00-\u9fff（）()\d_-]{0,40}[\u4e00-\u9fff]\.(?:${SCRIPTS})(?![a-z0-9])`,
  'giu',
);
/** An address in numbers with a page behind it, and nothing in front. */
const BARE_ADDRESS = /(?<![\w.@/-])(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?\/[^\s，。！\d][^\s，。！]*/gu;
/** A host that nothing marks as one. */
const BARE_HOST = new RegExp(
  String.raw`(?<![\w@./-])((?:[a-z0-9-]+\.){1,5}(?:${HOSTS}))(?![\w.-])((?:\/[^\s，。！]*)?)`,
  'giu',
);
// A dot that is written so that no program reads it: jd-x[.]icu, abc点com, 118点25点6点44.
const HIDDEN =
  /(?<![a-z0-9@.-])(?:[a-z0-9-]{3,30}\s?(?:\[\.\]|\(\.\)|[点點])\s?(?:com|cn|net|org|top|cc|vip|xyz|icu|club|shop|info|ltd|site)(?![a-z])|\d{1,3}(?:[点點]\d{1,3}){3}(?!\d))/giu;
const ASKED_TO_GO = /点|打开|登[录陆入]|认证|验证|下载|浏览器|输入|领|查询|提额|升级|看/u;
const ASKED_TO_RUN = /下载|打开|点开|安装|运行|双击|解压|查看|查收|签收|签名|领取|打补丁|更新|群文件/u;
const TALK =
  /打不开|怎么|什么工具|作业|病毒|别点|不要点|没点|诈骗|钓鱼|风险|吗|千万别|别装|不要装|别下|别打开|不要打开|中招|杀毒|被拦|拦了|走审批|不发安装包/u;
// Letters and digits at random under a throw-away domain: 68yl.top, dkw21.vip.
const THROWAWAY =
  /(?<![a-z0-9.@/-])(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{3,12}\s?[.。点點]\s*(?:top|cc|vip|xyz|bet|win|icu|one)(?![a-z0-9])/giu;

/** Links to IP hosts, programs, look-alike and punycode domains, fake logins. Local addresses are nobody's trap. */
export const unsafeLink = defineRule({
  id: 'unsafe-link',
  clauses: [CLAUSE, 'A5', 'C3.2', 'C4.1'],
  options: z.strictObject({}),
  create() {
    return {
      needs: TRAITS.dots,
      message(message) {
        const text = judgedText(message);
        const beside = message.url === null && message.file === null ? NONE : besideText(message);
        if (!HAS_DOT.test(text)) return beside;
        const plain = plainShapes(text);
        return MAY_BE_LINK.test(plain.text) ? [...findLinks(text, plain), ...beside] : beside;
      },
    };
  },
});

/** Where a link or file leads, whatever is said of it. Spans are in the address or name itself. */
function besideText({ url, file }: Message): readonly Finding[] {
  const address = url === null || url.length > LONGEST ? '' : url;
  const name = file === null || file.length > LONGEST ? '' : file;
  const found = [...links(plainShapes(address).text.slice(0, LONGEST)), ...fileAlone(name)];
  return found.length === 0 ? NONE : [findingOf(found, address === '' ? name : address)];
}

function fileAlone(name: string): readonly Suspect[] {
  // Written backwards from here on: the ending that is read is not the one that is run.
  const isReversed = /[\u202d\u202e\u2066-\u2069]/u.test(name);
  const suspicion = suspectFile(name.replace(/^.*[/\\]/u, ''));
  if (suspicion === null) return [];
  if (isReversed) return [at(0, name, { term: '双重扩展名', score: 0.95, sure: true })];
  const isDouble = suspicion.term === '双重扩展名';
  return [at(0, name, isDouble ? { ...suspicion, score: 0.95, sure: true } : suspicion)];
}

type Suspect = LinkSuspicion & { readonly start: number; readonly end: number };

function findLinks(text: string, shapes: PlainText): readonly Finding[] {
  const plain = shapes.text;
  const found = [
    ...links(plain),
    ...files(plain),
    ...throwaways(plain),
    ...hidden(plain),
    ...bare(plain),
  ].map((one) => ({
    ...one,
    start: shapes.start(one.start),
    end: shapes.end(one.end),
  }));
  return found.length === 0 ? NONE : [findingOf(found, text)];
}

function findingOf(found: readonly Suspect[], text: string): Finding {
  const evidence = found.map(({ start, end, term }): Evidence => ({
    start,
    end,
    text: text.slice(start, end),
    term,
  }));
  const score = Math.max(...found.map((one) => one.score));
  const certainty = found.some(({ sure }) => sure === true) ? 'confirmed' : 'suspected';
  return { rule: 'unsafe-link', category: 'unsafe-link', certainty, clause: CLAUSE, score, evidence };
}

function links(plain: string): readonly Suspect[] {
  return Array.from(plain.matchAll(LINK)).flatMap((match) => {
    const [whole, , host = '', path = ''] = match;
    const suspicion = suspectLink(host.toLowerCase(), path.replace(/[?#].*$/u, ''), true);
    return suspicion === null ? [] : [at(match.index, whole, suspicion)];
  });
}

function files(plain: string): readonly Suspect[] {
  if (TALK.test(plain)) return [];
  const asked = ASKED_TO_RUN.test(plain);
  return Array.from(plain.matchAll(FILE))
    .flatMap((match) => {
      const suspicion = suspectFile(match[0]);
      if (suspicion === null || (!asked && suspicion.term === '可执行文件')) return [];
      return [at(match.index, match[0], suspicion)];
    })
    .concat(
      Array.from(asked ? plain.matchAll(SCRIPT) : [], (match) =>
        at(match.index, match[0], { term: '伪装文件', score: 0.7 }),
      ),
    );
}

function bare(plain: string): readonly Suspect[] {
  if (TALK.test(plain) || !ASKED_TO_GO.test(plain)) return [];
  const addresses = Array.from(plain.matchAll(BARE_ADDRESS)).flatMap((match) => {
    const [host = ''] = match[0].split(/[:/]/u);
    const suspicion = suspectLink(host, '', true);
    return suspicion === null ? [] : [at(match.index, match[0], suspicion)];
  });
  const hosts = Array.from(plain.matchAll(BARE_HOST)).flatMap((match) => {
    const [whole, host = '', path = ''] = match;
    const suspicion = suspectLink(host.toLowerCase(), path.replace(/[?#].*$/u, ''), false);
    return suspicion === null ? [] : [at(match.index, whole, suspicion)];
  });
  return [...addresses, ...hosts];
}

function throwaways(plain: string): readonly Suspect[] {
  return Array.from(plain.matchAll(THROWAWAY), (match) =>
    at(match.index, match[0], { term: '可疑域名', score: 0.55 }),
  );
}

function hidden(plain: string): readonly Suspect[] {
  if (TALK.test(plain) || !ASKED_TO_GO.test(plain.replace(HIDDEN, ''))) return [];
  return Array.from(plain.matchAll(HIDDEN), (match) =>
    at(match.index, match[0], { term: '藏起来的网址', score: 0.6 }),
  );
}

function at(start: number, found: string, suspicion: LinkSuspicion): Suspect {
  return { ...suspicion, start, end: start + found.length };
}
