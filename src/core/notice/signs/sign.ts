/** One kind of evidence that a text issues a notice. `why` is what a person is told; a sign counts once. */
export interface Sign {
  readonly why: string;
  readonly weight: number;
  readonly pattern: RegExp;
  /** Of the signs of one group only the first that is there counts: they are the same words read twice. */
  readonly group?: 'address' | 'heading' | 'opening' | 'arrangement' | 'demand';
}
