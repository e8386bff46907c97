import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/error.js';
import { loadConfig } from '../../src/config/load.js';
import { parseListen } from '../../src/config/operating.js';
import { parseConfig } from '../../src/config/parse.js';

describe('an address to listen on', () => {
  it.each([
    { text: '', want: null },
    { text: '127.0.0.1:9464', want: { host: '127.0.0.1', port: 9464 } },
    { text: 'localhost:0', want: { host: 'localhost', port: 0 } },
    { text: '[::1]:9464', want: { host: '::1', port: 9464 } },
    { text: '0.0.0.0:80', want: { host: '0.0.0.0', port: 80 } },
    { text: '9464', want: null },
    { text: ':9464', want: null },
    { text: '127.0.0.1', want: null },
    { text: '127.0.0.1:65536', want: null },
    { text: '127.0.0.1:99999999', want: null },
    { text: 'example.org:80', want: null },
    { text: '::1:80', want: null },
  ])('“$text”', ({ text, want }) => expect(parseListen(text)).toEqual(want));
});

describe('operating', () => {
  const operating = (text: string) => parseConfig(text, 'q.yaml').config.operating;

  it.each([
    { name: 'nothing: nobody listens', text: '', want: { listen: null, beyondLoopback: false } },
    { name: 'all commented out', text: 'operating:\n', want: { listen: null, beyondLoopback: false } },
    {
      name: 'loopback',
      text: 'operating: { listen: "127.0.0.1:9464" }',
      want: { listen: { host: '127.0.0.1', port: 9464 }, beyondLoopback: false },
    },
    {
      name: 'other machines, where that is said',
      text: 'operating: { listen: "0.0.0.0:9464", beyond-loopback: true }',
      want: { listen: { host: '0.0.0.0', port: 9464 }, beyondLoopback: true },
    },
  ])('$name', ({ text, want }) => expect(operating(text)).toEqual(want));

  it.each([
    { name: 'no port', text: 'operating: { listen: localhost }', want: /第 1 行.*写成 127\.0\.0\.1:9464/u },
    { name: 'other machines', text: 'operating: { listen: "0.0.0.0:9464" }', want: /beyond-loopback: true/u },
    { name: 'a slip of the pen', text: 'operating: { lisen: "127.0.0.1:1" }', want: /是不是想写 listen/u },
  ])('refused: $name', ({ text, want }) => expect(() => operating(text)).toThrow(want));
});

describe('QUNSHAO_LISTEN', () => {
  const load = (listen: string) => loadConfig({ env: { QUNSHAO_LISTEN: listen }, directory: '/nonexistent' });

  it.each([
    { name: 'empty: nobody listens', listen: '', want: null },
    { name: 'an address', listen: '127.0.0.1:1', want: { host: '127.0.0.1', port: 1 } },
  ])('$name', ({ listen, want }) => expect(load(listen).config.operating.listen).toEqual(want));

  it.each(['0.0.0.0:1', 'x'])('refused: %s', (listen) => {
    expect(() => load(listen)).toThrow(ConfigError);
  });
});
