import { Converter } from 'opencc-js/t2cn';

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

// Letters of other alphabets that look like Latin ones (Unicode confusables, the common part).
const LOOK_ALIKES = [
  ['⻛', '风'],
  ['⻄', '西'],
  ['⺠', '民'],
  ['⻓', '长'],
  ['⻩', '黄'],
  ['⻥', '鱼'],
  ['⻢', '马'],
  ['⻋', '车'],
  ['⻔', '门'],
  ['⻚', '页'],
  ['⻜', '飞'],
  ['⻝', '食'],
  ['⻆', '角'],
  ['⻅', '见'],
  ['⻉', '贝'],
  ['⻘', '青'],
  ['⻰', '龙'],
  ['⻨', '麦'],
  ['⻣', '骨'],
  ['⻤', '鬼'],
  ['⻦', '鸟'],
  ['⻧', '卤'],
  ['⻬', '齐'],
  ['⻮', '齿'],
  ['⻁', '虎'],
  ['⻙', '韦'],
  ['⺎', '兀'],
  ['⻎', '辶'],
  ['⻏', '阝'],
  ['⺗', '小'],
  ['⺛', '旡'],
  ['⻒', '長'],
  ['а', 'a'],
  ['ɑ', 'a'],
  ['α', 'a'],
  ['в', 'b'],
  ['ь', 'b'],
  ['с', 'c'],
  ['ϲ', 'c'],
  ['ԁ', 'd'],
  ['е', 'e'],
  ['ё', 'e'],
  ['ε', 'e'],
  ['ɡ', 'g'],
  ['һ', 'h'],
  ['н', 'h'],
  ['і', 'i'],
  ['ι', 'i'],
  ['ı', 'i'],
  ['ј', 'j'],
  ['к', 'k'],
  ['κ', 'k'],
  ['ӏ', 'l'],
  ['м', 'm'],
  ['п', 'n'],
  ['η', 'n'],
  ['о', 'o'],
  ['ο', 'o'],
  ['р', 'p'],
  ['ρ', 'p'],
  ['ԛ', 'q'],
  ['г', 'r'],
  ['ѕ', 's'],
  ['т', 't'],
  ['τ', 't'],
  ['υ', 'u'],
  ['ц', 'u'],
  ['ѵ', 'v'],
  ['ν', 'v'],
  ['ѡ', 'w'],
  ['ω', 'w'],
  ['ш', 'w'],
  ['х', 'x'],
  ['χ', 'x'],
  ['у', 'y'],
  ['γ', 'y'],
  ['А', 'a'],
  ['В', 'b'],
  ['С', 'c'],
  ['Е', 'e'],
  ['Н', 'h'],
  ['І', 'i'],
  ['К', 'k'],
  ['М', 'm'],
  ['О', 'o'],
  ['Р', 'p'],
  ['Ѕ', 's'],
  ['Т', 't'],
  ['Х', 'x'],
  ['У', 'y'],
  ['Ⅴ', 'v'],
  ['ⅴ', 'v'],
] as const;

/**
 * Every traditional character of the Basic Multilingual Plane with its one simplified character, and letters of other
 * alphabets with the Latin ones that they look like.
 */
export function readTraditionalPairs(): readonly (readonly [string, string])[] {
  const convert = Converter({ from: 't', to: 'cn' });
  const chars = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, at) =>
    String.fromCharCode(FIRST_HAN + at),
  );
  // One to a line: between neighbours the converter would see phrases.
  const simplified = convert(chars.join('\n')).split('\n');
  const pairs = chars.flatMap((char, at) => {
    const plain = simplified[at] ?? char;
    return plain === char || plain.length !== 1 ? [] : [[char, plain] as const];
  });
  return [...pairs, ...LOOK_ALIKES];
}
