import type { BackupSettings } from './backup.js';
import type { Instant } from '../model/instant.js';
import type { MemberClass } from '../model/people.js';
import { type CardSettings, cardSettings } from './card-settings.js';
import { type ConductSettings, DEFAULT_CONDUCT } from './conduct-settings.js';
import type { Ladder } from './ladder.js';
import { fitsPattern } from './pattern.js';
import { DEFAULT_REMINDERS, type Reminders } from './reminders.js';
import { type Mode, type Preset, presetTemplate, type Removal, type StrikeSharing } from './preset.js';

/** Who may issue notices in a group. No subjects: any. `until` exclusive; null: for good. */
export interface Publisher {
  readonly id: string;
  readonly subjects: readonly string[];
  readonly until: Instant | null;
}

/** The road of a submitted notice (clause 4.3). */
export interface NoticeSettings {
  /** How many persons must agree. */
  readonly approvals: 1 | 2;
  /** After so many hours without an answer it is asked again, then the deputy is asked, then it lapses. */
  readonly deadlineHours: number;
  /** Who is asked in the stead of those who do not answer; null: another administrator. */
  readonly deputyId: string | null;
  /** How many notices a day the bot publishes at most. */
  readonly perDay: number;
}

export interface DigestSettings {
  /** `Mon 09:00`; see `parseDueTime`. */
  readonly at: string;
  readonly timezone: string;
}

/** Everything settled for one group. `ownerId` and `adminIds` add to what the platform shows. */
export interface GroupSettings {
  readonly preset: Preset;
  readonly mode: Mode;
  readonly removal: Removal;
  readonly card: CardSettings;
  readonly strikes: Ladder;
  readonly publishers: readonly Publisher[];
  readonly notices: NoticeSettings;
  readonly digest: DigestSettings;
  /** Days after which the words of a settled case are let go of. */
  readonly evidenceDays: number;
  readonly ownerId: string | null;
  readonly adminIds: readonly string[];
  /** Owner or administrators whose rights over the bot rest for now. They stay exempt from removal. */
  readonly suspendedIds: readonly string[];
  /** Members whose findings are only recorded, by the owner's word. */
  readonly exemptIds: readonly string[];
  /** Accounts that may be in other hands: without rights and without strikes until they are verified. */
  readonly frozenIds: readonly string[];
  /** Until when the group was asked to pause; null: it was not. */
  readonly quietUntil: Instant | null;
  /** Until when the brake on removals is lifted, by the organisation's staff; null: it is not. */
  readonly brakeLiftedUntil: Instant | null;
  /** Rules on probation: what they find is recorded as in a watched group. */
  readonly observedRules: readonly string[];
  /** Rules that people corrected too often: what they find is never more than a suspicion. */
  readonly doubtedRules: readonly string[];
  /** Categories that the owner has switched off. */
  readonly offCategories: readonly string[];
  /** More members than this need an approval (A12.2). */
  readonly sizeLimit: number;
  readonly conduct: ConductSettings;
  readonly reminders: Reminders;
  /** Whether the owner is told of everybody who leaves, or it is only recorded. */
  readonly leaving: 'record' | 'tell';
  /** Classes whose members' findings are only recorded and whose cards are not looked at. */
  readonly exemptClasses: readonly MemberClass[];
  /** Ids of those classes, and of leaders and teachers; from the members' profiles, not from the file. */
  readonly classExemptIds: readonly string[];
  readonly respectedIds: readonly string[];
}

/** The association behind the groups. All empty where none is configured. No `groupNames`: group names are not looked at. */
export interface Organisation {
  readonly name: string;
  readonly words: readonly string[];
  readonly admins: readonly string[];
  readonly founded: number;
  /** Templates; a name is in order that fits one of them. */
  readonly groupNames: readonly string[];
  /** Majors of its own, beside the table. */
  readonly majors: readonly string[];
  readonly strikes: StrikeSharing;
  /** Who runs the bot, how to reach them, under which approval: told by /关于. Empty: not told. */
  readonly operator: string;
  readonly contact: string;
  readonly approval: string;
}

/** One group of the file: by `id`, or, where that is null, by a `name` in which `*` stands for any text. */
export interface GroupEntry {
  readonly id: string | null;
  readonly name: string | null;
  readonly settings: GroupSettings;
}

/** An address of this machine. Port 0: any that is free. */
export interface Listen {
  readonly host: string;
  readonly port: number;
}

/** How the program may be watched. `listen` null: it is not. */
export interface OperatingSettings {
  readonly listen: Listen | null;
  /** Whether other machines may ask too. */
  readonly beyondLoopback: boolean;
}

/** The whole configuration, defaults filled in. `database`: a path, or a postgres:// address (may hold a password). */
export interface Config {
  readonly organisation: Organisation;
  readonly groups: readonly GroupEntry[];
  readonly database: string;
  /** The address of the organisation's group robot; holds its key. Null: none. */
  readonly webhook: string | null;
  readonly operating: OperatingSettings;
  readonly backup: BackupSettings;
}

export const DEFAULT_OPERATING = { listen: null, beyondLoopback: false } as const satisfies OperatingSettings;
export const DEFAULT_DATABASE = 'data/qunshao.db';
export const DEFAULT_NOTICES = {
  approvals: 1,
  deadlineHours: 24,
  deputyId: null,
  perDay: 3,
} as const satisfies NoticeSettings;
export const DEFAULT_STRIKES = { warn: 1, final: 2, remove: 3, expireDays: 90 } as const satisfies Ladder;
export const DEFAULT_SIZE_LIMIT = 300;
export const DEFAULT_EVIDENCE_DAYS = 180;
export const DEFAULT_DIGEST = {
  at: 'Mon 09:00',
  timezone: 'Asia/Shanghai',
} as const satisfies DigestSettings;

export const NO_ORGANISATION: Organisation = {
  name: '',
  words: [],
  admins: [],
  founded: 1900,
  groupNames: [],
  majors: [],
  strikes: 'group',
  operator: '',
  contact: '',
  approval: '',
};

/** What holds for a group that the file does not list: it is only watched. */
export const UNLISTED: GroupSettings = {
  preset: 'alumni',
  mode: 'observe',
  removal: 'ask',
  card: cardSettings(presetTemplate('alumni')),
  strikes: DEFAULT_STRIKES,
  publishers: [],
  notices: DEFAULT_NOTICES,
  digest: DEFAULT_DIGEST,
  evidenceDays: DEFAULT_EVIDENCE_DAYS,
  ownerId: null,
  adminIds: [],
  suspendedIds: [],
  exemptIds: [],
  frozenIds: [],
  quietUntil: null,
  brakeLiftedUntil: null,
  observedRules: [],
  doubtedRules: [],
  offCategories: [],
  sizeLimit: DEFAULT_SIZE_LIMIT,
  conduct: DEFAULT_CONDUCT,
  reminders: DEFAULT_REMINDERS,
  leaving: 'record',
  exemptClasses: [],
  classExemptIds: [],
  respectedIds: [],
};

/** A group's settings as the file has them: by id, else by the first fitting name, else the defaults of an unlisted group. */
export function settingsOf(config: Config, groupId: string, groupName: string): GroupSettings {
  const byId = config.groups.find((entry) => entry.id === groupId);
  const fits = (entry: GroupEntry): boolean =>
    entry.id === null && entry.name !== null && fitsPattern(groupName, entry.name);
  return (byId ?? config.groups.find(fits))?.settings ?? UNLISTED;
}

/** The highest number that a setting of days or strikes may have. */
export const MOST_DAYS = 3650;
export const MOST_STRIKES = 100;
/** No platform has larger groups. */
export const MOST_MEMBERS = 100_000;

/** Two weeks: a notice older than that is news no more. */
export const MOST_DEADLINE_HOURS = 336;
export const MOST_NOTICES_A_DAY = 50;
