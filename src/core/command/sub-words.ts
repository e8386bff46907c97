/** The English words that may stand first after a command, by the command's Chinese name, and what they are there in Chinese. */
const SUB_WORDS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  [
    '词库',
    { add: '加', except: '加例外', exception: '加例外', remove: '删', drop: '删', try: '试', list: '列' },
  ],
  ['域名', { remove: '删', del: '删', drop: '删' }],
  ['群状态', { preparing: '筹备', official: '官方', suspended: '暂停', ended: '终止' }],
  [
    '备案',
    {
      fill: '填',
      apply: '申请',
      enlarge: '扩群',
      approve: '批准',
      return: '退回',
      list: '登记',
      unlist: '注销',
    },
  ],
  ['活动', { apply: '申请', approve: '批准', decline: '不批', summary: '总结' }],
  ['名册', { external: '外部' }],
]);

/** The rest of a command with its first word in Chinese, where it was given in English; else as it is. */
export function inChinese(command: string, rest: string): string {
  const [, first = '', more = ''] = /^(\S*)(.*)$/su.exec(rest) ?? [];
  const words = SUB_WORDS.get(command) ?? {};
  const word = first.toLowerCase();
  return Object.hasOwn(words, word) ? `${words[word] ?? first}${more}` : rest;
}
