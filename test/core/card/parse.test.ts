import { describe, expect, it } from 'vitest';
import { aParser } from './real-tables.js';

const parser = aParser();

function codes(card: string): string {
  return parser
    .parse(card)
    .problems.map((problem) => (problem.field === null ? problem.code : `${problem.code}:${problem.field}`))
    .join(' ');
}

describe('cards that are in order', () => {
  it.each([
    ['the pattern itself', '张三-北京-化学97级', '张三 北京 化学 1997'],
    ['four digits', '张三-北京-化学1997级', '张三 北京 化学 1997'],
    ['two digits alone', '张三-北京-化学97', '张三 北京 化学 1997'],
    ['four digits alone', '张三-北京-化学1997', '张三 北京 化学 1997'],
    ['the year after a dash', '张三-北京-化学-97级', '张三 北京 化学 1997'],
    ['the bare year after a dash', '张三-北京-化学-2003', '张三 北京 化学 2003'],
    ['two digits of this century', '张三-北京-化学05级', '张三 北京 化学 2005'],
    ['this very year', '张三-北京-化学26级', '张三 北京 化学 2026'],
    ['spaces around dashes', '张三 - 北京 - 化学97级', '张三 北京 化学 1997'],
    ['en and em dashes', '张三–北京—化学97级', '张三 北京 化学 1997'],
    ['full-width hyphens and digits', '张三－北京－化学９７级', '张三 北京 化学 1997'],
    ['a minus sign and a horizontal bar', '张三−北京―化学97级', '张三 北京 化学 1997'],
    ['a space before the year', '张三-北京-化学 97 级', '张三 北京 化学 1997'],
    ['traditional characters in name and major', '張三-北京-化學97級', '張三 北京 化學 1997'],
    ['city with 市', '李雷-武汉市-化学97级', '李雷 武汉 化学 1997'],
    ['province before the city', '李雷-湖北武汉-化学97级', '李雷 武汉 化学 1997'],
    ['province in full', '李雷-湖北省武汉市-化学97级', '李雷 武汉 化学 1997'],
    ['district after the city', '李雷-武汉洪山-化学97级', '李雷 武汉 化学 1997'],
    ['province, city and district', '李雷-湖北省武汉市洪山区-化学97级', '李雷 武汉 化学 1997'],
    ['a district that no table knows', '李雷-孝感孝昌县-化学97级', '李雷 孝感 化学 1997'],
    ['a district that was a city of its own', '李雷-广州番禺-化学97级', '李雷 广州 化学 1997'],
    ['county after the city', '李雷-湖北襄阳谷城县-化学97级', '李雷 襄阳 化学 1997'],
    ['county alone', '李雷-谷城-化学97级', '李雷 谷城 化学 1997'],
    ['county that no table knows', '李雷-某某自治县-化学97级', '李雷 某某自治县 化学 1997'],
    ['name that is a direction', '向阳-武汉-化学97级', '向阳 武汉 化学 1997'],
    ['county-level city stays', '李雷-义乌-化学97级', '李雷 义乌 化学 1997'],
    ['county-level city after its province', '李雷-浙江义乌-化学97级', '李雷 义乌 化学 1997'],
    ['county-level city after its prefecture', '李雷-苏州昆山-化学97级', '李雷 昆山 化学 1997'],
    ['a district alone', '李雷-浦东-化学97级', '李雷 浦东 化学 1997'],
    ['short form of an autonomous prefecture', '李雷-恩施-化学97级', '李雷 恩施 化学 1997'],
    ['long short form', '李雷-巴音郭楞-化学97级', '李雷 巴音郭楞 化学 1997'],
    ['league', '李雷-锡林郭勒盟-化学97级', '李雷 锡林郭勒盟 化学 1997'],
    ['city that is named like its province', '李雷-吉林-化学97级', '李雷 吉林 化学 1997'],
    ['Hong Kong', '李雷-香港-化学97级', '李雷 香港 化学 1997'],
    ['Taiwan', '李雷-台北-化学97级', '李雷 台北 化学 1997'],
    ['abroad', '李雷-美国纽约-化学97级', '李雷 纽约 化学 1997'],
    ['a country', '李雷-新加坡-化学97级', '李雷 新加坡 化学 1997'],
    ['津市 keeps its 市', '李雷-津市-化学97级', '李雷 津市 化学 1997'],
    ['name that is a city', '高雄-武汉-化学97级', '高雄 武汉 化学 1997'],
    ['name and city alike', '黄石-黄石-化学97级', '黄石 黄石 化学 1997'],
    ['name that is a word', '信芳-武汉-化学97级', '信芳 武汉 化学 1997'],
    ['old name', '法正-武汉-化学97级', '法正 武汉 化学 1997'],
    ['name like a wish', '钱多多-武汉-化学97级', '钱多多 武汉 化学 1997'],
    ['name with a happy word', '李幸福-武汉-化学97级', '李幸福 武汉 化学 1997'],
    ['compound surname', '欧阳建国-武汉-化学97级', '欧阳建国 武汉 化学 1997'],
    ['name with a middle dot', '阿依古丽·买买提-喀什-化学97级', '阿依古丽·买买提 喀什 化学 1997'],
    ['a first part like a pet name', '阿卜杜拉·买买提-喀什-化学97级', '阿卜杜拉·买买提 喀什 化学 1997'],
    ['two long parts', '阿布都外力·阿卜杜热合曼-和田-化学97级', '阿布都外力·阿卜杜热合曼 和田 化学 1997'],
    ['a nickname with a dot is none', '快乐·小鱼-喀什-化学97级', null],
    ['an address with a dot is none', '财务·王姐-喀什-化学97级', null],
    ['another dot', '阿依古丽•买买提-喀什-化学97级', '阿依古丽·买买提 喀什 化学 1997'],
    ['long minority name without dot', '买买提吐尔逊-喀什-化学97级', null],
    ['transliterated name', '吉拉迪诺-武汉-化学97级', '吉拉迪诺 武汉 化学 1997'],
    ['name without a known surname', '海日罕-呼市-化学97级', '海日罕 呼市 化学 1997'],
    ['name with a space for looks', '张 三-北京-化学97级', '张三 北京 化学 1997'],
    ['name that ends in 和', '郑和-南京-航海技术05级', '郑和 南京 航海技术 2005'],
    ['name with a character outside the basic plane', '李𠮷-北京-化学97级', '李𠮷 北京 化学 1997'],
    ['short form of a major', '李雷-武汉-计科08级', '李雷 武汉 计科 2008'],
    ['another short form', '李雷-武汉-食科08级', '李雷 武汉 食科 2008'],
    ['historical major', '李雷-武汉-粮油工程85级', '李雷 武汉 粮油工程 1985'],
    ['degree', '李雷-武汉-MBA2010级', '李雷 武汉 MBA 2010'],
    ['unknown but plausible major', '李雷-武汉-谷物加工与利用技术88级', '李雷 武汉 谷物加工与利用技术 1988'],
    ['major with 专业', '李雷-武汉-化学专业97级', '李雷 武汉 化学专业 1997'],
  ])('%s: %s', (_why, card, want) => {
    const result = parser.parse(card);
    if (want === null) return expect(result.fields.city).toBe('喀什');
    const { name, city, major, year } = result.fields;
    expect(result.problems).toEqual([]);
    expect(`${name} ${city} ${major} ${year}`).toBe(want);
    expect(result).toMatchObject({ card, ok: true, suggestion: null });
  });
});

describe('cards that are not', () => {
  it.each([
    ['the empty card', '', 'missing:name missing:city missing:major missing:year', null],
    ['spaces only', '  ', 'missing:name missing:city missing:major missing:year', null],
    ['name only', '张三', 'missing:city missing:major missing:year', null],
    ['city only', '武汉', 'missing:name missing:major missing:year', null],
    ['no city', '张三-化学97级', 'missing:city', null],
    ['no name', '北京-化学97级', 'missing:name', null],
    ['no major', '张三-北京-97级', 'missing:major', null],
    ['no year', '张三-北京-化学', 'missing:year', null],
    ['empty field', '张三--化学97级', 'missing:city', null],
    ['spaces for dashes', '张三 北京 化学97级', 'separator', '张三-北京-化学97级'],
    ['slashes', '张三/北京/化学97级', 'separator', '张三-北京-化学97级'],
    ['underscores', '张三_北京_化学97级', 'separator', '张三-北京-化学97级'],
    ['Chinese commas', '张三，北京，化学，97级', 'separator', '张三-北京-化学97级'],
    ['tildes', '张三～北京～化学97级', 'separator', '张三-北京-化学97级'],
    ['middle dots', '张三·北京·化学97级', 'separator', '张三-北京-化学97级'],
    ['brackets', '张三(北京)化学97级', 'separator', '张三-北京-化学97级'],
    ['the numeral one for dashes', '张三一北京一化学97级', 'separator', '张三-北京-化学97级'],
    ['no separators', '张三北京化学97级', 'separator', '张三-北京-化学97级'],
    ['one missing', '张三-北京化学97级', 'separator', '张三-北京-化学97级'],
    ['doubled', '张三--北京-化学97级', 'separator', '张三-北京-化学97级'],
    ['doubled em dashes', '张三——北京——化学97级', 'separator', '张三-北京-化学97级'],
    ['one at the start', '-张三-北京-化学97级', 'separator', '张三-北京-化学97级'],
    ['one at the end', '张三-北京-化学97级-', 'separator', '张三-北京-化学97级'],
    ['invisible character', '张三\u200b-北京-化学97级', 'extra', '张三-北京-化学97级'],
    [
      'right-to-left mark and byte order mark',
      '\ufeff张三-北京-\u200f化学97级',
      'extra',
      '张三-北京-化学97级',
    ],
    ['city first, glued', '北京化学97级张三', 'order separator', '张三-北京-化学97级'],
    [
      'year first, glued',
      '1998食品科学与工程王建国武汉',
      'order separator',
      '王建国-武汉-食品科学与工程98级',
    ],
    ['city before name', '北京-张三-化学97级', 'order', '张三-北京-化学97级'],
    ['major before city', '张三-化学97级-北京', 'order', '张三-北京-化学97级'],
    ['year before major', '张三-北京-97级化学', 'order', '张三-北京-化学97级'],
    ['all backwards with spaces', '97级 化学 北京 张三', 'order separator', '张三-北京-化学97级'],
    ['name without surname, glued', '多尼咸宁化学97级', 'separator', '多尼-咸宁-化学97级'],
    [
      'city names that may be surnames stay in order',
      '胡志明 西安 化学97级',
      'separator',
      '胡志明-西安-化学97级',
    ],
    ['nickname', '快乐小鱼-武汉-化学97级', 'not-a-name:name', null],
    ['nickname between spaces', '快乐小鱼 武汉 化学97级', 'not-a-name:name separator', null],
    ['advertisement', 'AAA建材王总-武汉-化学97级', 'not-a-name:name', null],
    ['address', '王总-武汉-化学97级', 'not-a-name:name', null],
    ['address by profession', '张老师-武汉-化学97级', 'not-a-name:name', null],
    ['老 and a surname', '老王-武汉-化学97级', 'not-a-name:name', null],
    ['小 and a most common surname', '小王-武汉-化学97级', 'not-a-name:name', null],
    ['somebody', '王某某-武汉-化学97级', 'not-a-name:name', null],
    ['office', '班主任-武汉-化学97级', 'not-a-name:name', null],
    ['organisation', '武汉轻工大学校友会-武汉-化学97级', 'not-a-name:name', null],
    ['motto', '上善若水-武汉-化学97级', 'not-a-name:name', null],
    ['sentence', '我是谁呢-武汉-化学97级', 'not-a-name:name', null],
    ['one character', '张-武汉-化学97级', 'not-a-name:name', null],
    ['too many characters', '张三李四王五-武汉-化学97级', 'not-a-name:name', null],
    ['Latin', 'Tom-武汉-化学97级', 'not-a-name:name', null],
    ['emoji for a name', '🌸🌸-武汉-化学97级', 'not-a-name:name', null],
    ['emoji beside the name', '张三😊-武汉-化学97级', 'not-a-name:name', '张三-武汉-化学97级'],
    ['invented city', '张三-火星-化学97级', 'unknown-city:city', null],
    ['province alone', '张三-湖北-化学97级', 'unknown-city:city', null],
    ['autonomous region alone', '张三-内蒙古-化学97级', 'unknown-city:city', null],
    ['a city inside the name is not the city', '王长春-火星-化学97级', 'unknown-city:city', null],
    ['implausible major', '张三-北京-帅哥97级', 'unknown-major:major', null],
    ['advertisement for a major', '张三-北京-代开发票97级', 'unknown-major:major', null],
    ['Chinese numerals', '张三-北京-化学九七级', 'bad-year:year', '张三-北京-化学97级'],
    ['four Chinese numerals', '张三-北京-化学一九九七级', 'bad-year:year', '张三-北京-化学97级'],
    ['zero written as a circle', '张三-北京-化学〇五级', 'bad-year:year', '张三-北京-化学05级'],
    ['spelled numerals', '张三-北京-化学九十七级', 'bad-year:year', '张三-北京-化学97级'],
    ['future', '张三-北京-化学2027级', 'bad-year:year', null],
    ['before the founding', '张三-北京-化学1850级', 'bad-year:year', null],
    ['graduation', '张三-北京-化学97届', 'bad-year:year', null],
    ['three digits', '张三-北京-化学997级', 'bad-year:year', null],
    ['年 for 级', '张三-北京-化学97年', 'bad-year:year', '张三-北京-化学97级'],
    [
      'numerals, order and separators',
      '九七级化学张三北京',
      'bad-year:year order separator',
      '张三-北京-化学97级',
    ],
    ['telephone behind', '张三-北京-化学97级-13800000000', 'extra', '张三-北京-化学97级'],
    ['class behind', '张三-北京-化学97级2班', 'extra', '张三-北京-化学97级'],
    ['nickname in brackets', '王建国(老王)-武汉-化学97级', 'extra', '王建国-武汉-化学97级'],
    ['province in a field of its own', '张三-湖北-武汉-化学97级', 'extra', '张三-武汉-化学97级'],
    [
      'everything wrong',
      '美女-帅哥-代开发票',
      'not-a-name:name unknown-city:city unknown-major:major missing:year',
      null,
    ],
    [
      'the pattern copied',
      '姓名-城市-专业年级',
      'not-a-name:name unknown-city:city unknown-major:major missing:year',
      null,
    ],
  ])('%s: %s', (_why, card, want, suggestion) => {
    expect(codes(card)).toBe(want);
    expect(parser.parse(card)).toMatchObject({ ok: false, suggestion });
  });

  it('answers in courteous Chinese sentences that repeat nothing of the card', () => {
    const { problems } = parser.parse('美女-帅哥-代开发票1850级');
    expect(problems.length).toBeGreaterThan(2);
    for (const { message } of problems) {
      expect(message).toMatch(/。$/u);
      expect(message).not.toMatch(/[!!]|美女|帅哥|发票|1850/u);
    }
  });
});
