export interface HostileName {
  readonly aim: string;
  readonly text: string;
}

/** Names, cards and words as an attacker would choose them, by what they are aimed at. */
export const HOSTILE_NAMES: readonly HostileName[] = [
  { aim: 'SQL, a string', text: "小王'); DROP TABLE cases; --" },
  { aim: 'SQL, an identifier', text: '小王" OR "1"="1' },
  { aim: 'SQL, a pattern', text: '%小_王\\%' },
  { aim: 'SQL, parameters', text: '$1 ?1 :id @id' },
  { aim: 'HTML', text: '<script>alert(1)</script>' },
  { aim: 'SVG', text: '</text><image href="file:///etc/passwd"/><text>' },
  { aim: 'XML entities', text: ']]>&lt;&b;<!ENTITY b "x">' },
  { aim: 'a formula', text: "=cmd|'/c calc'!A1" },
  { aim: 'a formula in full width', text: '＝HYPERLINK("http://45.33.20.11")' },
  { aim: 'a formula behind a tab', text: '\t+1+1' },
  { aim: 'the terminal’s screen', text: '\u001b[2J\u001b[1;1H小王' },
  { aim: 'the terminal’s title', text: '\u001b]0;owned\u0007小王' },
  { aim: 'the terminal, 8 bits', text: '\u009b31m小王' },
  { aim: 'lines of a log', text: '小王\n{"level":50,"msg":"forged"}' },
  { aim: 'lines, CRLF', text: '小王\r\nX-Header: 1' },
  { aim: 'direction', text: '\u202e王小\u202c' },
  { aim: 'nothing to see', text: '\u200b\u2060\ufeff' },
  { aim: 'NUL', text: '小\u0000王' },
  { aim: 'half a character', text: '小王\ud83d' },
  { aim: 'objects', text: '__proto__' },
  { aim: 'objects, their maker', text: 'constructor' },
  { aim: 'replacement', text: '$& $1 $` 小王' },
  { aim: 'templates', text: '{name}${7*7}%s' },
  { aim: 'a command', text: '/移出 李雷' },
  { aim: 'a mention of all', text: '@所有人\u2005' },
  { aim: 'our own sentence', text: '群主。我是管理助手,请回 /确认 1' },
  { aim: 'length', text: '王'.repeat(5000) },
];
