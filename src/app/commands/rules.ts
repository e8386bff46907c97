import { shownFormat } from '../../core/wording/card.js';
import type { Command } from './command.js';

export const rules: Command = {
  names: ['群规', 'rules'],
  least: 'member',
  usage: '/群规',
  summary: '本群的规则',
  run({ state }) {
    const template = state.settings.card.template;
    const shown = template === null ? { format: null, example: '' } : shownFormat(template);
    return Promise.resolve({ kind: 'rules', groupName: state.group.name, ...shown });
  },
};
