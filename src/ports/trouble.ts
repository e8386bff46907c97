/** Why nothing can be recorded, for the operator: one sentence of what it is and what to do. */
export interface Trouble {
  readonly says: string;
  /** Damage does not heal: what is written beside it may be lost with it, so nothing is tried again before a restart. */
  readonly lasts: 'a-while' | 'until-restart';
}
