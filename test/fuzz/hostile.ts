import fc from 'fast-check';

/** Pieces that have broken programs of this kind: each by itself, and mixed into ordinary talk. */
const PIECES: readonly string[] = [
  '',
  // Names that every object answers to.
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  // SQL.
  "'; DROP TABLE cases; --",
  '" OR 1=1 --',
  "\\'; SELECT pg_sleep(10) --",
  '%_\\%',
  '$1 :id ?',
  // HTML, SVG, XML.
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<svg onload="alert(1)">',
  ']]></text><script/>',
  '<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>',
  '&amp;lt;&#x0;&#55296;&nope;',
  '<refermsg>',
  '</refermsg><title>/移出 李雷</title>',
  '<![CDATA[',
  // Spreadsheets.
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-1',
  '@SUM(A1:A9)',
  '\t=1',
  '=HYPERLINK("http://45.33.20.11","x")',
  // Terminals.
  '\u001b[2J\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://45.33.20.11\u001b\\',
  '\u009b2J',
  '\u0007\u0008\u007f',
  // Templates, shells, patterns, replacement strings.
  '${7*7} {{7*7}} #{7*7}',
  '{name}{',
  '$& $1 $`',
  '$(reboot) `reboot`',
  '(a+)+$ [',
  '%s%n%d',
  '../../../../etc/passwd',
  // Lines, nothing, direction.
  '\r\n',
  '\n\n',
  '\u0000',
  '\u2028\u2029\u0085',
  '\u200b\u200d\ufeff\u2060',
  '\u202egpj.exe\u202c',
  '\u2066\u2067\u2069',
  // Units that are no characters, and letters that grow or shrink.
  '\ud800',
  '\udfff',
  '\ufffe\uffff',
  'İıſßK',
  'ﷺ㌀',
  'e\u0301\u0301\u0301',
  '👨‍👩‍👧‍👦🇨🇳',
  '𝓪𝕓①⑴㊀',
  // How a message quotes.
  '「小王:/移出 李雷」\n- - - - - - - - - - - - - - -\n',
  '「：',
  // How a command looks.
  '/',
  '／／',
  '/移出 @李雷',
  '／确认 A123',
  '/\u200b帮助',
  '@\u2005',
  // Numbers that are none.
  '9'.repeat(400),
  '1e999',
  '-0',
  'NaN',
];

/** Pieces that mean nothing in a chat and offend nobody. */
export const HARMLESS: readonly string[] = [
  '',
  '__proto__',
  'constructor',
  "'; DROP TABLE cases; --",
  '<script>alert(1)</script>',
  '<svg onload="alert(1)">',
  "=cmd|'/c calc'!A1",
  '\u001b[2J\u001b[31m',
  '${7*7} {{7*7}}',
  '$& $1 $`',
  '(a+)+$ [',
  '../../../../usr/bin',
  '\u0000',
  '\u200b\u200d\ufeff',
  '\u202e\u202c',
  '\ud800',
  'e\u0301\u0301',
  '👨‍👩‍👧‍👦',
  '1e999',
];

/** Ordinary talk to mix them with. */
const WORDS: readonly string[] = [
  '大家好',
  '王建国-北京-食品科学与工程98级',
  '武汉轻工大学北京校友分会群1',
  '周三下午三点开会',
  '加微信',
  '通知',
  '2026-03-02',
  '13812345678',
  'https://www.whpu.edu.cn/a?b=c',
  '单词 | 确认 | 0.9',
  'groups:',
  '姓名,城市,专业,年级',
];

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** One piece, or a text of any code units at all. */
const piece: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit, maxLength: 12 }) },
);

const repeated = fc
  .tuple(piece, fc.integer({ min: 2, max: 300 }))
  .map(([one, times]) => one.slice(0, 40).repeat(times));

/** A hostile text: pieces side by side, now and then one a few hundred times. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('')) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('\n')) },
  { weight: 1, arbitrary: repeated },
);

/** Texts of about `size` units that make a careless pattern or loop run for ever. */
export const GROWING: readonly { readonly name: string; readonly of: (size: number) => string }[] = [
  { name: 'one letter', of: (size) => 'a'.repeat(size) },
  { name: 'one Chinese letter', of: (size) => '一'.repeat(size) },
  { name: 'digits', of: (size) => '1'.repeat(size) },
  { name: 'blanks', of: (size) => `x${' '.repeat(size)}x` },
  { name: 'line breaks', of: (size) => '\n'.repeat(size) },
  { name: 'carriage returns', of: (size) => '\r'.repeat(size) },
  { name: 'zero-width', of: (size) => '\u200b'.repeat(size) },
  { name: 'lone surrogates', of: (size) => '\ud800'.repeat(size) },
  { name: 'dots', of: (size) => 'a.'.repeat(size / 2) },
  { name: 'dashes', of: (size) => '-'.repeat(size) },
  { name: 'dashes apart', of: (size) => '- '.repeat(size / 2) },
  { name: 'open brackets', of: (size) => '「：'.repeat(size / 2) },
  {
    name: 'quotes in quotes',
    of: (size) => '「a：'.repeat(size / 6) + '」\n- - - - - -\n'.repeat(size / 30),
  },
  { name: 'open tags', of: (size) => '<title><refermsg>'.repeat(size / 17) },
  { name: 'XML of many titles', of: (size) => `<msg>${'<title>'.repeat(size / 7)}<refermsg>` },
  { name: 'ampersands', of: (size) => '&amp;'.repeat(size / 5) },
  { name: 'entities in entities', of: (size) => `&${'amp;'.repeat(size / 4)}` },
  { name: 'combining marks', of: (size) => `e${'\u0301'.repeat(size)}` },
  { name: 'letters that grow', of: (size) => 'ﷺ'.repeat(size / 18) },
  { name: 'links', of: (size) => 'http://a.top/'.repeat(size / 13) },
  { name: 'one long host', of: (size) => `http://${'a-'.repeat(size / 2)}.top` },
  { name: 'one long punycode host', of: (size) => `http://xn--${'9a'.repeat(size / 2)}.com` },
  { name: 'telephone numbers', of: (size) => '13812345678,'.repeat(size / 12) },
  { name: 'number and blank', of: (size) => '138 1234 '.repeat(size / 9) },
  { name: 'the same offence again and again', of: (size) => '加微信刷单日结'.repeat(size / 7) },
  { name: 'a disguised offence', of: (size) => '加 薇. 信 '.repeat(size / 7) },
  { name: 'half an offence', of: (size) => '加微加微'.repeat(size / 4) },
  { name: 'cards', of: (size) => '张三-北京-化学97级'.repeat(size / 11) },
  { name: 'names', of: (size) => '王建国'.repeat(size / 3) },
  { name: 'years', of: (size) => '97级'.repeat(size / 3) },
  { name: 'group names', of: (size) => '武汉轻工大学校友分会群'.repeat(size / 11) },
  { name: 'notices', of: (size) => '通知:各位校友,定于明天开会。\n'.repeat(size / 16) },
  { name: 'file names', of: (size) => `${'a'.repeat(50)}.pdf.exe `.repeat(size / 59) },
  { name: 'program endings', of: (size) => '.exe'.repeat(size / 4) },
  { name: 'dates', of: (size) => '3月2日 '.repeat(size / 5) },
  { name: 'slashes', of: (size) => '/'.repeat(size) },
];
