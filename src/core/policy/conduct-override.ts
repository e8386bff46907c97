import {
  type ConductSettings,
  MOST_PROBATION_DAYS,
  OFF_TOPIC_KINDS,
  parseDaySpan,
  parseDomain,
  PICTURE_READINGS,
} from './conduct-settings.js';

type ConductChange = (conduct: ConductSettings, value: string) => ConductSettings | null;

function span(key: 'quietHours' | 'workingHours'): ConductChange {
  return (conduct, value) => {
    if (value === 'none') return { ...conduct, [key]: null };
    const parsed = parseDaySpan(value);
    return parsed === null ? null : { ...conduct, [key]: parsed };
  };
}

function listOf<T extends string>(value: string, allowed: (word: string) => T | null): readonly T[] | null {
  if (value === 'none') return [];
  const words = value.split(/[\s,\uff0c\u3001]+/u).filter((word) => word !== '');
  const read = words.map(allowed);
  return read.some((one) => one === null) ? null : [...new Set(read.filter((one) => one !== null))];
}

/** The settings of conduct that an owner may change by command, by key. Null: the value does not fit. */
export const CONDUCT_CHANGES: readonly (readonly [string, ConductChange])[] = [
  ['conduct.quiet-hours', span('quietHours')],
  ['conduct.working-hours', span('workingHours')],
  [
    'conduct.probation-days',
    (conduct, value) => {
      const days = /^\d{1,3}$/u.test(value) ? Number(value) : -1;
      return days < 0 || days > MOST_PROBATION_DAYS ? null : { ...conduct, probationDays: days };
    },
  ],
  [
    'conduct.domains',
    (conduct, value) => {
      const domains = listOf(value, parseDomain);
      return domains === null ? null : { ...conduct, domains };
    },
  ],
  [
    'conduct.off-topic',
    (conduct, value) => {
      const offTopic = listOf(value, (word) => OFF_TOPIC_KINDS.find((kind) => kind === word) ?? null);
      return offTopic === null ? null : { ...conduct, offTopic };
    },
  ],
  [
    'conduct.pictures',
    (conduct, value) => {
      const pictures = PICTURE_READINGS.find((one) => one === value);
      return pictures === undefined ? null : { ...conduct, pictures };
    },
  ],
];
