/**
 * Why something was not done. `brake`: too many removals today for one more without a person's word. `cut-off`: the platform
 * forbids sending for now. `offline`: there was no line, so nothing can have been done. `late`: it made no sense any more.
 */
export type Refusal =
  'no-right' | 'gone' | 'unsupported' | 'failed' | 'brake' | 'cut-off' | 'offline' | 'late';

/** What came of an action. `uncertain`: the process died between doing and recording; it is not repeated. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly detail: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'uncertain' };
