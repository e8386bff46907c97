import { expect, it } from 'vitest';
import { createRules } from '../../../src/core/rules/index.js';
import { scanLine, simpleJudge } from '../../../src/core/rules/scan.js';
import { aMessage } from '../../builders/model.js';
import { shippedTools } from '../../corpus/shipped.js';

const RULES = createRules({}, shippedTools()).filter((rule) => rule.id === 'unsafe-link');

it.each([
  { name: 'an empty text', text: '', want: [] },
  { name: 'the real site of a bank', text: 'https://www.icbc.com.cn', want: [] },
  { name: 'a university', text: 'https://jwxt.whpu.edu.cn/login', want: [] },
  { name: 'a government office', text: 'https://www.gov.cn/zhengce/', want: [] },
  { name: 'a short link', text: 'https://t.cn/A6xyz', want: [] },
  { name: 'a printer at home', text: 'http://10.0.0.5/', want: [] },
  { name: 'a version number', text: '版本 1.2.3.4', want: [] },
  { name: 'a question about programs', text: 'setup.exe打不开怎么办', want: [] },
  { name: 'a bare address', text: 'http://45.33.20.11/a', want: ['IP 地址链接'] },
  {
    name: 'an address in numbers without a scheme',
    text: '45.33.20.11/login 重新登录',
    want: ['IP 地址链接'],
  },
  { name: 'a scheme with spaces', text: 'h t t p : / / 45.33.20.11/a', want: ['IP 地址链接'] },
  { name: 'a router at home', text: '192.168.1.1/login 登录路由器', want: [] },
  { name: 'a version and a fraction', text: '版本1.2.3.4/5，点一下更新', want: [] },
  { name: 'a script dressed as a letter', text: '承诺书.js 打开签名', want: ['伪装文件'] },
  { name: 'a programmer’s file', text: 'index.js 打开看看', want: [] },
  { name: 'a script nobody is asked to open', text: '承诺书.js', want: [] },
  {
    name: 'a stranger behind a known name, without a scheme',
    text: '去 mail-qq.com.verify.click 登录验证',
    want: ['仿冒域名'],
  },
  { name: 'the known name itself', text: '去 mail.qq.com 登录看看', want: [] },
  { name: 'a file that is called like a host', text: '打开 weixin.xlsx 看', want: [] },
  { name: 'a warning against a program', text: '群里那个 补贴.apk 千万别装', want: [] },
  { name: 'a Chinese domain', text: 'http://武汉轻工大学.中国/xyh', want: [] },
  { name: 'a Chinese domain in punycode', text: 'http://xn--fiqs8s.com', want: [] },
  { name: 'a Russian domain', text: 'http://xn--e1afmkfd.com', want: ['伪装域名'] },
  { name: 'two letters for one', text: 'http://www.rnicrosoft.com/login', want: ['仿冒域名'] },
  { name: 'a school in front of a stranger', text: 'https://whpu.edu.cn.login.top/a', want: ['仿冒域名'] },
  { name: 'a province of the government', text: 'https://www.hubei.gov.cn/', want: [] },
  { name: 'a branch of a bank', text: 'https://mybank.icbc.com.cn/icbc/', want: [] },
  { name: 'letters of another alphabet', text: 'http://аррӏе.com/login', want: ['伪装域名'] },
  { name: 'a program', text: 'http://example.com/a.apk', want: ['可执行文件链接'] },
  { name: 'a brand that is not the domain', text: 'http://www.icbc-95588.cc', want: ['仿冒域名'] },
  { name: 'a domain in front of the real one', text: 'http://qq.com.safe.xyz', want: ['仿冒域名'] },
  { name: 'a digit for a letter', text: 'http://paypa1.com', want: ['仿冒域名'] },
  { name: 'a throw-away domain', text: 'http://check.icu/a', want: ['可疑域名'] },
  { name: 'a throw-away domain in fancy letters', text: '𝟠𝟠𝕒𝟞𝟛.𝕥𝕠𝕡', want: ['可疑域名'] },
  { name: 'a program dressed as a document', text: '成绩单.pdf.exe', want: ['双重扩展名'] },
  { name: 'an address in hexadecimal', text: 'http://0x2d.0x21.0x14.0x0b/a', want: ['IP 地址链接'] },
  { name: 'an address as one number', text: 'http://757929995/a', want: ['IP 地址链接'] },
  { name: 'a brand with a number behind', text: 'http://icbc95588.com/login', want: ['仿冒域名'] },
  { name: 'one letter of a brand changed', text: 'http://allpay.taobac.com/', want: ['仿冒域名'] },
  {
    name: 'a university in front of the real domain',
    text: 'http://pku.edu.cn.chaxun.com',
    want: ['仿冒域名'],
  },
  { name: 'a dot that no program reads', text: '打开 jd-baitiao[.]icu 提额', want: ['藏起来的网址'] },
  { name: 'a dot as a word', text: '浏览器输 abc点com 登录', want: ['藏起来的网址'] },
  { name: 'an address with dots as words', text: '浏览器输入45点33点20点11', want: ['藏起来的网址'] },
  { name: 'one o’clock', text: '明天1点开会，3点散', want: [] },
  { name: 'a packed program', text: '升级包update.apk.7z，下载安装', want: ['伪装文件'] },
  { name: 'a program that is called a card', text: '中秋贺卡.exe', want: ['伪装文件'] },
  { name: 'a program to be run', text: '清理.bat，双击运行', want: ['可执行文件'] },
])('$name', ({ text, want }) => {
  const found = scanLine(text, RULES, simpleJudge).findings.flatMap((finding) => finding.evidence);
  expect(found.map((evidence) => evidence.term)).toEqual(want);
  for (const { start, end, text: shown } of found) expect(text.slice(start, end)).toBe(shown);
});

it.each([
  { name: 'an empty message', over: {}, want: [] },
  { name: 'a link to a university', over: { url: 'https://www.whpu.edu.cn/a' }, want: [] },
  {
    name: 'a link to an address',
    over: { title: '成绩查询', url: 'http://45.33.20.11/a' },
    want: ['suspected IP 地址链接'],
  },
  { name: 'a link to a twin', over: { url: 'https://аррӏе.com/id' }, want: ['confirmed 伪装域名'] },
  { name: 'a document', over: { kind: 'file', file: '名单.xlsx' }, want: [] },
  { name: 'a program', over: { kind: 'file', file: 'setup.exe' }, want: ['suspected 可执行文件'] },
  {
    name: 'a program dressed as a document',
    over: { kind: 'file', file: '名单.xlsx.exe' },
    want: ['confirmed 双重扩展名'],
  },
  {
    name: 'a name written backwards',
    over: { kind: 'file', file: '名单\u202Excod.exe' },
    want: ['confirmed 双重扩展名'],
  },
] as const)('beside the text: $name', ({ over, want }) => {
  const message = aMessage({ text: '', ...over });
  const found = RULES.flatMap((rule) => rule.message(message));
  expect(found.flatMap((one) => one.evidence.map(({ term }) => `${one.certainty} ${term}`))).toEqual(want);
});
