import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/error.js';
import { loadConfig } from '../../src/config/load.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'qunshao-config-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

describe('which file', () => {
  it('no file: all defaults', () => {
    const loaded = loadConfig({ env: {}, directory });
    expect(loaded.file).toBeNull();
    expect(loaded.config.database).toBe('data/qunshao.db');
  });
  it('qunshao.yaml where it is there', () => {
    put('qunshao.yaml', 'database: usual.db');
    expect(loadConfig({ env: {}, directory }).config.database).toBe('usual.db');
  });
  it('QUNSHAO_CONFIG before qunshao.yaml, the file asked for before both', () => {
    put('qunshao.yaml', 'database: usual.db');
    const env = { QUNSHAO_CONFIG: put('env.yaml', 'database: env.db') };
    expect(loadConfig({ env, directory }).config.database).toBe('env.db');
    const path = put('asked.yaml', 'database: asked.db');
    expect(loadConfig({ path, env, directory })).toMatchObject({
      file: path,
      config: { database: 'asked.db' },
    });
  });
  it('an empty QUNSHAO_CONFIG is none', () => {
    expect(loadConfig({ env: { QUNSHAO_CONFIG: '' }, directory }).file).toBeNull();
  });
});

describe('the environment', () => {
  it('QUNSHAO_DATABASE overrides the file', () => {
    const path = put('a.yaml', 'database: file.db');
    expect(loadConfig({ path, env: { QUNSHAO_DATABASE: 'postgres://h/x' }, directory }).config.database).toBe(
      'postgres://h/x',
    );
  });
  it('.env is read', () => {
    put('.env', '# 注释\nQUNSHAO_DATABASE="dot.db"\r\nOTHER=1\n');
    const loaded = loadConfig({ env: {}, directory });
    expect(loaded.config.database).toBe('dot.db');
    expect(loaded.env['OTHER']).toBe('1');
  });
  it('.env never overrides a variable that is set, even to nothing, and env itself is left alone', () => {
    put('.env', 'QUNSHAO_DATABASE=dot.db\nEMPTY=x');
    const env = { QUNSHAO_DATABASE: 'set.db', EMPTY: '', UNSET: undefined };
    const loaded = loadConfig({ env, directory });
    expect(loaded.config.database).toBe('set.db');
    expect(loaded.env['EMPTY']).toBe('');
    expect(env).toEqual({ QUNSHAO_DATABASE: 'set.db', EMPTY: '', UNSET: undefined });
  });
});

describe('what cannot be read is a ConfigError', () => {
  const refusal = (source: Parameters<typeof loadConfig>[0]): string => {
    try {
      loadConfig(source);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
      throw error;
    }
    return '';
  };
  it('a file that is not there', () => {
    expect(refusal({ path: join(directory, 'no.yaml'), env: {} })).toMatch(/找不到配置文件 .*no\.yaml/u);
  });
  it('a directory', () => {
    mkdirSync(join(directory, 'd'));
    expect(refusal({ path: join(directory, 'd'), env: {} })).toContain('是一个目录');
  });
  it('a file in GBK', () => {
    const path = put('gbk.yaml', new Uint8Array([0x64, 0x3a, 0x20, 0xd6, 0xd0, 0xce, 0xc4]));
    expect(refusal({ path, env: {} })).toContain('不是 UTF-8');
  });
  it('a database in the environment that is none, without its password', () => {
    const message = refusal({ env: { QUNSHAO_DATABASE: 'mysql://u:secret@h/x' }, directory });
    expect(message).toContain('环境变量 QUNSHAO_DATABASE');
    expect(message).not.toContain('secret');
  });
  it('the file is named as it was given', () => {
    const path = put('bad.yaml', '\nx: 1');
    expect(refusal({ path, env: {} })).toContain(`${path} 第 2 行 第 1 列`);
  });
});

it('the example in the repository is sound', () => {
  const { config, warnings } = loadConfig({ path: 'qunshao.example.yaml', env: {}, directory });
  expect(warnings).toEqual([]);
  expect(config.groups.map((group) => group.settings.mode)).toEqual(['enforce', 'observe']);
});
