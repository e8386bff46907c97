import { verify as verified } from '../notices/verify.js';
import type { Command } from './command.js';

export const verify: Command = {
  names: ['核验', 'verify'],
  least: 'member',
  usage: '/核验 通知编号、通知内容或群名',
  summary: '查一条通知或一个群是不是真的,比如 /核验 T-2026-008',
  place: 'any',
  quotes: true,
  run(call) {
    const typed = call.rest === '' ? (call.quote?.text ?? '').trim() : call.rest.trim();
    return typed === '' ? Promise.resolve({ kind: 'usage', usage: verify.usage }) : verified(call, typed);
  },
};
