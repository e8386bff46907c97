import { nearestName } from '../../../src/core/command/parse.js';
import { BadLine, type Manner, type Order } from './order.js';
import { MANNERS, VERBS, type Verb } from './verbs.js';

/** What a line means depends on who speaks and who is known. */
export interface Hearing {
  /** Who says a line without a name; null: nobody was chosen. */
  readonly speaker: string | null;
  readonly isPerson: (name: string) => boolean;
}

/** `张伟: 你好`, `王建国 私聊: 状态` */
const SPEECH = /^([^\s::]{1,40})(?:\s+([^\s::]{1,10}))?\s*[::]\s*([\s\S]*)$/u;

/** Reads one line. @throws BadLine saying how to write it */
export function parseLine(line: string, hearing: Hearing): Order {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return { kind: 'nothing' };
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(text) ?? [];
  const verb = VERBS.find(({ names }) => names.includes(first.toLowerCase()));
  if (verb !== undefined) return verb.read(rest.trim());
  return speechOf(text, hearing) ?? plain(text, hearing);
}

function speechOf(text: string, { speaker, isPerson }: Hearing): Order | null {
  const found = SPEECH.exec(text);
  if (found === null) return null;
  const [, who = '', manner, words = ''] = found;
  // A sentence with a colon in it, said by the one who was chosen.
  if (!isPerson(who) && speaker !== null) return null;
  if (manner === undefined) return said(who, words);
  return sent(who, mannerOf(manner), words);
}

function said(who: string, text: string): Order {
  if (text === '') throw new BadLine(`${who} 要说什么?比如:${who}: 你好`);
  return { kind: 'say', who, text };
}

function sent(who: string, manner: Manner, text: string): Order {
  if (text === '') throw new BadLine(`冒号后面还要写内容,比如:${who} 私聊: 状态`);
  return { kind: 'send', who, manner, text };
}

function mannerOf(word: string): Manner {
  const manner = MANNERS.get(word.toLowerCase());
  if (manner !== undefined) return manner;
  const nearest = nearestName(word, [...MANNERS.keys()]);
  throw new BadLine(
    `看不懂“${word}”。${nearest === null ? '可以写:私聊、回复、链接、图片、文件、名片、公告' : `是不是“${nearest}”?`}`,
  );
}

function plain(text: string, { speaker }: Hearing): Order {
  if (speaker !== null) return { kind: 'say', who: speaker, text };
  const example = [...text].slice(0, 12).join('');
  if (/^[//]/u.test(text)) throw new BadLine(`命令要有人来说,比如:王建国 私聊: ${example}`);
  const near = nearestVerb(text);
  if (near !== null) throw new BadLine(`看不懂“${example}”。是不是“${near.names[0]}”?比如:${near.usage}`);
  throw new BadLine(`这句话由谁来说?比如:张伟: ${example}(或先写 我是 张伟)`);
}

/** Also where the blank was forgotten: `加入小王`. */
function nearestVerb(text: string): Verb | null {
  const word = /^\S+/u.exec(text)?.[0].toLowerCase() ?? '';
  const glued = VERBS.find(({ names }) => names.some((name) => name.length > 1 && word.startsWith(name)));
  if (glued !== undefined) return glued;
  const name = nearestName(
    word,
    VERBS.flatMap(({ names }) => names.filter((one) => one.length > 1)),
  );
  return name === null ? null : (VERBS.find(({ names }) => names.includes(name)) ?? null);
}
