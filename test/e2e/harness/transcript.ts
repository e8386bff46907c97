import type { FeedLine } from '../../../bot/playground/puppet/feed.js';

/** Something that is told between the lines of the chat. */
export interface Dated {
  readonly at: number;
  readonly text: string;
}

const SHANGHAI = 8 * 3_600_000;
const WEEKDAYS = '日一二三四五六';

/** `03-02 09:30` of 2026 in Shanghai, as an instant. */
export function dated(local: string): number {
  const [day = '', time = ''] = local.split(' ');
  return Date.parse(`2026-${day}T${time.length === 5 ? `${time}:00` : time}+08:00`);
}

/** The chat as it can be read: a heading for each day, who spoke to whom, what was seen. */
export function transcriptOf(
  feed: readonly FeedLine[],
  notes: readonly Dated[],
  nameOf: (id: string) => string,
): string {
  const told = feed.map((line) => ({ at: line.at, text: lineText(line, nameOf) }));
  const all = [...told, ...notes].toSorted((a, b) => a.at - b.at);
  const lines: string[] = [];
  let day = '';
  for (const { at, text } of all) {
    const local = new Date(at + SHANGHAI);
    const name = `周${WEEKDAYS[local.getUTCDay()] ?? ''} ${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
    if (name !== day) lines.push('', `── ${name} ──`);
    day = name;
    lines.push(`${local.toISOString().slice(11, 16)} ${text.replaceAll('\n', '\n      ')}`);
  }
  return `${lines.slice(1).join('\n')}\n`;
}

function lineText(line: FeedLine, nameOf: (id: string) => string): string {
  const { fromId, roomId, text } = line;
  if (fromId === null || line.kind !== 'message') return text;
  const from = fromId === 'bot' ? '群哨' : nameOf(fromId);
  if (roomId !== null) return `${from}:${text}`;
  const to = line.seenBy.find((id) => id !== fromId) ?? '';
  return `${from} → ${to === 'bot' ? '群哨' : nameOf(to)}:${text}`;
}
