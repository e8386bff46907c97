import { HOUR } from '../../core/model/instant.js';
import type { Answer } from '../../core/model/answer.js';
import { isAtLeast } from '../../core/policy/authority.js';
import { removalBrake } from '../brake.js';
import { askForCode, CODE_SECONDS } from './by-code.js';
import type { Call } from './command.js';
import { putSetting } from './put-setting.js';

/** The setting of the brake on removals; see `/设置 移出上限`. */
export const BRAKE = '移出上限';
const KEY = 'brake.lifted-until';
const LIFT = /^(解除|放开|lift|off)$/iu;
const HOLD = /^(恢复|restore|on)$/iu;

/** Shows the brake on mass removal; only the organisation's staff lift it, for an hour, by a code. */
export async function setBrake(call: Call, word: string): Promise<Answer> {
  const mayLift = isAtLeast(call.role, 'staff');
  if (word === '' && (!mayLift || isLifted(call))) return shown(call);
  if (!mayLift) return { kind: 'refused', least: 'staff' };
  if (HOLD.test(word)) {
    await putSetting(call, KEY, '');
    return shown(call);
  }
  if (word !== '' && !LIFT.test(word)) return { kind: 'usage', usage: '/设置 移出上限 解除|恢复' };
  const code = askForCode(call, { kind: 'setting', key: BRAKE, value: '' });
  return { kind: 'confirm-setting', name: BRAKE, wider: 'unbraked', code, seconds: CODE_SECONDS };
}

/** Lifts the brake; who may is looked at again. */
export async function brakeConfirmed(call: Call): Promise<Answer> {
  if (!isAtLeast(call.role, 'staff')) return { kind: 'refused', least: 'staff' };
  await putSetting(call, KEY, String(call.at + HOUR));
  return shown(call);
}

async function shown(call: Call): Promise<Answer> {
  const { desk, state, at } = call;
  const { limit, removed } = await removalBrake(desk.deps, state, at);
  const until = isLifted(call) ? state.settings.brakeLiftedUntil : null;
  return { kind: 'brake-shown', limit, removed, until, timezone: state.settings.digest.timezone };
}

function isLifted({ state, at }: Call): boolean {
  const until = state.settings.brakeLiftedUntil;
  return until !== null && at < until;
}
