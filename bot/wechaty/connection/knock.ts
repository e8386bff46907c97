import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { grpc, puppet } from 'wechaty-grpc';
import { lineFault } from './line-fault.js';

/** What a gateway answered. `silent`: it took the call on and said nothing, as it does to a second client of one token. */
export type Knocked =
  'logged-in' | 'scan' | 'no-login' | 'silent' | 'refused' | 'taken' | 'unreachable' | 'insecure';

export interface Door {
  /** `host:port`, or null: the service's discovery is asked. */
  readonly endpoint: string | null;
  readonly authority: string;
  readonly token: string;
  readonly tls: 'on' | 'off';
  /** PEM of the authority that signed the gateway's certificate; null: the one that comes with the client. */
  readonly ca: string | null;
  readonly limitMs: number;
}

/**
 * Listens at a gateway for a moment without starting or stopping anything there: a client that is at work keeps its line.
 * Where the account is logged in, the gateway says so at once.
 */
export async function knock(door: Door): Promise<Knocked> {
  // It teaches gRPC the addresses that a token alone leads to.
  await import('wechaty-puppet-service');
  const client = clientOf(door);
  const stream = client.event(new puppet.EventRequest());
  let heard: Knocked = 'silent';
  try {
    return await new Promise<Knocked>((resolve) => {
      const late = setTimeout(() => resolve(heard), door.limitMs);
      const end = (answer: Knocked): void => {
        clearTimeout(late);
        resolve(answer);
      };
      stream.on('data', (event: puppet.EventResponse) => {
        heard = 'no-login';
        if (event.getType() === puppet.EventType.EVENT_TYPE_LOGIN) end('logged-in');
        if (event.getType() === puppet.EventType.EVENT_TYPE_SCAN) end('scan');
      });
      stream.on('error', (error: Error) => end(answerOf(error)));
    });
  } finally {
    stream.on('error', () => undefined);
    stream.cancel();
    client.close();
  }
}

function answerOf(error: Error): Knocked {
  const fault = lineFault(error);
  if (fault === null) return 'unreachable';
  switch (fault.kind) {
    case 'refused':
      return 'refused';
    case 'deaf':
      return 'taken';
    case 'lost':
      return fault.why === 'insecure' ? 'insecure' : 'unreachable';
  }
}

function clientOf({ endpoint, authority, token, tls, ca }: Door): puppet.PuppetClient {
  // What stands before the last underscore names the certificate, as the client itself takes it.
  const options = {
    'grpc.ssl_target_name_override': token.slice(0, Math.max(0, token.lastIndexOf('_'))).toLowerCase(),
    'grpc.default_authority': token,
  };
  const credentials = tls === 'off' ? grpc.credentials.createInsecure() : secure(token, ca);
  return new puppet.PuppetClient(endpoint ?? `wechaty://${authority}/${token}`, credentials, options);
}

function secure(token: string, ca: string | null): grpc.ChannelCredentials {
  const call = grpc.credentials.createFromMetadataGenerator((_params, callback) => {
    const metadata = new grpc.Metadata();
    metadata.add('Authorization', `Wechaty ${token}`);
    callback(null, metadata);
  });
  const channel = grpc.credentials.createSsl(Buffer.from(ca ?? shippedCa()));
  return grpc.credentials.combineChannelCredentials(channel, call);
}

/** The client's own authority is not among its exports. */
function shippedCa(): string {
  const load = createRequire(import.meta.url);
  const found: unknown = load(join(dirname(load.resolve('wechaty-puppet-service')), 'auth', 'ca.js'));
  if (typeof found !== 'object' || found === null || !('TLS_CA_CERT' in found)) return '';
  return String(found.TLS_CA_CERT);
}
