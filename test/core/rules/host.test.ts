import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isChineseHost, readableHost, seenHost } from '../../../src/core/rules/host.js';

describe('hosts', () => {
  it.each([
    '',
    'qq.com',
    '武汉轻工大学.中国',
    'аррӏе.com',
    'bücher.de',
    'münchen-ost.de',
    '他们为什么不说中文.com',
    'ñandú.cl',
    '例え.jp',
  ])('“%s” is read back from its punycode', (host) => {
    expect(readableHost(domainToASCII(host))).toBe(host);
  });

  it.each(['xn--', 'xn--!!', 'xn--zzzzzzzzzzzzzzzzzzzzzzzz', `xn--${'9'.repeat(80)}`])(
    '“%s” is no punycode and stays as it is',
    (host) => {
      expect(readableHost(host)).toBe(host);
    },
  );

  it.each([
    { host: 'аррӏе.com', seen: 'apple.com' },
    { host: 'xn--80ak6aa92e.com', seen: 'apple.com' },
    { host: 'ＱＱ.com', seen: 'qq.com' },
    { host: 'wéixin.com', seen: 'weixin.com' },
    { host: '武汉.中国', seen: '武汉.中国' },
  ])('$host looks like $seen', ({ host, seen }) => {
    expect(seenHost(host)).toBe(seen);
  });

  it.each([
    { host: '武汉轻工大学.中国', want: true },
    { host: '校友97.cn', want: true },
    { host: 'wеixin.com', want: false },
    { host: 'qq登录.com', want: false },
  ])('$host is Chinese all through: $want', ({ host, want }) => {
    expect(isChineseHost(host)).toBe(want);
  });
});
