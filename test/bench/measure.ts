export interface Runner {
  readonly name: string;
  readonly run: () => unknown;
}

/**
 * Milliseconds of each runner: one round runs them all, one after the other, so that a busy machine slows all alike;
 * the best of `rounds` rounds, which a neighbour disturbs least. Repeats of one runner inside a round are added until
 * they last `leastMs`. Two rounds go before that count for nothing: one runner may make the compiler think again about
 * what another shares with it.
 */
export function measure(runners: readonly Runner[], rounds: number, leastMs = 8): Record<string, number> {
  const times = new Map<string, number[]>(runners.map(({ name }) => [name, []]));
  const repeats = new Map(runners.map((runner) => [runner.name, warmUp(runner, leastMs)]));
  for (let turn = -UNCOUNTED; turn < rounds; turn++) {
    for (const { name, run } of runners) {
      const often = repeats.get(name) ?? 1;
      const started = performance.now();
      for (let again = 0; again < often; again++) run();
      if (turn >= 0) times.get(name)?.push((performance.now() - started) / often);
    }
  }
  return Object.fromEntries(Array.from(times, ([name, list]) => [name, Math.min(...list)]));
}

const UNCOUNTED = 2;

/** Runs until the compiler has settled; returns how many turns last `leastMs`. */
function warmUp({ run }: Runner, leastMs: number): number {
  const started = performance.now();
  let turns = 0;
  while (turns < 3 || performance.now() - started < 150) {
    run();
    turns += 1;
  }
  return Math.max(1, Math.ceil((leastMs * turns) / (performance.now() - started)));
}

export function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}

export function round(value: number, digits = 3): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
