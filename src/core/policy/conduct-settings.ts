import type { Preset } from './preset.js';

/** A stretch of the day on the group's wall clock, in minutes after midnight; `to` before `from` reaches over midnight. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** What a group for work may call off-topic (clause 3.18). */
export const OFF_TOPIC_KINDS = ['links', 'articles', 'images', 'chatter'] as const;
export type OffTopicKind = (typeof OFF_TOPIC_KINDS)[number];

/** How people behave over time (clauses 7.x), newcomers, links and pictures. */
export interface ConductSettings {
  /** When the group rests; null: always awake. */
  readonly quietHours: DaySpan | null;
  /** When work is done on working days; null: nothing is made of it. */
  readonly workingHours: DaySpan | null;
  /** For so many days what a new member links to is put before the owner; 0: never. */
  readonly probationDays: number;
  /** Domains that links may always lead to, their subdomains included. */
  readonly domains: readonly string[];
  readonly offTopic: readonly OffTopicKind[];
  /** Whether pictures are read for QR codes and known advertisements. */
  readonly pictures: PictureReading;
}

export const PICTURE_READINGS = ['read', 'ignore'] as const;
export type PictureReading = (typeof PICTURE_READINGS)[number];

export const DEFAULT_PROBATION_DAYS = 3;
export const MOST_PROBATION_DAYS = 90;

export const DEFAULT_CONDUCT: ConductSettings = {
  quietHours: null,
  workingHours: null,
  probationDays: DEFAULT_PROBATION_DAYS,
  domains: [],
  offTopic: [],
  pictures: 'read',
};

/** What a preset calls off-topic where the file does not say. */
export function presetOffTopic(preset: Preset): readonly OffTopicKind[] {
  return preset === 'work' ? ['links', 'articles'] : [];
}

const DAY_MINUTES = 24 * 60;

/** Reads `22:30-07:30`; null where it is not written so, or lasts no time at all. */
export function parseDaySpan(text: string): DaySpan | null {
  const match =
    /^(\d{1,2})[:\uff1a](\d{2})\s*[-\u2010-\u2015~\uff5e\uff0d\u81f3\u5230]\s*(\d{1,2})[:\uff1a](\d{2})$/u.exec(
      text.trim(),
    );
  if (match === null) return null;
  const from = minutesOf(match[1], match[2]);
  const to = minutesOf(match[3], match[4]);
  return from === null || to === null || from === to ? null : { from, to };
}

function minutesOf(hour: string | undefined, minute: string | undefined): number | null {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) > 59 || minutes > DAY_MINUTES ? null : minutes % DAY_MINUTES;
}

/** `22:30-07:30` */
export function daySpanText({ from, to }: DaySpan): string {
  return `${clockText(from)}-${clockText(to)}`;
}

function clockText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether a minute of the day lies in the span: `from` inclusive, `to` exclusive. */
export function isWithin({ from, to }: DaySpan, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** A domain as it may stand in the allow-list, in lower case and without scheme, path and `*.`; null where it is none. */
export function parseDomain(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/^(?:\*\.|www\.)/u, '')
    .replace(/[/?#].*$/u, '')
    .replace(/[.\u3002]$/u, '');
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u.test(host)
    ? host
    : null;
}
