import { createHash, createHmac } from 'node:crypto';
import { createShadow } from '../src/app/shadow.js';
import { createAlarmClock } from '../src/app/alarms/clock.js';
import { createAvatarBook } from '../src/app/people/avatars.js';
import { createSignatureBook } from '../src/app/conduct/signature-book.js';
import { ALONE, type Leadership } from '../src/ports/leadership.js';
import { type Meter, NO_METER } from '../src/ports/meter.js';
import { NO_PICTURES, type Pictures } from '../src/ports/pictures.js';
import { NO_TABLES, type Tables } from '../src/ports/tables.js';
import { createIncidentBoard } from '../src/app/conduct/board.js';
import type { Deps } from '../src/app/deps.js';
import { createStandstill } from '../src/app/standstill.js';
import type { Trouble } from '../src/ports/trouble.js';
import { storeTrouble } from '../src/store/trouble.js';
import { createNoticeRegister } from '../src/app/notices/register.js';
import { PACE, type PaceLimits } from '../src/core/policy/pace.js';
import { type Config, settingsOf } from '../src/core/policy/settings.js';
import { claimOf } from '../src/core/rules/notice.js';
import { createCalendar } from '../src/schedule/calendar.js';
import type { Clock, Log, Platform, Store } from '../src/ports.js';
import { createAttach } from './attach.js';
import type { Engine } from './engine.js';
import { createWordTools } from './word-tools.js';

export interface Outside {
  readonly store: Store;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  readonly worker: string;
  /** What counts what is done; nobody unless told. */
  readonly meter?: Meter | undefined;
  /** Where several processes share the database; else this one leads everything. */
  readonly leadership?: Leadership | undefined;
  /** What looks at pictures; they are not judged where it is left out. */
  readonly pictures?: Pictures | undefined;
  /** What reads the spreadsheets that are sent in private. */
  readonly tables?: Tables | undefined;
  /** Tells the organisation's robot; where it is left out, the platform's own word stands. */
  readonly report?: Platform['report'] | undefined;
  /** Whether the platform can be acted on now; always unless told. */
  readonly mayAct?: (() => boolean) | undefined;
  /** How fast the bot may speak; like a person unless told. */
  readonly pace?: PaceLimits | undefined;
}

/** Puts the use-cases together with one outside: the real platform, the playground or a replay. */
export function compose(config: Config, engine: Engine, outside: Outside): Deps {
  const { organisation } = config;
  const live =
    outside.report === undefined ? outside.platform : { ...outside.platform, report: outside.report };
  const { clock, log, leadership = ALONE } = outside;
  const { standstill, store } = standstillOf(config, outside);
  return {
    store,
    standstill,
    platforms: { live, shadow: createShadow(live) },
    reports: config.webhook !== null,
    clock,
    mayAct: outside.mayAct ?? (() => true),
    pace: outside.pace ?? PACE,
    calendar: createCalendar(),
    holidays: engine.holidays,
    alarms: createAlarmClock(),
    incidents: createIncidentBoard(),
    signatures: createSignatureBook(),
    folding: engine.folding,
    pictures: outside.pictures ?? NO_PICTURES,
    avatars: createAvatarBook(),
    tables: outside.tables ?? NO_TABLES,
    log,
    meter: outside.meter ?? NO_METER,
    rules: engine.rules,
    organisation,
    settings: (groupId, groupName) => settingsOf(config, groupId, groupName),
    card: engine.card,
    identity: engine.identity,
    names: engine.names,
    keyed: keyedBy(`qunshao ${organisation.name}`, config.database),
    groupName: engine.groupName,
    places: engine.places,
    notice: (message, groupName) => claimOf(message, groupName, organisation),
    published: createNoticeRegister(),
    attach: createAttach(store),
    words: createWordTools(),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    worker: outside.worker,
    leadership,
    warnings: engine.warnings,
  };
}

/** Where several processes share a database, they look after its standstills together. */
function standstillOf({ database }: Config, { store, clock, log, leadership = ALONE }: Outside) {
  const trouble = (error: unknown): Trouble | null =>
    leadership.kind === 'shared' ? null : storeTrouble(error, database);
  return createStandstill({ store, clock, log, trouble });
}

/**
 * The key is made of what only this installation has; a copy of the database alone does not tell whose name a hash is of. Where it is given,
 * the address of the database is left out: processes that share one may know it by different addresses, and it may move.
 */
function keyedBy(organisation: string, database: string): (text: string) => string {
  const given = process.env['QUNSHAO_KEY'] ?? '';
  const secret = given === '' ? `${organisation} ${database} ` : `${organisation} ${given}`;
  const key = createHash('sha256').update(secret).digest();
  return (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
}
