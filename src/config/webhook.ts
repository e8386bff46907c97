/** What is wrong with a robot's address; null: nothing. The address holds a key and is never repeated. */
export function webhookProblem(value: string): string | null {
  if (!URL.canParse(value)) return '不是网址:写机器人的完整地址';
  const { protocol, hostname } = new URL(value);
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost';
  return protocol === 'https:' || (protocol === 'http:' && isLocal) ? null : '要用 https 的地址';
}
