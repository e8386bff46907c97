import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/export/table.js';
import { FORMATS, writeTable } from '../../src/export/write.js';

const table = (rows: Table['rows']): Table => ({ title: '案件', head: ['编号', '成员'], rows });

async function readBack(bytes: Uint8Array, format: (typeof FORMATS)[number]): Promise<unknown> {
  if (format === 'csv') return parse(Buffer.from(bytes), { bom: true });
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  return sheet?.data;
}

describe.each(FORMATS)('%s', (format) => {
  it('has its head when there is nothing to list', async () => {
    expect(await readBack(await writeTable(table([]), format), format)).toEqual([['编号', '成员']]);
  });

  it('keeps numbers and Chinese', async () => {
    const bytes = await writeTable(table([[12, '张三-北京-化学97级']]), format);
    const row = format === 'csv' ? ['12', '张三-北京-化学97级'] : [12, '张三-北京-化学97级'];
    expect(await readBack(bytes, format)).toEqual([['编号', '成员'], row]);
  });

  it.each(['=HYPERLINK("http://x")', '+1+1', '-2', '@SUM(A1)', '\t=1', '=1\n+2', '＝1+1', '+861'])(
    'a formula in a name stays text: %j',
    async (name) => {
      const bytes = Buffer.from(await writeTable(table([[1, name]]), format));
      if (format === 'csv') expect(bytes.toString()).toMatch(/,"?'/u);
      else expect(bytes.includes('<f>')).toBe(false);
      const read = JSON.stringify(await readBack(bytes, format));
      expect(read).toContain(JSON.stringify(name.trim()).slice(1, -1));
    },
  );

  it('control characters and lone surrogates are left out', async () => {
    const bytes = await writeTable(table([[1, '张\u0000三\ud800']]), format);
    expect(JSON.stringify(await readBack(bytes, format))).toContain('张三');
  });
});
