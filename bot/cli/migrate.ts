import { transfer } from '../../src/store/transfer/transfer.js';

/** `qunshao migrate --to postgres://…`: from the file to PostgreSQL, read back and compared. */
export async function migrateTo(url: string, file: string): Promise<string> {
  const { tables, auditEntries } = await transfer(file, url);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const filled = tables.filter((table) => table.rows > 0);
  return [
    ...filled.map(({ name, rows: count, digest }) => `${name}\t${count} 行\t${digest.slice(0, 16)}`),
    `已搬 ${tables.length} 张表、${rows} 行,逐表核对一致;审计日志 ${auditEntries} 条,链完整。`,
    `请把配置里的 database(或 QUNSHAO_DATABASE)改成这个地址再启动;${file} 没有动,确认无误后再收起来。`,
  ].join('\n');
}
