import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { UsageError } from '../../cli/fail.js';
import { OPENING } from '../scene/opening.js';
import { clockTime, dayName } from './day.js';
import { BadLine } from './order.js';
import { converse } from './prompt.js';
import type { ScriptLine } from './script.js';
import type { Theatre } from './start.js';
import { padded } from './width.js';

/** Between two lines of a scene, on its clock and, at a terminal, for those who read along. */
const SCENE_STEP_MS = 20_000;
const READING_MS = 700;

/** Plays a script's lines; without one the opening scene, and then what is typed or piped in. */
export async function play(theatre: Theatre, lines: readonly ScriptLine[] | null): Promise<void> {
  if (lines !== null) {
    await playLines(theatre, lines);
    return;
  }
  const { output, screen } = theatre;
  for (const line of welcome(theatre)) output.print(line);
  for (const text of OPENING) {
    await step(theatre, text);
    if (theatre.mode === 'terminal') await pause(READING_MS);
  }
  output.print(`\n${screen.title('轮到您了')}`);
  for (const [line, meaning] of SUGGESTIONS)
    output.print(screen.tell(`  ${padded(line, 26)}${meaning}`, 'plain'));
  if (theatre.mode === 'terminal') return converse(theatre);
  await playLines(theatre, pipedLines());
}

/** Time goes on between the lines of a scene; a line that a changed configuration makes pointless is passed over. */
async function step(theatre: Theatre, text: string): Promise<void> {
  const { clock, face } = theatre;
  clock.advanceTo(clock.now() + SCENE_STEP_MS);
  try {
    await face.obey(text);
  } catch (error) {
    if (!(error instanceof BadLine)) throw error;
  }
}

async function playLines(
  theatre: Theatre,
  lines: AsyncIterable<ScriptLine> | Iterable<ScriptLine>,
): Promise<void> {
  const { clock, face } = theatre;
  for await (const { place, text } of lines) {
    try {
      if (!(await face.obey(text))) return;
    } catch (error) {
      if (error instanceof BadLine) throw new UsageError(`${place}:${error.message}`);
      throw error;
    }
    clock.advanceTo(clock.now() + SCRIPT_STEP_MS);
  }
}

const SCRIPT_STEP_MS = 1000;

async function* pipedLines(): AsyncGenerator<ScriptLine> {
  let number = 0;
  for await (const text of createInterface({ input: process.stdin })) {
    number += 1;
    yield { place: `标准输入:${number}`, text };
  }
}

function welcome({ screen, clock, database }: Theatre): readonly string[] {
  const now = `${dayName(clock.now())} ${clockTime(clock.now())}`;
  return [
    screen.title('群哨 · 演练场'),
    screen.tell('这里不连接微信,群里的人都由您来扮演,群哨是真的。', 'plain'),
    screen.tell('群主 王建国,管理员 李敏和群哨,总会的工作人员 小周(不在群里),校友十位。', 'plain'),
    screen.tell(`现在是${now},时间可以拨快。记录在 ${shownDatabase(database)}`, 'faint'),
    screen.tell('先看一小段:群哨怎样管群。', 'faint'),
    '',
  ];
}

/** An address may hold a password. */
function shownDatabase(url: string): string {
  return url.includes('://') ? 'PostgreSQL' : url;
}

const SUGGESTIONS: readonly (readonly [string, string])[] = [
  ['张伟: 大家好', '张伟在群里说话'],
  ['王建国 私聊: 为什么 3', '群主私下问群哨:第3件案件的依据'],
  ['王建国 私聊: 确认 5', '群主答复:那条通知不是官方的'],
  ['时间 +7天', '让时间过去,看周报'],
  ['帮助', '看全部;“退出”结束'],
];
