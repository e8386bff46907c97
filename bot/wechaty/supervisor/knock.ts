import { connect } from 'node:net';

/** A port that does not answer within this time is not there. */
const KNOCK_MS = 2000;

/**
 * Whether somebody listens at `host:port`. Far cheaper than a start, which takes Wechaty's client five seconds where nobody is
 * there: so it can be looked often, and the gateway is found soon after it is back.
 */
export function knock(endpoint: string): Promise<boolean> {
  const [, host, port] = /^(.+):(\d+)$/u.exec(endpoint) ?? [];
  if (host === undefined || port === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/gu, ''), port: Number(port), timeout: KNOCK_MS });
    const answer = (isThere: boolean) => (): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', answer(true));
    socket.once('error', answer(false));
    socket.once('timeout', answer(false));
  });
}
