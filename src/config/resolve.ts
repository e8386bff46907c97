import type { CardSettings } from '../core/policy/card-settings.js';
import { parseDay, startOfDay } from '../core/policy/localtime.js';
import { presetTemplate } from '../core/policy/preset.js';
import type {
  Config,
  GroupEntry,
  GroupSettings,
  NoticeSettings,
  OperatingSettings,
  Organisation,
  Publisher,
} from '../core/policy/settings.js';
import { conductFrom } from './conduct.js';
import { backupFrom } from './backup.js';
import { parseListen } from './operating.js';
import { remindersFrom } from './reminders.js';
import type { ConfigFile, GroupInFile } from './schema.js';

function organisationOf(written: ConfigFile['organisation']): Organisation {
  // The robot's address holds a key: it goes no further than it must.
  const { 'group-name': groupName, webhook: _webhook, ...rest } = written;
  return { ...rest, groupNames: groupName === undefined ? [] : [groupName].flat() };
}

/** The last day counts in full: the right ends when the next day begins in the group's zone. */
function untilOf(date: string | undefined, timezone: string): number | null {
  const day = date === undefined ? null : parseDay(date);
  return day === null ? null : startOfDay(day + 1, timezone);
}

function publishersOf({ publishers, digest }: GroupInFile): readonly Publisher[] {
  return publishers.map(({ id, subjects, until }) => ({
    id,
    subjects,
    until: untilOf(until, digest.timezone),
  }));
}

function cardFrom({ card, preset }: GroupInFile): CardSettings {
  return {
    template: card.template ?? presetTemplate(preset),
    deadlineDays: card['deadline-days'],
    manner: {
      graduation: card.graduation,
      latinNames: card['latin-names'],
      longestName: card['longest-name'],
    },
    pausesOnHolidays: card.holidays === 'pause',
  };
}

function noticesOf({ notices }: GroupInFile): NoticeSettings {
  return {
    approvals: notices.approvals,
    deadlineHours: notices['deadline-hours'],
    deputyId: notices.deputy ?? null,
    perDay: notices['per-day'],
  };
}

function settingsFrom(group: GroupInFile): GroupSettings {
  const { 'expire-days': expiry, ...steps } = group.strikes;
  return {
    preset: group.preset,
    mode: group.mode,
    removal: group.removal,
    card: cardFrom(group),
    strikes: { ...steps, expireDays: expiry === 'never' ? null : expiry },
    publishers: publishersOf(group),
    notices: noticesOf(group),
    digest: group.digest,
    leaving: group.leaving,
    exemptClasses: group['exempt-classes'],
    classExemptIds: [],
    respectedIds: [],
    evidenceDays: group['evidence-days'],
    ownerId: group.owner ?? null,
    adminIds: group.admins,
    suspendedIds: [],
    exemptIds: [],
    frozenIds: [],
    quietUntil: null,
    brakeLiftedUntil: null,
    observedRules: [],
    doubtedRules: [],
    offCategories: [],
    sizeLimit: group['size-limit'],
    conduct: conductFrom(group.conduct, group.preset),
    reminders: remindersFrom(group.reminders),
  };
}

function entryOf(group: GroupInFile): GroupEntry {
  return { id: group.id ?? null, name: group.name ?? null, settings: settingsFrom(group) };
}

function operatingOf({ listen, ...rest }: ConfigFile['operating']): OperatingSettings {
  return {
    listen: listen === undefined ? null : parseListen(listen),
    beyondLoopback: rest['beyond-loopback'],
  };
}

/** The file in core words. */
export function resolve(file: ConfigFile): Config {
  return {
    organisation: organisationOf(file.organisation),
    groups: file.groups.map(entryOf),
    database: file.database,
    webhook: file.organisation.webhook ?? null,
    operating: operatingOf(file.operating),
    backup: backupFrom(file.backup),
  };
}
