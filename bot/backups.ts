import { dirname, join } from 'node:path';
import type { BackupSettings } from '../src/core/policy/backup.js';
import { DEFAULT_DIGEST } from '../src/core/policy/settings.js';
import type { Calendar, Clock, Log } from '../src/ports.js';
import type { Instant } from '../src/core/model/instant.js';
import { backupsIn, makeBackup } from '../src/store/scheduled-backup.js';
import { isPostgres } from '../src/store/open.js';

/** Makes the backups that are due, beside everything else. */
export interface Backups {
  /** When the next one is due; a past instant where one was missed. */
  dueAt(): Instant;
  /** Makes the one that is due at the clock's now; nothing where none is. Never throws: what fails is logged and tried again. */
  runDue(): Promise<void>;
  /** Waits for the one under way. */
  stop(): Promise<void>;
}

export interface BackupsOptions {
  readonly database: string;
  readonly settings: BackupSettings;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly log: Log;
}

const TRY_AGAIN: Instant = 3_600_000;
/** A bot that only starts and stops makes none; a clock that was set is noticed. */
const LOOK_MS = 60_000;

/** Null: there are none to make; the operator of a PostgreSQL database has its own tools. */
export function createBackups(options: BackupsOptions): Backups | null {
  const { database, settings } = options;
  if (settings.at === null || database === ':memory:') return null;
  if (isPostgres(database)) {
    options.log.info(
      { advice: 'PostgreSQL 请用 pg_dump 定时备份,见 docs/reliability.md' },
      'no backups made',
    );
    return null;
  }
  return new DueBackups(options, settings.at, directoryOf(options));
}

function directoryOf({ database, settings }: Pick<BackupsOptions, 'database' | 'settings'>): string {
  return settings.directory ?? join(dirname(database), 'backups');
}

class DueBackups implements Backups {
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private heldUntil: Instant = -Infinity;

  constructor(
    private readonly options: BackupsOptions,
    private readonly at: string,
    private readonly directory: string,
  ) {
    this.timer = setInterval(() => void this.runDue(), LOOK_MS);
    this.timer.unref();
  }

  /** What is dated later than now was made by a clock that went wrong: it is no reason to make none. */
  dueAt(): Instant {
    const { clock, calendar } = this.options;
    const now = clock.now();
    const last = backupsIn(this.directory).findLast(({ at }) => at <= now + LOOK_MS);
    const owed = calendar.previous(this.at, DEFAULT_DIGEST.timezone, now);
    const due = last !== undefined && last.at >= owed ? this.next(now) : owed;
    return Math.max(due, this.heldUntil > now + TRY_AGAIN ? -Infinity : this.heldUntil);
  }

  async runDue(): Promise<void> {
    if (this.running !== null) return this.running;
    if (this.dueAt() > this.options.clock.now()) return;
    this.running = this.make().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private next(now: Instant): Instant {
    return this.options.calendar.next(this.at, DEFAULT_DIGEST.timezone, now);
  }

  private async make(): Promise<void> {
    const { database, settings, clock, log } = this.options;
    const at = clock.now();
    try {
      const made = await makeBackup(database, { directory: this.directory, keep: settings.keep, at });
      const { chain, ...rest } = made;
      log.info({ ...rest, entries: chain.entries }, 'backup made');
      if (chain.kind === 'broken')
        log.error({ entry: chain.brokenAt, advice: '请运行 qunshao audit verify' }, 'audit chain broken');
    } catch (error) {
      this.heldUntil = at + TRY_AGAIN;
      log.error({ fault: error instanceof Error ? error.message : typeof error }, 'backup failed');
    }
  }
}
