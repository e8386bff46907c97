const ACTING = /^(asking|on the way|done, not told|store\.claim|in transaction: settle)/u;
const COMMITTING = /^(in transaction|before commit|committed)/u;

/** Which steps are counted: all, those of doing and recording an action, those of a transaction. */
const AMONG = { any: /^/u, acting: ACTING, committing: COMMITTING };

/**
 * Counts the steps that a process takes towards its store and its platform, and kills it with SIGKILL at the chosen one.
 * `null`: never by itself.
 */
export function createFuse(kill, journal) {
  if (kill === null) return { step: () => undefined };
  const counted = AMONG[kill.among];
  let steps = 0;
  return {
    step(name) {
      if (!counted.test(name)) return;
      steps += 1;
      if (steps !== kill.step) return;
      journal.write({ kind: 'killed', by: 'step', at: name });
      process.kill(process.pid, 'SIGKILL');
      // The signal is on its way: nothing more may be done.
      for (;;);
    },
  };
}

/** The store with a step before and after every call, and before every call inside a transaction and its commit. */
export function fusedStore(store, fuse) {
  return new Proxy(store, {
    get(target, name) {
      const method = target[name];
      if (typeof method !== 'function') return method;
      if (name === 'transaction') return (work) => transaction(target, work, fuse);
      return (...args) => around(fuse, `store.${String(name)}`, () => method.apply(target, args));
    },
  });
}

async function transaction(store, work, fuse) {
  fuse.step('begin');
  const result = await store.transaction(async (records) => {
    const done = await work(fusedRecords(records, fuse));
    fuse.step('before commit');
    return done;
  });
  fuse.step('committed');
  return result;
}

function fusedRecords(records, fuse) {
  return new Proxy(records, {
    get(target, name) {
      const method = target[name];
      if (typeof method !== 'function') return method;
      return (...args) => {
        fuse.step(`in transaction: ${String(name)}`);
        return method.apply(target, args);
      };
    },
  });
}

/** The platform with a step before it is asked, and one after it has done it, before the bot hears of it. */
export function fusedPlatform(platform, fuse, journal) {
  const acts = ['say', 'direct', 'remove', 'accept', 'recall', 'rename', 'announce', 'invite', 'report'];
  const fused = acts.map((name) => [
    name,
    async (...args) => {
      fuse.step(`asking: ${name}`);
      journal.write({ kind: 'asked', act: name });
      fuse.step(`on the way: ${name}`);
      const outcome = await platform[name](...args);
      fuse.step(`done, not told: ${name}`);
      return outcome;
    },
  ]);
  return { ...platform, ...Object.fromEntries(fused) };
}

async function around(fuse, name, call) {
  fuse.step(`${name}, before`);
  const result = await call();
  fuse.step(`${name}, after`);
  return result;
}
