import { verify as verified } from '../notices/verify.js';
import type { Command } from './command.js';

export const verify: Command = {
  names: ['核验', 'verify'],
  least: 'member',
  usage: '/核验 编号或通知内容',
  summary: '查一条通知是不是真的,比如 /核验 T-2026-008',
  run(call) {
    const typed = call.rest.trim();
    return typed === '' ? Promise.resolve({ kind: 'usage', usage: verify.usage }) : verified(call, typed);
  },
};
