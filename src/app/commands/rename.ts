import { rename } from '../register/rename.js';
import type { Command } from './command.js';

export const renameCommand: Command = {
  names: ['改群名', 'rename'],
  least: 'owner',
  usage: '/改群名 [新名]',
  summary: '按格式改群名;不写就用我的建议',
  run(call) {
    const { desk, state, rest } = call;
    const wanted = rest.replaceAll(/\s+/gu, ' ').trim();
    const now = desk.deps.groupName(state.group.name);
    if (wanted === '' && now.ok) return Promise.resolve({ kind: 'name-in-order', name: state.group.name });
    const result = wanted === '' ? now : desk.deps.groupName(wanted);
    const proposed = wanted === '' ? result.suggestion : result.ok ? wanted : null;
    if (proposed === state.group.name)
      return Promise.resolve({ kind: 'name-in-order', name: state.group.name });
    if (proposed !== null) return rename(call, state, proposed);
    const { problems, suggestion } = result;
    return Promise.resolve({
      kind: 'name-unfit',
      name: result.name,
      problems: problems.map(({ message }) => message),
      suggestion,
    });
  },
};
