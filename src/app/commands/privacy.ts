import type { Command } from './command.js';

export const privacy: Command = {
  names: ['隐私', 'privacy'],
  least: 'member',
  usage: '/隐私',
  summary: '我看什么,存什么',
  run: ({ desk, state }) =>
    Promise.resolve({
      kind: 'privacy',
      staffed: desk.deps.organisation.admins.length > 0,
      shared: desk.deps.organisation.strikes === 'shared',
      evidenceDays: state.settings.evidenceDays,
      contact: desk.deps.organisation.contact,
    }),
};
