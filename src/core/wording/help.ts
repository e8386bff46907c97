/** A command as its help shows it: its name and English alias, how it is written, what it does. */
interface HelpEntry {
  readonly name: string;
  readonly alias: string;
  readonly usage: string;
  readonly summary: string;
}

/** One command in full, or the names of all by what they are for: a phone shows ten lines, not sixty. */
export function helpText(entries: readonly HelpEntry[]): string {
  const [only] = entries;
  if (entries.length === 1 && only !== undefined)
    return `${only.usage}\n${only.summary}。英文写法:/${only.alias}`;
  const names = new Set(entries.map(({ name }) => name));
  const lines = TOPICS.map(([title, listed]) =>
    lineOf(
      title,
      listed.filter((name) => names.has(name)),
    ),
  );
  const known = new Set(TOPICS.flatMap(([, listed]) => listed));
  const others = entries.map(({ name }) => name).filter((name) => !known.has(name));
  return [
    '您在这里可以用:',
    ...[...lines, lineOf('其他', others)].filter((line) => line !== ''),
    '怎么写:/帮助 加命令,比如 /帮助 举报',
  ].join('\n');
}

function lineOf(title: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${title}:${names.map((name) => `/${name}`).join(' ')}`;
}

/** What commands are for, by their Chinese names. */
const TOPICS: readonly (readonly [string, readonly string[]])[] = [
  ['了解', ['群规', '隐私', '关于', '核验', '找群', '帮助']],
  ['自己的事', ['记录', '我的数据', '申诉', '举报', '盗号', '投稿', '活动', '入群', '退群', '好', '认领']],
  ['看情况', ['状态', '群', '案件', '为什么', '事件', '周报', '名片', '名册']],
  ['答复', ['确认', '驳回', '认可', '撤销', '受理']],
  ['当场处理', ['警告', '移出', '撤回', '漏判', '肃静']],
  ['人', ['豁免', '封禁', '解封', '授权', '取消授权', '任命', '免去', '移交', '换届']],
  ['设置', ['模式', '设置', '规则', '词库', '域名', '复制设置', '改群名']],
  ['备案和导出', ['备案', '群状态', '导出']],
  ['组织', ['停权', '复权', '离任', '重叠']],
];
