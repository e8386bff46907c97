import { editsBetween } from '../text/edits.js';
import { SUGGESTING } from './aliases.js';
import { splitLine, type Typed } from './parse.js';
import type { Written } from './recognise.js';

/** What somebody probably wants: a name as it would be typed, and how that command is written. */
export interface Likely {
  readonly name: string;
  readonly usage: string;
}

/**
 * The command that a line was probably meant to be: its name with a slip (状太), its name or a word for it in a question of courtesy
 * (怎么移出一个人, 想看看周报在哪), or with its object (禁言 李雷). A sentence that only holds the letters of a name is talk. Null: nothing of these.
 */
export function likely(line: string, commands: readonly Written[]): Likely | null {
  const typed = splitLine(line);
  const head = typed?.name.replace(TAIL, '') ?? '';
  if (typed === null || head === '' || SENTENCE.test(head) || isEnglishTalk(typed)) return null;
  const core = withoutCourtesy(head);
  const names = commands.flatMap((command) => command.names);
  const isShort = line.trim().length <= LONGEST;
  const spoken = isShort ? spokenOf(core, commands) : null;
  const name = spoken?.exact ?? slipOf(head, names) ?? slipOf(core, names) ?? spoken?.with ?? null;
  const command = commands.find((one) => name !== null && one.names.includes(name));
  return name === null || command === undefined ? null : { name, usage: command.usage };
}

/** `see you on monday` is no `set` with three words behind it. */
function isEnglishTalk({ name, rest }: Typed): boolean {
  return /^[a-z]+$/u.test(name) && /^[a-z]+\s+[a-z]+/iu.test(rest);
}

/** Longer lines with a word for a command at their head are talk. */
const LONGEST = 16;
const TAIL = /[\s。.!~,?、…\uff01\uff5e\uff0c\uff1f]+$/u;
const SENTENCE = /[。.!~,;?、…\uff01\uff5e\uff0c\uff1b\uff1f]/u;

const BEFORE =
  /^(?:请问|请|麻烦|帮我|帮忙|给我|你好|您好|我想|我要|我|想要|想|要|能不能|可不可以|可以|能|怎么样|怎么|怎样|如何|哪里|在哪里|在哪|看看|看一下|看|查看|查询|查一下|查|用|使用|发|打开|全部|所有|本周|上周|今天|这周|的)/u;
const BEHIND =
  /(?:怎么用|怎么写|怎么发|怎么弄|怎么看|怎么办|怎么|是什么|什么|在哪里|在哪儿|在哪看|在哪|哪里看|吗|呢|啊|吧|呀|一下|看看|看|命令|功能|列表)$/u;

/** A question without what only makes it a question. Never empty. */
function withoutCourtesy(head: string): string {
  for (let text = head; ;) {
    const shorter = strip(strip(text, BEFORE), BEHIND);
    if (shorter === text) return text;
    text = shorter;
  }
}

function strip(text: string, part: RegExp): string {
  const left = text.replace(part, '');
  return left.length < 2 ? text : left;
}

/** The name that was typed with one slip; two in a long English one. */
export function slipOf(typed: string, names: readonly string[]): string | null {
  if (typed.length < 2) return null;
  const near = names
    .filter((name) => name.length > 1)
    .map((name) => ({ name, slips: editsBetween(typed, name) }))
    .filter(({ name, slips }) => slips <= allowed(name))
    .toSorted((a, b) => a.slips - b.slips);
  return near[0]?.name ?? null;
}

function allowed(name: string): number {
  return /^[a-z-]+$/u.test(name) && name.length > 5 ? 2 : 1;
}

const OBJECT = /^(?:一个|某个|这个|那个|一位|这位|那位)?(?:人|群友|成员|别人|同学|校友|他|她|消息|群)?$/u;
/** Where one of these stands behind a name, it is a sentence about something. */
const TALK = /[我你您他她的了吗呢啊吧是不没有都也还在就才要会过]/u;

interface Spoken {
  readonly exact: string | null;
  readonly with: string | null;
}

/** A name, or a word for one, at the head of the line: alone, or with what it is done to. */
function spokenOf(core: string, commands: readonly Written[]): Spoken {
  const own = commands.flatMap(({ names }) => names.filter((name) => /^\p{Script=Han}{2,}$/u.test(name)));
  const words: readonly (readonly [string, string])[] = [
    ...own.map((name) => [name, name] as const),
    ...SUGGESTING.filter(([, name]) => own.includes(name)),
  ].toSorted(([a], [b]) => b.length - a.length);
  const exact = words.find(([word]) => word === core)?.[1] ?? null;
  const found = words.find(([word, name]) => {
    if (!core.startsWith(word)) return false;
    const behind = core.slice(word.length);
    const takesPerson = commands.some(({ names, usage }) => names.includes(name) && usage.includes('@人'));
    const most = takesPerson ? 4 : word === name ? 2 : 0;
    return OBJECT.test(behind) || (behind.length <= most && !TALK.test(behind));
  });
  return { exact, with: found?.[1] ?? null };
}
