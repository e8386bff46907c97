import type { Answer } from '../../core/model/answer.js';
import { applyForRegister, approveRegister, returnRegister } from '../register/approve.js';
import { enlarge } from '../register/enlarge.js';
import { fillForm } from '../register/fill.js';
import { listGroup, unlistGroup } from '../register/listed.js';
import { formOf, missingOf, ownerOf, sizeLimitOf } from '../register/form.js';
import type { Call, Command } from './command.js';

type Part = (call: Call, rest: string) => Promise<Answer>;

/** What the organisation's staff may do beside what an owner may. */
const OF_STAFF: Readonly<Record<string, Part>> = {
  批准: approveRegister,
  退回: returnRegister,
  登记: listGroup,
  注销: unlistGroup,
};

const PARTS: Readonly<Record<string, Part>> = {
  填: (call, rest) =>
    call.inGroup ? Promise.resolve({ kind: 'register-in-private' }) : fillForm(call, rest),
  申请: applyForRegister,
  扩群: enlarge,
};

export const register: Command = {
  names: ['备案', 'register'],
  least: 'owner',
  usage: '/备案 [填 …|申请|扩群 人数]',
  summary: '备案表:看、填、申请;工作人员:批准、退回、登记',
  async run(call) {
    const [word = '', rest = ''] = wordAndRest(call.rest);
    if (word === '') return formView(call);
    const part = Object.hasOwn(PARTS, word) ? PARTS[word] : undefined;
    if (part !== undefined) return part(call, rest);
    const ofStaff = Object.hasOwn(OF_STAFF, word) ? OF_STAFF[word] : undefined;
    if (ofStaff === undefined) return { kind: 'usage', usage: register.usage };
    return call.role === 'staff' ? ofStaff(call, rest) : { kind: 'refused', least: 'staff' };
  },
};

function wordAndRest(text: string): readonly string[] {
  const word = /^\S*/u.exec(text)?.[0] ?? '';
  return [word, text.slice(word.length).trim()];
}

async function formView({ desk, state }: Call): Promise<Answer> {
  const { store, platforms } = desk.deps;
  const form = await formOf(store, state);
  const posts = await store.posts(state.group.id);
  const { purpose, standing, appliedAt, approvedAt, approval } = form;
  return {
    kind: 'register',
    view: {
      groupName: state.group.name,
      standing,
      purpose,
      place: form.place,
      posts,
      missing: missingOf(form, posts),
      ownerKnown: ownerOf(desk.deps, state) !== null,
      appliedAt,
      approvedAt,
      approval,
      members: (await platforms.live.members(state.group.id)).length,
      limit: sizeLimitOf(form, state),
      timezone: state.settings.digest.timezone,
    },
  };
}
