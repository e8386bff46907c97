import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * Everything that is measured. Labels take kinds, categories, states and outcomes: words of this program, a bounded number of
 * them, and never an id, a name or a text.
 */
export function createInstruments() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return { registry, ...counters([registry]), ...timers([registry]) };
}

function counters(registers: Registry[]) {
  const counter = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ): Counter<Label> => new Counter({ name: `qunshao_${name}_total`, help, labelNames, registers });
  return {
    events: counter('events', 'Events handled, by kind; messages before deduplication', ['kind']),
    decisions: counter('decisions', 'Cases opened; a message without a finding opens none', [
      'verdict',
      'category',
    ]),
    actions: counter('actions', 'Actions settled; a refusal is named by its reason', [
      'kind',
      'stage',
      'outcome',
    ]),
    logged: counter('log_lines', 'Warnings and errors logged, by their constant message', [
      'level',
      'message',
    ]),
    storeErrors: counter('store_errors', 'Calls of the store that failed', ['operation']),
  };
}

function timers(registers: Registry[]) {
  const timer = <Label extends string>(
    of: { readonly name: string; readonly help: string; readonly labelNames?: readonly Label[] },
    buckets: number[],
  ): Histogram<Label> => new Histogram({ ...of, name: `qunshao_${of.name}_seconds`, buckets, registers });
  return {
    lag: timer(
      { name: 'message_lag', help: 'From the time that the platform gave a message until it was handled' },
      [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600],
    ),
    handling: timer(
      { name: 'handling', help: 'Handling one event, waiting for its lane and the store included' },
      [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    ),
    store: timer(
      {
        name: 'store',
        help: 'One operation of the store: a transaction, or a call',
        labelNames: ['operation'],
      },
      [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    ),
  };
}

export type Instruments = ReturnType<typeof createInstruments>;

/** A gauge that is read when it is asked for. */
export function readGauge(registry: Registry, of: { name: string; help: string }, read: () => number): void {
  const gauge = new Gauge({
    ...of,
    registers: [],
    collect() {
      this.set(read());
    },
  });
  registry.registerMetric(gauge);
}
