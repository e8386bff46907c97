/** Things that go wrong on real platforms, each armed for a number of times and then over. */
export type Fault =
  /** The next `times` calls of a puppet method fail. `after`: the platform obeyed, only its answer is lost. */
  | {
      readonly kind: 'fail';
      readonly method: string;
      readonly times: number;
      readonly error: string;
      readonly when?: 'before' | 'after';
    }
  | { readonly kind: 'delay'; readonly method: string; readonly times: number; readonly ms: number }
  /** The next `times` events of this name (`message`, `room-join`, `dirty` …) never reach Wechaty. */
  | { readonly kind: 'drop'; readonly event: string; readonly times: number }
  /** The next `times` messages arrive twice, with the same id. */
  | { readonly kind: 'duplicate'; readonly times: number }
  /** The next `times` messages are held back and arrive last first. */
  | { readonly kind: 'reorder'; readonly times: number }
  /** From now on a changed card is neither announced nor shown until the room is synced. */
  | { readonly kind: 'stale-cards' };

type CallFault = Extract<Fault, { kind: 'fail' | 'delay' }>;

/** The faults armed and not yet used up. Faults of one method are used up in the order in which they were armed. */
export class Faults {
  private armed: { readonly fault: Fault; left: number }[] = [];

  arm(fault: Fault): void {
    this.armed.push({ fault, left: fault.kind === 'stale-cards' ? Infinity : fault.times });
  }

  clear(): void {
    this.armed = [];
  }

  takeCall(method: string): CallFault | null {
    const fault = this.take((one) => (one.kind === 'fail' || one.kind === 'delay') && one.method === method);
    return fault?.kind === 'fail' || fault?.kind === 'delay' ? fault : null;
  }

  takesDrop(event: string): boolean {
    return this.take((one) => one.kind === 'drop' && one.event === event) !== null;
  }

  takesDuplicate(): boolean {
    return this.take((one) => one.kind === 'duplicate') !== null;
  }

  /** `last` is the message with which a held-back run is complete. */
  takeReorder(): 'hold' | 'last' | null {
    const entry = this.armed.find(({ fault }) => fault.kind === 'reorder');
    if (entry === undefined || !this.use(entry)) return null;
    return entry.left === 0 ? 'last' : 'hold';
  }

  get cardsAreStale(): boolean {
    return this.armed.some(({ fault }) => fault.kind === 'stale-cards');
  }

  private take(matches: (fault: Fault) => boolean): Fault | null {
    const entry = this.armed.find(({ fault }) => matches(fault));
    return entry !== undefined && this.use(entry) ? entry.fault : null;
  }

  private use(entry: { left: number }): boolean {
    entry.left -= 1;
    this.armed = this.armed.filter(({ left }) => left > 0);
    return entry.left >= 0;
  }
}
