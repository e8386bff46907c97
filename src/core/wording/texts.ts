/** The sentence for each kind of a union. A kind left out does not compile. */
export type Texts<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: (one: Extract<Union, { readonly kind: Kind }>) => string;
};

/** Looks up the sentence for one of the union. */
export function textIn<Union extends { readonly kind: string }>(texts: Texts<Union>, one: Union): string {
  // Each entry takes its own kind only; the compiler cannot see that key and argument go together.
  const text = texts[one.kind as Union['kind']] as (one: Union) => string;
  return text(one);
}
