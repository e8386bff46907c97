import type { Telling } from '../../../src/core/model/telling.js';
import { CONDUCT_SENTENCES } from './conduct.js';
import { DESK_TELLINGS } from './desk.js';
import { OPERATING_TELLINGS } from './operating.js';
import { NOTICE_TELLINGS } from './notices.js';
import { PEOPLE_TELLINGS } from './people.js';
import { REGISTER_TOLD } from './register.js';

/** Every kind of telling, in every variant that has words of its own. A kind left out does not compile. */
export const TELLINGS: Readonly<Record<Telling['kind'], readonly Telling[]>> = {
  ...DESK_TELLINGS,
  ...OPERATING_TELLINGS,
  ...CONDUCT_SENTENCES,
  ...PEOPLE_TELLINGS,
  ...REGISTER_TOLD,
  ...NOTICE_TELLINGS,
};
