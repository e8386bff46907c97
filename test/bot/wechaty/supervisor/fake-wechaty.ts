import { EventEmitter } from 'node:events';
import type { Wechaty } from 'wechaty';

/** What becomes of a bot that is started. `words`: errors that its start gives, as the service's client does. */
export type Fate =
  /** `mute`: logs in, and never answers a ding by a dong. */
  | { readonly kind: 'works' | 'mute' }
  | { readonly kind: 'inactive'; readonly words: readonly string[] }
  | { readonly kind: 'hangs' }
  /** Active, and never heard of. */
  | { readonly kind: 'deaf' }
  /** Heard of, and nobody logs in. */
  | { readonly kind: 'nobody' }
  /** Its puppet cannot be made. */
  | { readonly kind: 'unmade' };

class FakePuppet extends EventEmitter {
  isLoggedIn = false;
  isActive: boolean | 'pending' = false;
  readonly currentUserId = 'bot';
  dings = 0;
  /** Answers a ding by a dong. */
  dongs = true;
  /** What a call by itself comes to. */
  call: () => Promise<unknown> = () => Promise.resolve({});
  readonly state = { active: () => this.isActive };

  ding(): void {
    this.dings += 1;
    if (this.dongs) setTimeout(() => this.emit('dong', { data: '' }), 1);
  }

  contactRawPayload(): Promise<unknown> {
    return this.call();
  }

  login(): void {
    this.isLoggedIn = true;
    this.emit('login', { contactId: 'bot' });
  }

  logout(): void {
    this.isLoggedIn = false;
    this.emit('logout', { contactId: 'bot', data: '' });
  }
}

/** As much of a Wechaty as the supervisor touches. */
class FakeWechaty extends EventEmitter {
  readonly puppet = new FakePuppet();
  starts = 0;
  stops = 0;

  constructor(private readonly fate: Fate) {
    super();
    this.puppet.on('error', (error) => this.emit('error', error));
  }

  init(): Promise<void> {
    return this.fate.kind === 'unmade' ? Promise.reject(new Error('not installed')) : Promise.resolve();
  }

  start(): Promise<void> {
    this.starts += 1;
    const { puppet, fate } = this;
    switch (fate.kind) {
      case 'hangs':
        puppet.isActive = 'pending';
        // Wechaty waits for its puppet no longer than this.
        return new Promise((resolve) => setTimeout(resolve, 15_000));
      case 'unmade':
        return new Promise(() => undefined);
      case 'inactive':
        for (const words of fate.words) this.emit('error', new Error(words));
        return Promise.resolve();
      case 'deaf':
        puppet.isActive = true;
        puppet.dongs = false;
        return Promise.resolve();
      case 'nobody':
        puppet.isActive = true;
        puppet.emit('heartbeat', { data: '' });
        return Promise.resolve();
      case 'works':
      case 'mute':
        puppet.dongs = fate.kind === 'works';
        puppet.isActive = true;
        puppet.login();
        return Promise.resolve();
    }
  }

  /** What hung, goes on. */
  goOn(): void {
    this.puppet.isActive = true;
    this.puppet.login();
  }

  stop(): Promise<void> {
    this.stops += 1;
    return Promise.resolve();
  }
}

/** Hands out a bot for each fate, the last one for ever after. */
export function builder(fates: readonly Fate[]) {
  const built: FakeWechaty[] = [];
  const build = (): Wechaty => {
    const fate = fates[Math.min(built.length, fates.length - 1)] ?? { kind: 'works' };
    const bot = new FakeWechaty(fate);
    built.push(bot);
    return bot as unknown as Wechaty;
  };
  return { built, build };
}
