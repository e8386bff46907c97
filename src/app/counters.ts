import type { Count, Store } from '../ports.js';

const FLUSH_AT = 1000;

/** Counts messages per group and local day in memory and writes them in batches: a chat line never costs a commit. */
export interface Counters {
  add(groupId: string, day: string): void;
  /** Counts something rarer than messages. */
  note(groupId: string, day: string, name: 'joined' | 'left' | 'mended'): void;
  /** Everything counted since the start, written or not. */
  total(): number;
  isFull(): boolean;
  flush(): Promise<void>;
}

interface Cell {
  readonly groupId: string;
  readonly day: string;
  readonly name: string;
  value: number;
}

export function createCounters(store: Pick<Store, 'addCounts'>): Counters {
  let cells = new Map<string, Cell>();
  let last: Cell | null = null;
  let total = 0;
  let waiting = 0;
  return {
    add(groupId, day) {
      total += 1;
      waiting += 1;
      if (last === null || last.day !== day || last.groupId !== groupId)
        last = cellOf(cells, { groupId, day, name: 'messages' });
      last.value += 1;
    },
    note(groupId, day, name) {
      waiting += 1;
      cellOf(cells, { groupId, day, name }).value += 1;
    },
    total: () => total,
    isFull: () => waiting >= FLUSH_AT,
    async flush() {
      if (waiting === 0) return;
      const counts: readonly Count[] = [...cells.values()];
      const written = waiting;
      cells = new Map();
      last = null;
      waiting = 0;
      try {
        await store.addCounts(counts);
      } catch (error) {
        // They wait for the next time, with what has been counted meanwhile.
        for (const { value, ...of } of counts) cellOf(cells, of).value += value;
        waiting += written;
        throw error;
      }
    },
  };
}

function cellOf(cells: Map<string, Cell>, of: Omit<Cell, 'value'>): Cell {
  const key = `${of.name} ${of.day} ${of.groupId}`;
  const known = cells.get(key);
  if (known !== undefined) return known;
  const fresh = { ...of, value: 0 };
  cells.set(key, fresh);
  return fresh;
}
