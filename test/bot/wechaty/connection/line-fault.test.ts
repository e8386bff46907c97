import { expect, it } from 'vitest';
import { lineFault } from '../../../../bot/wechaty/connection/line-fault.js';

it.each([
  { name: 'nothing', error: '', want: null },
  { name: 'a failure of one call', error: new Error('13 INTERNAL: no such message'), want: null },
  {
    name: 'a wrong token, as plain words in an event',
    error: { data: '16 UNAUTHENTICATED: Invalid Wechaty TOKEN "insecure_x"' },
    want: { kind: 'refused' },
  },
  {
    name: 'a token that the discovery does not know',
    error: new Error(
      '14 UNAVAILABLE: Wechaty service discovery / resolution failed for target wechaty://x/y: token "y" does not exist',
    ),
    want: { kind: 'refused' },
  },
  {
    name: 'nobody at the address',
    error: new Error(
      '14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED 127.0.0.1:1',
    ),
    want: { kind: 'lost', why: 'unreachable' },
  },
  {
    name: 'TLS against a gateway without it',
    error: new Error(
      '14 UNAVAILABLE: No connection established. Last error: write EPROTO wrong version number',
    ),
    want: { kind: 'lost', why: 'insecure' },
  },
  {
    name: 'a killed gateway',
    error: new Error('14 UNAVAILABLE: Connection dropped'),
    want: { kind: 'lost', why: 'dropped' },
  },
  {
    name: 'a gateway that ended properly',
    error: { gerror: JSON.stringify({ message: '1 CANCELLED: Call cancelled' }) },
    want: { kind: 'lost', why: 'dropped' },
  },
  {
    name: 'another client holds the stream',
    error: new Error('6 ALREADY_EXISTS: GrpcServerImpl.event() can not call twice.'),
    want: { kind: 'deaf' },
  },
])('$name', ({ error, want }) => {
  expect(lineFault(error)).toEqual(want);
});
