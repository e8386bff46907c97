import { expect, it } from 'vitest';
import { createRules } from '../../../src/core/rules/index.js';
import { scanLine, simpleJudge } from '../../../src/core/rules/scan.js';
import { shippedTools } from '../../corpus/shipped.js';

const RULES = createRules({}, shippedTools()).filter((rule) => rule.id === 'secrets');

it.each([
  { name: 'an empty text', text: '', want: 0 },
  { name: 'a secret between friends', text: '这是我们的秘密', want: 0 },
  { name: 'a film', text: '绝密飞行真好看', want: 0 },
  { name: 'a password', text: '密码忘了', want: 0 },
  { name: 'how such papers are kept', text: '机密级别的文件要锁保险柜', want: 0 },
  { name: 'papers that are passed on', text: '机密级文件发给大家', want: 1 },
  { name: 'the mark of the standard', text: '绝密★启用前', want: 1 },
  { name: 'with a term', text: '机密★10年', want: 1 },
  { name: 'apart', text: '秘 密 ☆ 长期', want: 1 },
  { name: 'with characters that are not seen', text: '机\u200b密★', want: 1 },
  { name: 'in traditional characters', text: '機密★ 絕密級', want: 2 },
  { name: 'without the star', text: '绝密启用前', want: 1 },
  { name: 'as a field', text: '密级：机密', want: 1 },
  { name: 'in brackets', text: '关于干部任免的意见（秘密）', want: 1 },
])('$name', ({ text, want }) => {
  const found = scanLine(text, RULES, simpleJudge).findings.flatMap((finding) => finding.evidence);
  expect(found).toHaveLength(want);
  for (const { start, end, text: shown } of found) expect(text.slice(start, end)).toBe(shown);
});
