import { EventEmitter } from 'node:events';
import type { Wechaty } from 'wechaty';

/** A code that WeCom shows on the phone when somebody logs in on a new device; only the fork of the SDK hands it over. */
export interface CodeRequest {
  readonly id: string;
  /** The last code was not the right one. */
  readonly wasWrong: boolean;
}

/** `wrong`: another try is possible. `spent`: too many wrong ones, the code to scan has to be scanned anew. */
export type CodeOutcome = 'accepted' | 'wrong' | 'spent' | 'not-wanted' | 'failed';

/** Where a code is asked for and given: by the terminal, or by a page for the operator. */
export interface VerifyCodes {
  /** The code that is waited for; null: none. */
  wanted(): CodeRequest | null;
  /** Tells of each change; answers how to stop. */
  subscribe(tell: (wanted: CodeRequest | null) => void): () => void;
  enter(id: string, code: string): Promise<CodeOutcome>;
}

export interface CodeDesk extends VerifyCodes {
  /** Listens to this bot, in place of the one before. `onWanted` is called when somebody has to give a code. */
  attach(bot: Wechaty, onWanted: () => void): void;
  /** Nobody is asked any more. */
  settle(): void;
}

/** `VerifyCodeScene` and `VerifyCodeStatus` of the fork. */
const LOGIN = 1;
const WAITING = 1;
const WRONG = 3;

/** The fork's words for more than three wrong codes. */
const SPENT = /次数超过阈值|threshold/u;
const MISTYPED = /验证码|verify code/iu;

export function createVerifyCodes(): CodeDesk {
  let wanted: CodeRequest | null = null;
  let enter: ((id: string, code: string) => Promise<unknown>) | null = null;
  const listeners = new Set<(wanted: CodeRequest | null) => void>();
  const turn = (next: CodeRequest | null): void => {
    wanted = next;
    for (const tell of listeners) tell(next);
  };
  return {
    wanted: () => wanted,
    subscribe(tell) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    async enter(id, code) {
      if (wanted?.id !== id || enter === null) return 'not-wanted';
      const outcome = await outcomeOf(enter(id, code.trim()));
      if (outcome === 'accepted' || outcome === 'spent') turn(null);
      if (outcome === 'wrong') turn({ id, wasWrong: true });
      return outcome;
    },
    attach(bot, onWanted) {
      turn(null);
      enter = entryOf(bot);
      onVerifyCode(bot, ({ id, scene, status }) => {
        if (scene !== LOGIN) return;
        if (status !== WAITING && status !== WRONG) return turn(null);
        turn({ id, wasWrong: status === WRONG });
        onWanted();
      });
    },
    settle: () => wanted !== null && turn(null),
  };
}

interface Asked {
  readonly id: string;
  readonly scene: number;
  readonly status: number;
}

/** Plain Wechaty has no such event and never gives it; its types do not know the name. */
function onVerifyCode(bot: Wechaty, hear: (asked: Asked) => void): void {
  if (!(bot instanceof EventEmitter)) return;
  // Id, message, scene, status.
  bot.on('verify-code', (...told: readonly unknown[]) => {
    const [id, , scene, status] = told;
    hear({ id: String(id), scene: Number(scene), status: Number(status) });
  });
}

function entryOf(bot: Wechaty): ((id: string, code: string) => Promise<unknown>) | null {
  const method: unknown = Reflect.get(bot, 'enterVerifyCode');
  if (typeof method !== 'function') return null;
  return async (id, code) => Reflect.apply(method, bot, [id, code]) as unknown;
}

async function outcomeOf(entering: Promise<unknown>): Promise<CodeOutcome> {
  try {
    await entering;
    return 'accepted';
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    if (SPENT.test(words)) return 'spent';
    return MISTYPED.test(words) ? 'wrong' : 'failed';
  }
}
