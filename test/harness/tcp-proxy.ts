import { createServer, type Server, Socket } from 'node:net';
import { portOf } from './port.js';

/** How a line breaks: at once and noticed by both ends, or so that nothing comes through and nobody is told. */
export type Cut = 'reset' | 'silence';

/** Stands between a process and a server, and can be cut. */
export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private state: Cut | 'whole' = 'whole';

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (socket) => this.accept(socket));
  }

  static async to(url: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(url);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TcpProxy(server, { host: hostname, port: Number(port) });
  }

  /** The same address by way of the proxy. */
  through(url: string): string {
    return url.replace(/@[^/]+\//u, `@127.0.0.1:${portOf(this.server)}/`);
  }

  cut(how: Cut): void {
    this.state = how;
    for (const pair of this.pairs) {
      for (const socket of pair)
        if (how === 'reset') socket.destroy();
        else socket.pause();
    }
  }

  /** What was said into the silence comes through now, late. */
  heal(): void {
    this.state = 'whole';
    for (const pair of this.pairs) for (const socket of pair) socket.resume();
  }

  async close(): Promise<void> {
    this.cut('reset');
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private accept(near: Socket): void {
    if (this.state === 'reset') return void near.destroy();
    const far = new Socket();
    const pair = [near, far] as const;
    this.pairs.add(pair);
    const end = (): void => {
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    far.connect(this.target);
    near.pipe(far);
    far.pipe(near);
    if (this.state === 'silence') for (const socket of pair) socket.pause();
  }
}
