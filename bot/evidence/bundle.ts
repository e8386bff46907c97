import { createHash } from 'node:crypto';
import { linkHash } from '../../src/store/chain.js';
import { type Collected, FORMAT } from './collect.js';
import type { Files } from './box.js';
import { evidencePage } from './page.js';

export const CASE = 'case.json';
export const AUDIT = 'audit.json';
const PAGE = 'page.html';
export const MANIFEST = 'manifest.json';

export interface Bundle {
  readonly files: Files;
  /** SHA-256 of the manifest: whoever keeps it apart can tell whether anything was changed. */
  readonly fingerprint: string;
}

/** The files of a case with their hashes. The same case at the same moment gives the same bytes. */
export function bundleOf(collected: Collected): Bundle {
  const contents: Files = {
    [CASE]: jsonOf(collected.file),
    [AUDIT]: jsonOf(collected.audit),
    [PAGE]: Buffer.from(evidencePage(collected), 'utf8'),
  };
  const listed = Object.entries(contents).map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }));
  const { madeAt, case: one } = collected.file;
  const manifest = jsonOf({ format: FORMAT, case: one.id, madeAt, files: listed });
  return { files: { ...contents, [MANIFEST]: manifest }, fingerprint: sha256(manifest) };
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function jsonOf(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}

/** Whether a link of the audit log carries the hash that its fields give. */
export function holds(entry: Collected['audit'][number]): boolean {
  const { seq, at, actor, kind, groupId, data, previous, hash } = entry;
  return linkHash(previous, { seq, at, actor, kind, group_id: groupId, data }) === hash;
}
