import { overlapsOf } from '../register/overlap.js';
import type { Command } from './command.js';

export const overlap: Command = {
  names: ['重叠', 'overlap'],
  least: 'staff',
  usage: '/重叠',
  summary: '同一地方的几个群:人数、重复的人、合并建议',
  place: 'any',
  run: async ({ desk }) => ({ kind: 'overlaps', overlaps: await overlapsOf(desk.deps, desk.groups) }),
};
