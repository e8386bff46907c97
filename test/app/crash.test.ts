import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/ports.js';
import { clock, direct, event, meet, say } from '../builders/events.js';
import { openStage, readable, type Stage, type StageOptions } from '../fakes/stage.js';

const AUTO = 'groups:\n  - id: g1\n    removal: auto\n';
const WATCHED = '';

/** A store that breaks off every call for which `breaks` says so, inside transactions too: as when the process ends there. */
function breaking(store: Store, breaks: (name: string) => boolean): Store {
  const guarded = <T extends object>(of: T): T =>
    new Proxy(of, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => {
          if (breaks(String(name))) return Promise.reject(new Error(`broken off at ${String(name)}`));
          return Reflect.apply(method, target, args) as unknown;
        };
      },
    });
  const inside: Store['transaction'] = (work) => store.transaction((records) => work(guarded(records)));
  return new Proxy(guarded(store), {
    get: (target, name) => (name === 'transaction' ? inside : (Reflect.get(target, name) as unknown)),
  });
}

/** A stage on a store that can be broken, and the one that takes up its records and its chat. */
async function twoLives(options: StageOptions): Promise<{
  first: Stage;
  broken: Set<string>;
  next: () => Promise<Stage>;
}> {
  const store = await openStore(':memory:', { durability: 'batched' });
  const broken = new Set<string>();
  const first = await openStage({
    ...options,
    store: breaking(store, (name) => broken.has(name) || broken.has('all')),
  });
  return {
    first,
    broken,
    next: () => openStage({ ...options, platform: (real) => real, store, world: first.world }),
  };
}

const quietly = (playing: Promise<unknown>): Promise<unknown> => playing.catch(() => null);

describe('a removal cut off between doing and recording', () => {
  const removed = async () => {
    const broken = new Set<string>();
    const lives = await twoLives({
      config: AUTO,
      platform: (real) => ({
        ...real,
        async remove(...args) {
          broken.forEach((name) => lives.broken.add(name));
          return real.remove(...args);
        },
      }),
    });
    broken.add('all');
    await lives.first.play(meet('03-02 09:00'));
    await quietly(lives.first.play(say('03-02 09:05', 'u5', '刷单先垫付'), clock('03-02 09:06')));
    return lives;
  };

  it('is recorded as done by the next process, and told once', async () => {
    const stage = await (await removed()).next();
    const lines = await stage.after(clock('03-02 09:07'), clock('03-02 09:20'));
    expect(lines.filter((line) => line.includes('移出本群'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('remove'))).toEqual([]);
  });

  it('taken back meanwhile, is not recorded as never done: the owner is told the way back', async () => {
    const stage = await (await removed()).next();
    const lines = await stage.after(direct('03-02 09:06', 'u1', '/撤销 1'), clock('03-02 09:20'));
    expect(lines.join()).toContain('请对方回来');
    const outcomes = (await stage.store.outcomesOfCase(1)).map(({ outcome }) => outcome?.kind);
    expect(outcomes).toContain('uncertain');
    expect(outcomes).not.toContain('cancelled');
  });
});

describe('a removal for a card past its deadline, cut off between doing and recording', () => {
  it('is recorded as done by the next process, though nobody is there whose card could be read', async () => {
    const broken = new Set<string>();
    const lives = await twoLives({
      config: AUTO,
      platform: (real) => ({
        ...real,
        async remove(...args) {
          broken.forEach((name) => lives.broken.add(name));
          return real.remove(...args);
        },
      }),
    });
    broken.add('all');
    const member = { id: 'u9', name: '小王', card: '小王' };
    const joined = { at: '2026-03-02T10:30:00+08:00', type: 'join', group: 'g1', member, inviter: 'u1' };
    await lives.first.play(meet('03-02 09:00'), joined);
    await quietly(lives.first.play(clock('03-15 12:00')));
    expect(lives.first.world.member('g1', 'u9')).toBeNull();
    const stage = await lives.next();
    await stage.play(clock('03-15 12:10'), clock('03-15 12:20'));
    const outcomes = await stage.store.outcomesOfCase(2);
    const removal = outcomes.find(({ planned }) => planned.action.kind === 'remove');
    expect(removal?.outcome?.kind).toBe('done');
    expect(stage.lines.filter((line) => line.type === 'remove')).toEqual([]);
  });
});

describe('the weekly digest', () => {
  const digests = (lines: readonly string[]) => lines.filter((line) => line.includes('本周一切正常'));

  it('cut off before it was planned, comes from the next process, once', async () => {
    const { first, broken, next } = await twoLives({ config: AUTO });
    await first.play(meet('03-02 09:01'), clock('03-08 12:00'));
    broken.add('plan');
    await quietly(first.play(clock('03-09 09:00')));
    const stage = await next();
    expect(digests(await stage.after(clock('03-09 09:05'), clock('03-09 12:00')))).toHaveLength(1);
  });

  it('failed because the store did, is tried again by the same process, and nothing else waits for it', async () => {
    const { first, broken } = await twoLives({ config: AUTO });
    await first.play(meet('03-02 09:01'), clock('03-08 12:00'));
    broken.add('takeJob');
    expect(digests(await first.after(clock('03-09 09:00')))).toEqual([]);
    broken.clear();
    expect(digests(await first.after(clock('03-09 09:03')))).toHaveLength(1);
    expect(digests(await first.after(clock('03-09 12:00')))).toEqual([]);
  });
});

describe('an alarm', () => {
  it('that failed because the store did, goes off again', async () => {
    const { first, broken } = await twoLives({ config: AUTO });
    await first.play(meet('03-02 09:00'), say('03-02 09:05', 'u5', '长期招代理'), clock('03-02 09:10'));
    broken.add('takeAlarm');
    expect(await first.after(clock('03-03 09:30'))).toEqual([]);
    broken.clear();
    const again = await first.after(clock('03-03 09:32'));
    expect(again.filter((line) => line.includes('→u1 #1'))).toHaveLength(1);
  });
});

describe('a group that was introduced and not looked at yet', () => {
  it.each([
    { name: 'at the cards', at: 'putCardWatch' },
    { name: 'at the word to the owner', at: 'putOffer' },
  ])('cut off $name: the next process does it, and introduces nobody twice', async ({ at }) => {
    const { first, broken, next } = await twoLives({ config: WATCHED });
    broken.add(at);
    await quietly(
      first.play(
        meet('03-02 09:00', {
          members: [
            { id: 'u5', name: '李雷', card: '李雷' },
            { id: 'u1', name: '老王' },
          ],
        }),
      ),
    );
    const stage = await next();
    const lines = await stage.after(event('03-02 09:10', 'topic', { name: '分会群' }), clock('03-02 09:20'));
    expect(lines.filter((line) => line.includes('管理助手') && line.includes('say'))).toEqual([]);
    expect(lines.filter((line) => line.includes('→u1'))).toHaveLength(1);
    expect(await stage.store.cardWatches('g1')).not.toEqual([]);
    expect((await stage.store.alarms()).map(({ kind }) => kind)).not.toContain('group-met');
  });

  it('said, but not recorded: it is not said again', async () => {
    const { first, broken } = await twoLives({ config: WATCHED });
    broken.add('putGroup');
    await quietly(first.play(meet('03-02 09:00')));
    broken.clear();
    await first.play(say('03-02 09:30', 'u5', '早'), clock('03-02 09:40'));
    expect(
      first.lines.map(readable).filter((line) => line.includes('管理助手') && line.includes('say')),
    ).toHaveLength(1);
    expect((await first.store.groups()).map(({ introducedAt }) => introducedAt)).not.toContain(null);
  });
});
