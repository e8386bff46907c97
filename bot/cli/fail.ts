import { ConfigError } from '../../src/config/error.js';
import { InputError } from '../../src/jsonl/input-error.js';
import { StoreError } from '../../src/store/error.js';
import { printable } from './printable.js';

/** Bad usage or bad input, told in one line; exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The checked thing is not in order; told in one line; exit 1. */
export class NotInOrder extends Error {
  override readonly name = 'NotInOrder';
}

export const EXIT = { ok: 0, notInOrder: 1, usage: 2, defect: 70 } as const;

/** The exit code of a failure and what to print of it. A defect of ours is the only one that shows a stack. */
export function failureOf(error: unknown): { readonly code: number; readonly text: string } {
  const { code, text } = told(error);
  return { code, text: printable(text) };
}

function told(error: unknown): { readonly code: number; readonly text: string } {
  if (error instanceof NotInOrder) return { code: EXIT.notInOrder, text: error.message };
  if (
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof InputError ||
    error instanceof StoreError
  ) {
    return { code: EXIT.usage, text: error.message };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: EXIT.defect, text: `程序内部错误,请把下面的内容报告给开发者 (internal error):\n${detail}` };
}
