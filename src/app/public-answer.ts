import type { Answer } from '../core/model/answer.js';

/** Answers that everybody may hear are given where they were asked; the rest goes to the commander in private. */
const PUBLIC: readonly Answer['kind'][] = [
  'unknown-command',
  'refused',
  'help',
  'rules',
  'privacy',
  'usage',
  'about',
  'branch',
  'register-in-private',
  'roster-in-private',
  'admission-in-private',
  'quote-needed',
  'verified',
  'verified-changed',
  'verified-unknown',
  'verified-group',
];

export function isPublic({ kind }: Answer): boolean {
  return PUBLIC.includes(kind);
}
