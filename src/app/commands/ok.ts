import { acceptOffer } from '../offers/index.js';
import type { Command } from './command.js';

export const ok: Command = {
  names: ['好', 'ok', '好的'],
  least: 'member',
  usage: '/好',
  summary: '同意我刚才的建议',
  place: 'any',
  run: acceptOffer,
};
