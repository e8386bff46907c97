import type { AvatarBook } from './people/avatars.js';
import type { AlarmClock } from './alarms/clock.js';
import type { IncidentBoard } from './conduct/board.js';
import type { Standstill } from './standstill.js';
import type { NoticeRegister } from './notices/register.js';
import type { CardParser } from '../core/card/compile.js';
import type { Places } from '../core/group-name/branch.js';
import type { GroupNameChecker } from '../core/group-name/check.js';
import type { MatchTables } from '../core/roster/match.js';
import type { Compare } from '../core/identity/likeness.js';
import type { WordTools } from './own-words.js';
import type { Instant } from '../core/model/instant.js';
import type { Message } from '../core/model/message.js';
import type { NoticeClaim } from '../core/policy/authority.js';
import type { HolidayTable } from '../core/policy/holidays.js';
import type { PaceLimits } from '../core/policy/pace.js';
import type { SignatureBook } from './conduct/signature-book.js';
import type { Leadership } from '../ports/leadership.js';
import type { Meter } from '../ports/meter.js';
import type { Pictures } from '../ports/pictures.js';
import type { Tables } from '../ports/tables.js';
import type { FoldTable } from '../core/text/fold.js';
import type { CardManner } from '../core/policy/card-settings.js';
import type { GroupSettings, Organisation } from '../core/policy/settings.js';
import type { Rule } from '../core/rules/rule.js';
import type { Attach, Calendar, Clock, Log, Platform, Store } from '../ports.js';

export interface Identity {
  readonly compare: Compare;
  readonly claimsOffice: (shown: string) => boolean;
}

/** What the use-cases are made of; put together by `bot/main.ts`, `bot/plugin.ts` and the replay. */
export interface Deps {
  readonly store: Store;
  /** `shadow` performs what a watched group would have seen: it does nothing and says `done`. */
  readonly platforms: { readonly live: Platform; readonly shadow: Platform };
  readonly clock: Clock;
  /** Whether the platform can be acted on now; what is due waits where it cannot. */
  readonly mayAct: () => boolean;
  /** How fast the bot may speak. */
  readonly pace: PaceLimits;
  readonly calendar: Calendar;
  /** Holidays and the days worked instead, as the state settled them. */
  readonly holidays: HolidayTable;
  /** What is to be looked at again at a set time; see `app/alarms`. */
  readonly alarms: AlarmClock;
  /** What happens to groups all at once; see `app/conduct/incidents`. */
  readonly incidents: IncidentBoard;
  /** What was prohibited and is recognised again; see `app/conduct/duplicates`. */
  readonly signatures: SignatureBook;
  /** What counts as the same character. */
  readonly folding: FoldTable;
  readonly pictures: Pictures;
  readonly avatars: AvatarBook;
  /** Spreadsheets that were sent in private. */
  readonly tables: Tables;
  readonly log: Log;
  readonly meter: Meter;
  readonly rules: readonly Rule[];
  readonly organisation: Organisation;
  /** The settings of a group as the file has them; what owners changed is laid over them by the store. */
  readonly settings: (groupId: string, groupName: string) => GroupSettings;
  readonly groupName: GroupNameChecker;
  readonly card: (template: string, manner: CardManner) => CardParser;
  /** How near names come to each other, and whether a name claims an office. */
  readonly identity: Identity;
  readonly places: Places;
  /** Which names of majors mean the same, and how characters are simplified. */
  readonly names: MatchTables;
  /** A one-way digest with the bot's own key: for names that are compared and never read back. */
  readonly keyed: (text: string) => string;
  /** What a notice claims: whose authority, on what. */
  readonly notice: (message: Message, groupName: string) => NoticeClaim;
  /** The published notices, ready for comparison. */
  readonly published: NoticeRegister;
  /** Whether there is a robot to tell the organisation by. */
  readonly reports: boolean;
  /** Pictures and files that go with what is said. */
  readonly attach: Attach;
  /** What words of a group's own are found with. */
  readonly words: WordTools;
  /** A one-way digest of evidence, for the audit log. */
  readonly digest: (text: string) => string;
  /** The time in which nothing can be recorded. */
  readonly standstill: Standstill;
  /** The name under which this process claims actions. */
  readonly worker: string;
  /** Which groups this process acts for, where several share a database. */
  readonly leadership: Leadership;
  /** Faults found at start that an administrator should see in /状态: a missing lexicon, say. */
  readonly warnings: readonly string[];
}

/** How long a claim on an action lasts before another process may take it over, ms. */
export const LEASE: Instant = 60_000;
