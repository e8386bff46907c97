import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Address } from './platform.js';

const PATIENCE_MS = 4000;

/** Whether anybody takes a connection there. */
export function reachable({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** What the other side speaks; null where it does not say. Who it is, is not asked: that is the client's business. */
export function speaksTls({ host, port }: Address): Promise<boolean | null> {
  return new Promise((resolve) => {
    const socket = connectTls({
      host,
      port,
      rejectUnauthorized: false,
      timeout: PATIENCE_MS,
      ALPNProtocols: ['h2'],
    });
    const end = (answer: boolean | null): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('secureConnect', () => end(true));
    socket.once('timeout', () => end(null));
    socket.once('error', (error: NodeJS.ErrnoException) => end(answerOf(error)));
  });
}

/** Another protocol's first bytes are no version of TLS; a server that hangs up on a greeting does not understand it. */
function answerOf({ code = '' }: NodeJS.ErrnoException): boolean | null {
  if (/WRONG_VERSION|PACKET_LENGTH|RECORD|ECONNRESET|EPROTO/u.test(code)) return false;
  return code.startsWith('ERR_SSL') ? true : null;
}
