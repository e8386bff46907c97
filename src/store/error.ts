/** The database cannot be used. The message says what, where and what to do, Chinese first; it never holds a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
