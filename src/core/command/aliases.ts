/** What people write for a command without knowing its name: carried out as that command, by its Chinese name. */
const MEANT: Readonly<Record<string, string>> = {
  好的: '好',
  好吧: '好',
  好呀: '好',
  好滴: '好',
  好啊: '好',
  是的: '好',
  可以: '好',
  行: '好',
  没问题: '好',
  没意见: '好',
  okay: '好',
  同意: '好',
  菜单: '帮助',
  命令: '帮助',
  功能: '帮助',
  怎么用: '帮助',
  使用说明: '帮助',
  说明: '帮助',
  '?': '帮助',
  '\uff1f': '帮助',
  待办: '案件',
  待定: '案件',
  本周: '周报',
  踢: '移出',
  踢人: '移出',
  踢出: '移出',
  踢掉: '移出',
  移除: '移出',
  请出: '移出',
  拉黑: '封禁',
  投诉: '举报',
  核实: '核验',
  验证: '核验',
  查证: '核验',
  真假: '核验',
  你是谁: '关于',
  您是谁: '关于',
  我的记录: '记录',
  群规则: '群规',
};

/** Words that answer a request where its number follows: 同意 12. */
const ANSWERS: Readonly<Record<string, string>> = {
  同意: '确认',
  通过: '确认',
  放过: '驳回',
  拒绝: '驳回',
  不同意: '驳回',
  否决: '驳回',
  为啥: '为什么',
  依据: '为什么',
  原因: '为什么',
  详情: '案件',
};

/** What only suggests a command: doing it unasked could be wrong. */
const HINTS: Readonly<Record<string, string>> = {
  禁言: '肃静',
  安静: '肃静',
  恢复: '撤销',
  误判: '撤销',
  记过: '警告',
  提醒: '警告',
  删除: '撤回',
  广告: '举报',
  骗子: '举报',
  诈骗: '举报',
  开始: '模式',
  执行: '模式',
  观察: '模式',
  统计: '周报',
  报告: '周报',
  昵称: '名片',
  实名: '名片',
  管理员: '任命',
  转让: '移交',
  退出: '退群',
  加群: '入群',
  进群: '入群',
  通知: '核验',
  放过: '驳回',
  拒绝: '驳回',
  真的: '核验',
  删掉: '我的数据',
};

/** The command that a word stands for; `numbered` where a case's number follows it. Null: none. */
export function meantBy(word: string, numbered: 'numbered' | 'alone'): string | null {
  if (numbered === 'numbered' && Object.hasOwn(ANSWERS, word)) return ANSWERS[word] ?? null;
  return Object.hasOwn(MEANT, word) ? (MEANT[word] ?? null) : null;
}

/** All that may stand in for a name, for suggestions. */
export const SUGGESTING: readonly (readonly [string, string])[] = Object.entries({
  ...HINTS,
  ...ANSWERS,
  ...MEANT,
}).filter(([word]) => word.length > 1);

/** Words with which a number may be written together: 放过12. */
export const STANDING_IN: readonly string[] = [...Object.keys(ANSWERS), ...Object.keys(MEANT)];
