import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOfText } from '../../src/core/roster/lines.js';
import { readRoster } from '../../src/core/roster/read.js';
import { readTable } from '../../src/export/read-table.js';
import { ensureSoundXlsx } from '../../src/export/sound-xlsx.js';
import { FORMATS, writeTable } from '../../src/export/write.js';
import { aRow, aWorkbook, aZip } from '../builders/archive.js';
import { GROWING, hostileText } from './hostile.js';
import { growsLinearly, tries } from './runs.js';

type Rows = readonly (readonly string[])[];

/** The rows, or null where the file is refused: an Error, and nothing worse. */
async function read(bytes: Uint8Array): Promise<Rows | null> {
  try {
    return await readTable(bytes);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

const areTexts = (rows: Rows) => rows.every((row) => row.every((cell) => typeof cell === 'string'));
const rows = fc.array(fc.array(hostileText, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
/** Bytes; more than a list may unpack to. */
const MANY = 65 * 1024 * 1024;

describe('a list that comes in', () => {
  it('as CSV: rows of texts, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          hostileText.map((text) => Buffer.from(text)),
          fc.uint8Array(),
        ),
        async (bytes) => {
          const found = await read(Buffer.concat([Buffer.from('姓名,城市\n'), bytes]));
          if (found !== null) expect(areTexts(found)).toBe(true);
        },
      ),
      tries(600),
    );
  });

  it('as XLSX with a byte changed, or cut off: rows of texts, or refused', async () => {
    const whole = aWorkbook(aRow(1, 'A1', '姓名') + aRow(2, 'A2', '张三'));
    const place = fc.integer({ min: 4, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 255 }), fc.boolean(), async (at, byte, isCut) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        const found = await read(isCut ? bytes.subarray(0, at) : bytes);
        if (found !== null) expect(areTexts(found)).toBe(true);
      }),
      tries(250),
    );
  });

  it('an empty file has no rows; an honest workbook has its own', async () => {
    expect(await read(new Uint8Array())).toEqual([]);
    expect(await read(aWorkbook(aRow(1, 'A1', '张三')))).toEqual([['张三']]);
  });

  it.each([
    { name: 'a gigabyte in a megabyte', bytes: () => aWorkbook(aRow(1, 'A1', 'x'.repeat(MANY))) },
    {
      name: 'a bomb that says it is small',
      bytes: () => aZip([{ name: 'a.xml', content: Buffer.alloc(MANY), claims: 10 }]),
    },
    { name: 'a cell in the last row and column', bytes: () => aWorkbook(aRow(1_048_576, 'XFD1048576', 'x')) },
    { name: 'a cell in the last row', bytes: () => aWorkbook(aRow(1_048_576, 'A1048576', 'x')) },
    { name: 'a cell in the last column', bytes: () => aWorkbook(aRow(1, 'XFD1', 'x')) },
    {
      name: 'a cell whose place is spelt by entities',
      bytes: () => aWorkbook(aRow(1, '&#88;FD1048576', 'x')),
    },
    { name: 'more bytes than any list', bytes: () => Buffer.alloc(17 * 1024 * 1024) },
    {
      name: 'thousands of empty files',
      bytes: () => aZip(Array.from({ length: 2000 }, (_, at) => ({ name: `${at}`, content: '' }))),
    },
    { name: 'a head and nothing else', bytes: () => Buffer.from('PK\u0003\u0004') },
    {
      name: 'a directory that points outside',
      bytes: () => Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18, 0xff)]),
    },
  ])('$name is refused', async ({ bytes }) => {
    expect(await read(bytes())).toBeNull();
  });

  it('entities that multiply are letters like any others', async () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`);
    const bytes = aWorkbook(
      aRow(1, 'A1', '&a9;'),
      `<!DOCTYPE a [<!ENTITY a0 "xxxxxxxxxx">${laughs.join('')}]>`,
    );
    expect(() => ensureSoundXlsx(bytes)).not.toThrow();
    expect(JSON.stringify(await read(bytes)).length).toBeLessThan(100);
  });

  it('whatever the rows hold: every row is a person or named as none, and no field is longer than it may be', () => {
    const head = fc.constantFrom(
      '姓名',
      '城市',
      '专业',
      '年级',
      '电话',
      '类别',
      '__proto__',
      'constructor',
      '',
    );
    fc.assert(
      fc.property(fc.array(head, { maxLength: 8 }), rows, (heads, others) => {
        const { entries, problems } = readRoster([heads, ...others]);
        expect(entries.length + problems.length).toBeLessThanOrEqual(others.length + 1);
        for (const { memberClass, ...fields } of entries) {
          expect(memberClass === null || typeof memberClass === 'string').toBe(true);
          for (const field of Object.values(fields)) expect(field.length).toBeLessThanOrEqual(60);
        }
      }),
      tries(600),
    );
  });

  it('pasted lines become rows', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(areTexts(rowsOfText(text))).toBe(true);
      }),
      tries(600),
    );
  });
});

/** What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), also in full width. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

describe('a table that goes out', () => {
  it('as CSV: no cell begins like a formula, and no control character is left', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, rows, async (title, cells) => {
        const bytes = Buffer.from(await writeTable({ title, head: ['名称'], rows: cells }, 'csv'));
        const back: string[][] = parse(bytes, {
          bom: true,
          relax_column_count: true,
          skip_empty_lines: false,
        });
        expect(back.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
        expect(back.flat().filter((cell) => /(?![\t\n])[\p{Cc}\p{Cs}]/u.test(cell))).toEqual([]);
      }),
      tries(500),
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'valueOf'])(
    'as XLSX: %s is a name like any other',
    async (name) => {
      const bytes = await writeTable({ title: name, head: [name], rows: [[name, 1, '张三']] }, 'xlsx');
      expect((await readTable(bytes)).map((row) => row.map((cell) => cell.trim()))).toEqual([
        [name, '', ''],
        [name, '1', '张三'],
      ]);
    },
  );

  it.each(FORMATS)('as %s: read back it has as many rows as before', async (format) => {
    await fc.assert(
      fc.asyncProperty(hostileText, rows, async (title, cells) => {
        const list = cells.map((row) => ['人', ...row]);
        const back = await readTable(await writeTable({ title, head: ['名称'], rows: list }, format));
        expect(back.map((row) => row[0])).toEqual(['名称', ...list.map(() => '人')]);
      }),
      tries(60),
    );
  });
});

describe('a longer list takes longer in proportion', () => {
  it.each(GROWING)('$name', ({ of }) => {
    growsLinearly((size) => {
      const text = of(size);
      return () => readRoster(rowsOfText(`姓名 电话\n${text}`));
    }, 2000);
  });
});
