import { shownFormat } from '../../core/wording/card.js';
import { outstandingCards, remindNow } from '../card-table.js';
import type { Command } from './command.js';

/** The owner's table of cards that are not in order (clause 1.2), and a reminder by hand. */
export const cards: Command = {
  names: ['名片', 'cards'],
  least: 'admin',
  usage: '/名片 [提醒]',
  summary: '谁的名片还没改好;再提醒一次',
  async run({ desk, state, at, rest }) {
    const { deps, dispatch } = desk;
    const { template } = state.settings.card;
    if (template === null) return { kind: 'cards-off' };
    if (/^(?:提醒|remind)$/iu.test(rest)) {
      const { planned, count } = await remindNow({ deps, state, at });
      dispatch.add(planned);
      return { kind: 'cards-reminded', count };
    }
    const { rows, total } = await outstandingCards({ deps, state, at });
    const { format } = shownFormat(template);
    return { kind: 'cards', rows, total, format, timezone: state.settings.digest.timezone };
  },
};
