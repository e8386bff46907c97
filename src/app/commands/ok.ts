import { acceptOffer } from '../offers/index.js';
import { askedSince } from './bare-answer.js';
import type { Command } from './command.js';

export const ok: Command = {
  names: ['好', 'ok', '好的'],
  least: 'member',
  usage: '/好',
  summary: '同意我刚才的建议',
  place: 'any',
  run: async (call) => (await askedSince(call)) ?? acceptOffer(call),
};
