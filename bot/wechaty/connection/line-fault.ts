import type { LineFault } from '../../../src/core/connection/state.js';
import { textOf } from '../fault.js';

/** gRPC's own words, and those of Wechaty's discovery, for a line that does not hold. The first that fits counts. */
const FAULTS: readonly (readonly [RegExp, LineFault])[] = [
  [/16 UNAUTHENTICATED|Invalid Wechaty TOKEN|token ".*" does not exist/iu, { kind: 'refused' }],
  [/6 ALREADY_EXISTS|can not call twice/u, { kind: 'deaf' }],
  [
    /wrong version number|EPROTO|ERR_SSL|self[- ]signed|unable to verify|certificate|packet length too long/iu,
    { kind: 'lost', why: 'insecure' },
  ],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|No connection established|name resolution failed|discovery \/ resolution failed/iu,
    { kind: 'lost', why: 'unreachable' },
  ],
  [
    /14 UNAVAILABLE|1 CANCELLED|13 INTERNAL: Received RST_STREAM|no grpc manager|NO CLIENT/u,
    { kind: 'lost', why: 'dropped' },
  ],
];

/** What an error of the puppet says of the line; null where it is about something else. */
export function lineFault(error: unknown): LineFault | null {
  const text = textOf(error);
  return FAULTS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
