/** Where a row stands. `file` is as the person named it, or `标准输入`; lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Input that a person has to mend: exit code 2 and `message` on one line, Chinese first, with file, line and what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(
    readonly place: { readonly file: string; readonly line: number | null },
    problem: string,
  ) {
    const where = place.line === null ? place.file : `${place.file} 第 ${place.line} 行`;
    super(`${where}:${problem}`);
  }
}
