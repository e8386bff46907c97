import { parsePrint } from '../../core/conduct/minhash.js';
import { createPrintIndex, type PrintIndex } from '../../core/conduct/print-index.js';
import { type Instant, MINUTE } from '../../core/model/instant.js';
import type { Signature } from '../../core/model/signature.js';
import { createRecent, type Recent } from './recent.js';
import type { Records } from '../../ports.js';

/** What is recognised again, as this process knows it. A mirror of the store's, which all processes share. */
export interface SignatureBook {
  readonly texts: PrintIndex<Signature>;
  /** Pictures, newest last. */
  pictures(): readonly Signature[];
  /**
   * Reads on where the store has more. Every few minutes unless told that something is new. `from-others`: goes back a little, since
   * of two processes the one with the younger number can be done first.
   */
  catchUp(
    records: Pick<Records, 'signatures'>,
    at: Instant,
    why: 'by-and-by' | 'new' | 'from-others',
  ): Promise<void>;
  /** Whether by-and-by it would read now. */
  isStale(at: Instant): boolean;
  forget(caseId: number): void;
  /** `group member` → the print of that member's last picture, in memory only. */
  readonly lastPictures: Recent<string>;
}

const MOST = 5000;
/** Other processes' signatures are read so often. */
const FRESH: Instant = 5 * MINUTE;
/** So many numbers back. */
const OVERLAP = 200;

export function createSignatureBook(): SignatureBook {
  const texts = createPrintIndex<Signature>();
  const known = new Map<number, Signature>();
  let last = 0;
  let readAt = -Infinity;
  const drop = (id: number): void => {
    known.delete(id);
    texts.drop(id);
  };
  const put = (signature: Signature): void => {
    last = Math.max(last, signature.id);
    const print = signature.kind === 'text' ? parsePrint(signature.print) : null;
    if (signature.kind === 'text' && print === null) return;
    known.set(signature.id, signature);
    if (print !== null) texts.put(signature.id, print, signature);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) drop(oldest);
  };
  return {
    texts,
    lastPictures: createRecent(2000),
    pictures: () => [...known.values()].filter(({ kind }) => kind === 'picture'),
    async catchUp(records, at, why) {
      if (why === 'by-and-by' && at < readAt + FRESH) return;
      readAt = at;
      const after = why === 'from-others' ? last - OVERLAP : last;
      for (const signature of await records.signatures(after, at)) {
        if (!known.has(signature.id)) put(signature);
      }
      for (const { id, expiresAt } of known.values()) if (expiresAt <= at) drop(id);
    },
    isStale: (at) => at >= readAt + FRESH,
    forget(caseId) {
      for (const one of known.values()) if (one.caseId === caseId) drop(one.id);
    },
  };
}
