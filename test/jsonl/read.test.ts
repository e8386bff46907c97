import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idField, stringField } from '../../src/jsonl/field.js';
import { InputError } from '../../src/jsonl/input-error.js';
import { openInput, STDIN_NAME, type Input } from '../../src/jsonl/open.js';
import { readJsonLines, type Row } from '../../src/jsonl/read.js';

const inputOf = (...chunks: (string | Buffer)[]): Input => ({
  name: 'a.jsonl',
  stream: Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
});

async function read(input: Input): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readJsonLines(input)) rows.push(row);
  return rows;
}

/** Rows before the error, and its message. */
async function readUntilError(input: Input): Promise<{ rows: Row[]; message: string }> {
  const rows: Row[] = [];
  try {
    for await (const row of readJsonLines(input)) rows.push(row);
  } catch (error) {
    if (error instanceof InputError) return { rows, message: error.message };
    throw error;
  }
  throw new Error('no InputError');
}

const found = (rows: Row[]) => rows.map((row) => [row.place.line, row.value['text']]);
const TWO = '{"text":"一"}\n{"text":"二"}\n';
const want = [
  [1, '一'],
  [2, '二'],
];

describe('readJsonLines', () => {
  it('an empty file has no rows', async () => {
    expect(await read(inputOf())).toEqual([]);
    expect(await read(inputOf(''))).toEqual([]);
  });

  it.each([
    ['plain', inputOf(TWO)],
    ['no line end at the end', inputOf(TWO.trimEnd())],
    ['CRLF', inputOf(TWO.replaceAll('\n', '\r\n'))],
    ['BOM', inputOf('\ufeff' + TWO)],
    ['gzip', inputOf(gzipSync(TWO))],
    ['gzip in pieces of one byte', inputOf(...Array.from(gzipSync(TWO), (byte) => Buffer.from([byte])))],
    [
      'characters cut in two by the chunks',
      inputOf(...Array.from(Buffer.from(TWO), (byte) => Buffer.from([byte]))),
    ],
  ])('%s', async (_name, input) => {
    expect(found(await read(input))).toEqual(want);
  });

  it('blank lines are read over and counted', async () => {
    expect(found(await read(inputOf('\n  \n{"text":"三"}\r\n\r\n{"text":"五"}')))).toEqual([
      [3, '三'],
      [5, '五'],
    ]);
  });

  it.each([
    ['no JSON', '{"text":', /^a\.jsonl 第 3 行:不是合法的 JSON;.*invalid JSON/u],
    ['a bare word', '你好', /第 3 行:不是合法的 JSON/u],
    ['an array', '[1]', /第 3 行:不是 JSON 对象/u],
    ['null', 'null', /第 3 行:不是 JSON 对象/u],
    ['another encoding', Buffer.from([0x22, 0xc4, 0xe3, 0x22]), /第 3 行:不是 UTF-8 编码/u],
  ])('%s: the rows before are out, the message is one line', async (_name, bad, message) => {
    const got = await readUntilError(inputOf(TWO, Buffer.from(bad), '\n', TWO));
    expect(found(got.rows)).toEqual(want);
    expect(got.message).toMatch(message);
    expect(got.message).not.toContain('\n');
  });

  it('a gzip file cut short is named as such', async () => {
    const bytes = gzipSync(TWO);
    const { message } = await readUntilError(inputOf(bytes.subarray(0, bytes.length - 12)));
    expect(message).toMatch(/gzip 数据不完整/u);
  });

  it('a line of 32 MB is refused before the memory is full', async () => {
    const chunk = Buffer.alloc(4 * 1024 * 1024, 'a');
    const { message } = await readUntilError(inputOf(...Array.from({ length: 9 }, () => chunk)));
    expect(message).toMatch(/第 1 行:这一行超过 32 MB/u);
  });

  it('gives back any object that JSON can write', async () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(objects, fc.boolean(), async (list, packed) => {
        const text = list.map((object) => JSON.stringify(object)).join('\r\n');
        const rows = await read(inputOf(packed ? gzipSync(text) : text));
        expect(rows.map((row) => JSON.stringify(row.value))).toEqual(
          list.map((object) => JSON.stringify(JSON.parse(JSON.stringify(object)))),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('openInput', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jsonl-'));
    await writeFile(join(folder, 'two.jsonl.gz'), gzipSync(TWO));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([undefined, '-'])('%s is standard input', async (path) => {
    const input = openInput(path, Readable.from([Buffer.from(TWO)]));
    expect(input.name).toBe(STDIN_NAME);
    expect(found(await read(input))).toEqual(want);
  });

  it('a packed file', async () => {
    expect(found(await read(openInput(join(folder, 'two.jsonl.gz'), Readable.from([]))))).toEqual(want);
  });

  it.each([
    ['missing', 'nowhere.jsonl', /nowhere\.jsonl:找不到这个文件/u],
    ['a folder', '', /这是一个目录/u],
  ])('%s', async (_name, path, message) => {
    const got = await readUntilError(openInput(join(folder, path), Readable.from([])));
    expect(got.message).toMatch(message);
  });
});

describe('fields', () => {
  const row = (value: Row['value']): Row => ({ place: { file: 'f', line: 7 }, value });

  it('the empty string is a string', () => {
    expect(stringField(row({ text: '' }), 'text')).toBe('');
  });

  it.each([
    [{}, /f 第 7 行:缺少字段 "text"/u],
    [{ text: 3 }, /f 第 7 行:字段 "text" 不是字符串/u],
    [{ text: null }, /不是字符串/u],
  ])('%j is refused', (value, message) => {
    expect(() => stringField(row(value), 'text')).toThrow(message);
  });

  it('ids: a string, a number, or none', () => {
    expect([{}, { id: null }, { id: 'a' }, { id: 0 }].map((value) => idField(row(value)))).toEqual([
      undefined,
      undefined,
      'a',
      0,
    ]);
    expect(() => idField(row({ id: {} }))).toThrow(InputError);
  });
});
