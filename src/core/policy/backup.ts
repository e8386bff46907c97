/** Copies of the database that the bot makes by itself; only of an SQLite file. */
export interface BackupSettings {
  /** When, as a calendar reads it (`daily 03:30`); null: never. */
  readonly at: string | null;
  /** How many are kept; at least one. */
  readonly keep: number;
  /** Null: the folder `backups` beside the database. */
  readonly directory: string | null;
}

/** At night, when least is written; a week of copies. */
export const DEFAULT_BACKUP = {
  at: 'daily 03:30',
  keep: 7,
  directory: null,
} as const satisfies BackupSettings;

export const MOST_BACKUPS = 1000;
