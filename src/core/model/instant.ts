/** A point in time: milliseconds since 1970-01-01T00:00:00Z. The core has no clock; every instant is handed in. */
export type Instant = number;

export const MINUTE: number = 60_000;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;
