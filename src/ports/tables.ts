/** A file that somebody sent the bot in private. */
export interface SentFile {
  /** The message's id; null where the platform gives none. */
  readonly id: string | null;
  /** As the sender named it. */
  readonly name: string;
}

/** Reads spreadsheets that were sent, within bounds of size and rows. */
export interface Tables {
  /** The cells as text, row by row; null where the file cannot be had or is no table. Never throws. */
  read(file: SentFile): Promise<readonly (readonly string[])[] | null>;
}

/** Where there is nothing to read with. */
export const NO_TABLES: Tables = { read: () => Promise.resolve(null) };
