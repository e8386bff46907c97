import type { Telling } from '../model/telling.js';
import { CONDUCT_TELLINGS } from './tellings/conduct.js';
import { DESK_TELLINGS } from './tellings/desk.js';
import { NOTICES_TELLINGS } from './tellings/notices.js';
import { OPERATING_TELLINGS } from './tellings/operating.js';
import { PEOPLE_TELLINGS } from './tellings/people.js';
import { REGISTER_TELLINGS } from './tellings/register.js';
import { textIn, type Texts } from './texts.js';

const TEXTS: Texts<Telling> = {
  ...CONDUCT_TELLINGS,
  ...DESK_TELLINGS,
  ...NOTICES_TELLINGS,
  ...OPERATING_TELLINGS,
  ...PEOPLE_TELLINGS,
  ...REGISTER_TELLINGS,
};

/** The sentence that a `tell` says. */
export function tellingText(telling: Telling): string {
  return textIn(TEXTS, telling);
}
