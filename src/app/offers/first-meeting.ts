import { PRESETS } from '../../core/policy/preset.js';
import { putSetting } from '../commands/put-setting.js';
import type { OfferHandler } from './index.js';

/** The three proposals of the first meeting, taken together: the kind of group; card format and publishers follow from it. */
export const firstMeeting: OfferHandler = {
  least: 'owner',
  async accept(call, state, { data }) {
    const preset = PRESETS.find((one) => one === data) ?? state.settings.preset;
    if (preset !== state.settings.preset) await putSetting({ ...call, state }, 'preset', preset);
    return { kind: 'settled-in', groupName: state.group.name, preset };
  },
};
