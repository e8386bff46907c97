/** Words of group names beyond the places that cards know. Every one may be empty: nothing is refused for it then. */
export interface GroupWords {
  /** Larger than a province, or across several: 华东, 长三角, 北美. */
  readonly regions: ReadonlySet<string>;
  readonly industries: ReadonlySet<string>;
  /** What may be left out of a name without changing what it says: 官方, 交流. */
  readonly fillers: ReadonlySet<string>;
}

export const NO_GROUP_WORDS: GroupWords = { regions: new Set(), industries: new Set(), fillers: new Set() };

/** Cuts a text into pieces that all pass; null where there is no such cut. Few, long pieces first. Bounded: 40 characters. */
export function tiles(text: string, isPiece: (piece: string) => boolean): readonly string[] | null {
  if (text.length > 40) return null;
  const dead = new Set<number>();
  const from = (start: number): readonly string[] | null => {
    if (start === text.length) return [];
    if (dead.has(start)) return null;
    for (let end = text.length; end > start; end -= 1) {
      if (!isPiece(text.slice(start, end))) continue;
      const rest = from(end);
      if (rest !== null) return [text.slice(start, end), ...rest];
    }
    dead.add(start);
    return null;
  };
  return text === '' ? null : from(0);
}
