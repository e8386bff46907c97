import { branchesFor } from '../register/branch.js';
import type { Command } from './command.js';

export const findGroup: Command = {
  names: ['找群', 'find'],
  least: 'member',
  usage: '/找群 城市',
  summary: '找当地校友会的群',
  place: 'any',
  async run({ desk, rest }) {
    const typed = rest.trim().slice(0, 20);
    if (typed === '') return { kind: 'branch', typed, understood: false, groups: [] };
    const { known, branches } = await branchesFor(desk.deps, typed);
    const groups = branches.slice(0, 9).map(({ name, standing, fit }) => ({ name, standing, fit }));
    return { kind: 'branch', typed, understood: known, groups };
  },
};
