import type { Command } from './command.js';

export const about: Command = {
  names: ['关于', 'about'],
  least: 'member',
  usage: '/关于',
  summary: '谁在运行我,依据什么,怎样联系',
  place: 'any',
  run({ desk }) {
    const { name, operator, contact, approval } = desk.deps.organisation;
    return Promise.resolve({ kind: 'about', organisation: name, operator, contact, approval });
  },
};
