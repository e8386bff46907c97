import type { ConductTelling } from './telling/conduct.js';
import type { DeskTelling } from './telling/desk.js';
import type { OperatingTelling } from './telling/operating.js';
import type { PeopleTelling } from './telling/people.js';
import type { RegisterTelling } from './telling/register.js';
import type { NoticesTelling } from './telling/notices.js';

/**
 * What a `tell` says, as data: the wording makes a sentence of it. One union a field of the bot's work
 * (`telling/<field>.ts`), each with its texts in `wording/tellings/<field>.ts`.
 */
export type Telling =
  ConductTelling | DeskTelling | NoticesTelling | OperatingTelling | PeopleTelling | RegisterTelling;
