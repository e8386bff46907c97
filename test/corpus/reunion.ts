import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One line of the evening on which a reunion was planned. */
export interface Said {
  /** Milliseconds after the first line. */
  readonly after: number;
  readonly from: string;
  readonly text: string;
}

const FILE = fileURLToPath(new URL('reunion.txt', import.meta.url));

/** A normal busy evening: quick replies, 收到 in chains, a 接龙, thanks for a red packet, the organiser's number. */
function reunionEvening(): readonly Said[] {
  let after = 0;
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, pause = '0', from = '', text = ''] = /^(\d+) (\S+) (.+)$/u.exec(line) ?? [];
      after += Number(pause) * 1000;
      return { after, from, text };
    });
}

/** The evening as events of a replay. */
export function reunionEvents(start: string, group = 'g1'): readonly Readonly<Record<string, unknown>>[] {
  const first = Date.parse(start);
  return reunionEvening().map(({ after, from, text }, index) => ({
    at: new Date(first + after).toISOString(),
    type: 'message',
    group,
    from,
    id: `e${index}`,
    text,
  }));
}
