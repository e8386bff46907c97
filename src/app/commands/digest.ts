import { daysUntil } from '../../core/policy/span.js';
import { totalsOf } from '../week.js';
import type { Command } from './command.js';

export const digest: Command = {
  names: ['周报', 'digest'],
  least: 'admin',
  usage: '/周报',
  summary: '最近七天的情况',
  async run({ desk, state, at }) {
    await desk.counters.flush();
    const span = daysUntil(at, 7, state.settings.digest.timezone);
    return { kind: 'digest', totals: await totalsOf(desk.deps.store, state, span) };
  },
};
