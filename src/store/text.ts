// PostgreSQL refuses NUL and lone surrogates in text, SQLite would keep them: the same input must store the same on both.
const UNSTORABLE = /[\0\p{Surrogate}]/u;
const EACH_UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** The text as both databases can hold it: NUL and lone surrogates become U+FFFD. */
export function storable(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(EACH_UNSTORABLE, '\uFFFD') : text;
}

/**
 * The parameters of one statement, made storable. Every value that reaches a database, keys of look-ups too, passes here. An instant
 * without an end becomes the last one that both databases know.
 */
export function storableParameters(parameters: readonly unknown[]): readonly unknown[] {
  return parameters.map((value) => {
    if (typeof value === 'string') return storable(value);
    return value === Infinity ? Number.MAX_SAFE_INTEGER : value;
  });
}
