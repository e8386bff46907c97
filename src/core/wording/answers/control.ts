import type { ControlAnswer } from '../../model/answers/control.js';
import { isCategory } from '../../model/category.js';
import { mask, nameOf, visible } from '../mask.js';
import { categoryName, ruleName } from '../names.js';
import { caseLine } from '../case-line.js';
import type { Texts } from '../texts.js';
import { shownTime } from '../when.js';

type Of<Kind extends ControlAnswer['kind']> = Extract<ControlAnswer, { kind: Kind }>;

export const CONTROL_ANSWERS: Texts<ControlAnswer> = {
  settings: settingsText,
  'no-setting': noSettingText,
  'bad-setting': ({ name, hint }) => `“${name}”这样写不行。可以写:${hint}。`,
  'setting-changed': ({ name, value }) => `好的,${name} 改为 ${valueText(value)}。`,
  'confirm-setting': ({ name, wider, code, seconds }) =>
    `要改“${name}”:${WIDER[wider]}。我还没有改,确定请在${seconds}秒内回 /确认 ${code}`,
  'brake-shown': ({ limit, removed, until, timezone }) =>
    until === null
      ? `一天最多移出${limit}人,今天已移出${removed}人。要多移,请校友会(组织)的工作人员发 /设置 移出上限 解除`
      : `移出上限已解除,到${shownTime(until, timezone)}恢复;今天已移出${removed}人。提前恢复:/设置 移出上限 恢复`,
  'category-switched': ({ category, on }) =>
    on
      ? `好的,${categoryName(category)}重新检查。`
      : `好的,${categoryName(category)}不再检查。恢复:/设置 分类 ${categoryName(category)} 开`,
  'rules-listed': rulesText,
  'rule-switched': ({ rule, observed }) =>
    observed
      ? `好的,“${ruleName(rule)}”只记录,不处理。恢复:/规则 ${ruleName(rule)} 执行`
      : `好的,“${ruleName(rule)}”照常执行。`,
  'own-words': ownWordsText,
  'words-full': ({ most }) => `本群词库已有${most}个词,满了。先用 /词库 删 删去不用的。`,
  'word-refused': ({ word, problem }) => `“${mask(word)}”没有加进词库:它${problem}。换长一点的说法再试。`,
  'word-tried': (answer) => `${problemText(answer)}${trialText(answer)}`,
  'word-added': addedText,
  'no-word': ({ word }) => `本群词库里没有“${mask(word)}”。看全部:/词库 列`,
  'word-dropped': droppedText,
  'word-reversed': ({ word, cases }) => `好的,已撤销只因“${mask(word)}”立的${cases}件案件,会告诉本人。`,
  'quote-needed': ({ usage }) => `请在群里引用那条消息再发:${usage}`,
  'missed-noted': ({ found }) =>
    found
      ? '记下了,谢谢。要记过一次请引用后发 /漏判 记过'
      : '记下了,谢谢。那条消息太早,我这里没有了,没法对应到人。',
  'message-unknown': () => '那条消息太早,我这里没有了。请长按它自己撤回,或请发送人删除。',
  withdrawing: ({ inTime }) =>
    inTime
      ? '好的,我来撤回;平台不允许的话,我请发送人自己撤回。'
      : '好的,我试试撤回;过了两分钟,多半要您在手机上处理。',
  quiet: ({ minutes }) =>
    minutes === null ? '好的,恢复讨论。' : `好的,请大家暂停讨论${minutes}分钟。提前结束:/肃静 解除`,
  'quiet-too-long': ({ most }) => `最长${most}分钟。需要更久请分几次,或联系校友会。`,
  frozen: ({ member }) =>
    `${nameOf(member.name)} 的账号权限先停用了,这期间的消息不记过。核实之后由管理员发 /盗号 @人 解除`,
  'frozen-own': () =>
    '好的,您的账号权限先停用了,这期间的消息不记过。请尽快改密码,稳妥之后请群主或管理员恢复。',
  unfrozen: ({ member }) => `${nameOf(member.name)} 的账号恢复正常。`,
  export: ({ what, staff }) => exportText(what, staff),
};

function noSettingText({ typed, names, near }: Of<'no-setting'>): string {
  const none = `没有“${nameOf(typed)}”这一项。`;
  return near === null
    ? `${none}可以设置:${names.join('、')}。`
    : `${none}您是不是想改 ${near}?看它怎么写:/设置 ${near};看全部:/设置`;
}

function exportText(what: Of<'export'>['what'], staff: boolean): string {
  switch (what) {
    case 'cases':
      return '本群的案件表在上面,证据已遮住。请妥善保管。';
    case 'week':
      return '最近七天的案件表在上面,证据已遮住。请妥善保管。';
    case 'audit':
      return '本群的审计日志在上面。请妥善保管。';
    case 'register':
      return `${staff ? '各群' : '本群'}的备案表在上面,里面有电话。请妥善保管。`;
  }
}

const WIDER: Readonly<Record<Of<'confirm-setting'>['wider'], string>> = {
  unasked: '以后移出成员就不再先问您',
  sooner: '以后记过次数更少就会请人离群',
  unbraked: '一小时内移出人数不再有上限',
};

function settingsText({ settings, off }: Of<'settings'>): string {
  const one = settings.length === 1;
  const lines = settings.map(
    ({ name, value, hint }) => `${name}:${valueText(value)}${one ? `(可以写:${hint})` : ''}`,
  );
  const named = off.map((word) => (isCategory(word) ? categoryName(word) : word));
  return [
    ...(settings.length > 1 ? ['本群的设置:'] : []),
    ...lines,
    ...(one ? [] : ['看一项怎么写:/设置 名片期限;改一项:/设置 名片期限 7天']),
    ...(off.length === 0 ? [] : [`不检查的类别:${named.join('、')}`]),
  ].join('\n');
}

/** A value as it was written: visible and bounded, but longer than a name may be. */
function valueText(value: string): string {
  return [...visible(value)].slice(0, 80).join('');
}

function rulesText({ ids, observed, doubted }: Of<'rules-listed'>): string {
  const lines = ids.map((id) => {
    const state = observed.includes(id) ? '只记录' : doubted.includes(id) ? '只请您看' : '执行';
    return `${ruleName(id)}(${id}):${state}`;
  });
  return ['规则,改法如 /规则 官方通知 观察', ...lines].join('\n');
}

function ownWordsText({ words }: Of<'own-words'>): string {
  if (words.length === 0) return '本群词库是空的。加一个:/词库 加 词 类别';
  const shown = words
    .slice(0, 30)
    .map(({ word, kind, category }) => `${word}(${kind === 'exception' ? '例外' : categoryName(category)})`);
  const lines = Array.from({ length: Math.ceil(shown.length / 6) }, (_, row) =>
    shown.slice(row * 6, row * 6 + 6).join('、'),
  );
  const more = words.length > 30 ? `等${words.length}个` : '';
  return `本群词库:${lines.join('\n')}${more}`;
}

function problemText({ problem }: Pick<Of<'word-tried'>, 'problem'>): string {
  return problem === null ? '' : `要小心:这个词${problem}。`;
}

function trialText({ heard, hits, people }: Pick<Of<'word-tried'>, 'heard' | 'hits' | 'people'>): string {
  if (heard === 0) return '最近没有消息可以试。';
  return hits === 0
    ? `最近${heard}条消息里没有命中。`
    : `最近${heard}条消息里会命中${hits}条,来自${people}人。`;
}

function addedText(answer: Of<'word-added'>): string {
  const shown = mask(answer.word);
  const head = answer.exception
    ? `好的,“${shown}”加为例外,命中它的不算。`
    : `好的,“${shown}”加入词库(${categoryName(answer.category)}),命中的先请您看。`;
  return `${head}${trialText(answer)}删去:/词库 删 该词`;
}

const MOST_CASES = 8;

function droppedText({ word, cases, timezone, code, seconds }: Of<'word-dropped'>): string {
  const head = `好的,“${mask(word)}”已删去。`;
  if (code === null) return head;
  const more = cases.length > MOST_CASES ? [`等${cases.length}件`] : [];
  return [
    `${head}只因它立的案件有${cases.length}件:`,
    ...cases.slice(-MOST_CASES).map((one) => caseLine(one, timezone)),
    ...more,
    `要一起撤销(记过取消,告诉本人),请在${seconds}秒内回 /确认 ${code};不撤就不用回。`,
  ].join('\n');
}
