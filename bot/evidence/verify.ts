import { z } from 'zod';
import type { Files } from './box.js';
import { AUDIT, CASE, holds, MANIFEST, sha256 } from './bundle.js';

const manifestSchema = z.object({
  format: z.string(),
  case: z.number(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});
const auditSchema = z.array(
  z.object({
    seq: z.number(),
    at: z.number(),
    actor: z.string(),
    kind: z.string(),
    groupId: z.string().nullable(),
    data: z.string(),
    previous: z.string(),
    hash: z.string(),
  }),
);
const piece = z.object({ text: z.string(), term: z.string(), kept: z.string() });
const caseSchema = z.object({ findings: z.array(z.object({ evidence: z.array(piece) })) });

export interface Verified {
  readonly caseId: number;
  readonly fingerprint: string;
  /** What does not fit, as Chinese sentences; empty: nothing was changed since it was made, manifest included or not. */
  readonly faults: readonly string[];
}

/**
 * Compares every file with the manifest, each link of the audit log with its hash, and the evidence with the digest that the
 * audit log took of it when the case was opened. Who changes everything alike, manifest and hashes too, is found by the
 * fingerprint alone.
 */
export function verifyBundle(files: Files): Verified {
  const manifest = read(files[MANIFEST], manifestSchema);
  const bytes = files[MANIFEST];
  if (manifest === null || bytes === undefined)
    return { caseId: 0, fingerprint: '', faults: [`${MANIFEST} 不在或读不懂`] };
  const expected = new Set([MANIFEST, ...manifest.files.map(({ name }) => name)]);
  const extra = Object.keys(files).filter((name) => !expected.has(name));
  const changed = manifest.files.flatMap(({ name, sha256: wanted }) => {
    const found = files[name];
    if (found === undefined) return [`缺少 ${name}`];
    return sha256(found) === wanted ? [] : [`${name} 改动过`];
  });
  return {
    caseId: manifest.case,
    fingerprint: sha256(bytes),
    faults: [...changed, ...extra.map((name) => `多了 ${name}`), ...inside(files)],
  };
}

function inside(files: Files): readonly string[] {
  const audit = read(files[AUDIT], auditSchema);
  const one = read(files[CASE], caseSchema);
  if (audit === null || one === null) return [`${AUDIT} 或 ${CASE} 读不懂`];
  const broken = audit
    .filter((entry) => !holds(entry))
    .map(({ seq }) => `审计日志第 ${seq} 条和它的哈希对不上`);
  const opened = audit.find(({ kind }) => kind === 'case-opened');
  const digest = opened === undefined ? null : digestIn(opened.data);
  const pieces = one.findings.flatMap(({ evidence }) => evidence);
  // What was let go of cannot be compared any more.
  if (digest === null || pieces.some(({ kept }) => kept === 'deleted')) return broken;
  const known = pieces.map(({ text, term }) => (text === '' ? term : text)).join('\n');
  return sha256(known) === digest ? broken : [...broken, '原文和立案时记下的摘要对不上'];
}

function digestIn(data: string): string | null {
  const parsed = z.object({ evidence: z.string() }).safeParse(JSON.parse(data));
  return parsed.success ? parsed.data.evidence : null;
}

function read<T>(bytes: Uint8Array | undefined, schema: z.ZodType<T>): T | null {
  if (bytes === undefined) return null;
  try {
    const result = schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
