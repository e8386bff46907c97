import type { Instant } from '../model/instant.js';

/** Why nobody is logged in although the platform answers. `silent`: it asks for nothing and says nothing of it. */
export type LoginWait = 'scan' | 'verify-code' | 'logged-out' | 'silent';

/**
 * Why the line is down. `unreachable`: nobody answers at the address. `insecure`: one side speaks TLS, the other does not.
 * `dropped`: it worked and broke off. `silent`: it is open and nothing comes back. `failed`: anything else.
 */
export type Breakage = 'unreachable' | 'insecure' | 'dropped' | 'silent' | 'failed';

/** How the bot stands to its platform, one at a time. The sentence for each is in `core/wording/connection.ts`. */
export type ConnectionState =
  | { readonly kind: 'starting' }
  /** Logged in, and heard from. */
  | { readonly kind: 'connected' }
  | { readonly kind: 'waiting-for-login'; readonly why: LoginWait }
  | { readonly kind: 'broken'; readonly why: Breakage }
  /** The platform took the client on, and tells it nothing: another one holds its token. */
  | { readonly kind: 'deaf' }
  /** The platform does not know the token (any more). */
  | { readonly kind: 'refused' }
  /** The platform forbids sending for a while; messages are heard all the same. */
  | { readonly kind: 'cut-off'; readonly until: Instant }
  | { readonly kind: 'stopped' };

/** What is noticed of a connection. */
export type Signal =
  | { readonly kind: 'login' }
  | { readonly kind: 'logout' }
  | { readonly kind: 'scan' }
  | { readonly kind: 'verify-code' }
  /** The platform answers, and nobody logged in within the time for it. */
  | { readonly kind: 'no-login' }
  | { readonly kind: 'lost'; readonly why: Breakage }
  | { readonly kind: 'deaf' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'cut-off'; readonly until: Instant }
  /** The pause after a cut-off is over. */
  | { readonly kind: 'resumed' }
  | { readonly kind: 'stop' };

/** What makes a line useless: it has to be built anew. */
export type LineFault = Extract<Signal, { kind: 'lost' | 'deaf' | 'refused' }>;

type Line = Exclude<ConnectionState, { kind: 'cut-off' }>;

/** The line and the right to send are two things: what is cut off may break, and is still cut off when it is mended. */
export interface Standing {
  readonly line: Line;
  readonly cutOffUntil: Instant | null;
}

export const STARTING: Standing = { line: { kind: 'starting' }, cutOffUntil: null };

/** What there is to show: a broken line comes before a cut-off. */
export function stateOf({ line, cutOffUntil }: Standing): ConnectionState {
  return line.kind === 'connected' && cutOffUntil !== null ? { kind: 'cut-off', until: cutOffUntil } : line;
}

/** Whether the bot may act on the platform. */
export function maySend(standing: Standing): boolean {
  return stateOf(standing).kind === 'connected';
}

/** The standing after a signal; the same object where nothing changes. Once stopped, it stays so. */
export function step(standing: Standing, signal: Signal): Standing {
  if (standing.line.kind === 'stopped') return standing;
  if (signal.kind === 'cut-off')
    return standing.cutOffUntil === signal.until ? standing : { ...standing, cutOffUntil: signal.until };
  if (signal.kind === 'resumed')
    return standing.cutOffUntil === null ? standing : { ...standing, cutOffUntil: null };
  const line = lineAfter(standing.line, signal);
  return isSame(line, standing.line) ? standing : { ...standing, line };
}

function lineAfter(line: Line, signal: Exclude<Signal, { kind: 'cut-off' | 'resumed' }>): Line {
  switch (signal.kind) {
    case 'login':
      return { kind: 'connected' };
    case 'logout':
      // A line that breaks is told as a logout too; why it is down is known already.
      return line.kind === 'connected' ? { kind: 'waiting-for-login', why: 'logged-out' } : line;
    case 'scan':
    case 'verify-code':
      return { kind: 'waiting-for-login', why: signal.kind };
    case 'no-login':
      return line.kind === 'connected' || line.kind === 'waiting-for-login'
        ? line
        : { kind: 'waiting-for-login', why: 'silent' };
    case 'lost':
      return { kind: 'broken', why: signal.why };
    case 'deaf':
    case 'refused':
      return { kind: signal.kind };
    case 'stop':
      return { kind: 'stopped' };
  }
}

/** Whether there is nothing new to say. */
export function isSame(a: ConnectionState, b: ConnectionState): boolean {
  return a.kind === b.kind && detailOf(a) === detailOf(b);
}

function detailOf(state: ConnectionState): string | Instant | null {
  if ('why' in state) return state.why;
  return 'until' in state ? state.until : null;
}
