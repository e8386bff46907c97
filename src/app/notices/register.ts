import type { Notice } from '../../core/model/notice.js';
import { compare, type Likeness, type Original, originalOf } from '../../core/notice/compare.js';

/** A published notice that a text is like, and how. */
export interface Match {
  readonly noticeId: number;
  readonly likeness: Likeness;
}

/** The published notices in memory, ready for comparison: a mirror of the store, which has the last word on what is in force. */
export interface NoticeRegister {
  put(notice: Notice): void;
  /** Whether it is worth comparing a text that nothing else was found in. Cheap: asked of every longer line of chat. */
  touches(text: string): boolean;
  /** The notice that the text is most like: of the group, or of the organisation. Null: like none. */
  match(groupId: string, text: string): Match | null;
}

interface Entry {
  readonly notice: Notice;
  readonly original: Original;
}

/** So many are compared at most, the latest first. */
const MOST = 2000;
const SHORTEST = 24;
/** A line holds so many pieces of a notice before it is compared. */
const PIECES = 4;
const PIECE = 5;
const RANK = { same: 0, changed: 1, reworded: 2, other: 3 } as const;

export function createNoticeRegister(): NoticeRegister {
  const entries = new Map<number, Entry>();
  const pieces = new Set<string>();
  return {
    put(notice) {
      entries.set(notice.id, { notice, original: originalOf(notice.text) });
      for (const piece of piecesOf(notice.text)) pieces.add(piece);
      const oldest = entries.keys().next();
      if (entries.size > MOST && oldest.done !== true) entries.delete(oldest.value);
    },
    touches: (text) => entries.size > 0 && text.length >= SHORTEST && countOf(pieces, text) >= PIECES,
    match(groupId, text) {
      const own = [...entries.values()].filter(
        ({ notice }) => notice.groupId === groupId || notice.level === 'organisation',
      );
      let best: Match | null = null;
      for (const { notice, original } of own.toReversed()) {
        const likeness = compare(original, text);
        if (RANK[likeness.kind] < RANK[best?.likeness.kind ?? 'other'])
          best = { noticeId: notice.id, likeness };
      }
      return best;
    },
  };
}

/** Runs of Han characters alone: ornament, digits and links are what a forger changes. */
function piecesOf(text: string): readonly string[] {
  const runs = text.match(/[\u4e00-\u9fff]{5,}/gu) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: run.length - PIECE + 1 }, (_, at) => run.slice(at, at + PIECE)),
  );
}

function countOf(pieces: ReadonlySet<string>, text: string): number {
  let count = 0;
  for (const piece of piecesOf(text)) {
    if (pieces.has(piece)) count += 1;
    if (count >= PIECES) return count;
  }
  return count;
}
