import { isAtLeast } from '../../core/policy/authority.js';
import type { Command } from './command.js';

export const help: Command = {
  names: ['帮助', 'help'],
  least: 'member',
  usage: '/帮助 [命令]',
  summary: '看您在这里能用什么',
  run({ role, rest, desk }) {
    const wanted = rest.replace(/^[/／]/u, '').toLowerCase();
    const mine = desk.commands.filter((command) => isAtLeast(role, command.least));
    const named = mine.filter((command) => command.names.includes(wanted));
    const entries = (named.length > 0 ? named : mine).map(({ names, usage, summary }) => ({
      name: names[0] ?? '',
      alias: names[1] ?? '',
      usage,
      summary,
    }));
    return Promise.resolve({ kind: 'help', entries });
  },
};
