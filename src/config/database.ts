/** What is wrong with a database address, as a Chinese clause; null where nothing is. Never repeats it: it may hold a password. */
export function databaseProblem(database: string): string | null {
  if (database.trim() === '' || database.includes('\0'))
    return '数据库没有写:写文件路径(data/qunshao.db)或 postgres:// 地址';
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(database)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  if (scheme !== 'postgres' && scheme !== 'postgresql')
    return `不支持 ${scheme}:// 数据库:写文件路径或 postgres:// 地址`;
  return URL.canParse(database)
    ? null
    : 'postgres:// 地址读不懂:写成 postgres://用户:密码@主机:端口/库名,密码里的特殊字符要转义(%40 是 @)';
}
