import { rulesOf } from '../reminders.js';
import type { Command } from './command.js';

export const rules: Command = {
  names: ['群规', 'rules'],
  least: 'member',
  usage: '/群规',
  summary: '本群的规则',
  run({ state }) {
    return Promise.resolve({ kind: 'rules', ...rulesOf(state) });
  },
};
