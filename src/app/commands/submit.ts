import { submit as submitted } from '../notices/submit.js';
import type { Command } from './command.js';

export const submit: Command = {
  names: ['投稿', 'submit'],
  least: 'member',
  usage: '/投稿 内容 来源:谁发的 有效至:哪天',
  summary: '把一条通知交给群主审核,由我编号发布',
  async run(call) {
    return (await submitted(call)) ?? { kind: 'usage', usage: submit.usage };
  },
};
