import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate, type EvaluateOptions, type Scan } from '../../../bot/cli/eval.js';

class Sink extends Writable {
  text = '';
  isTTY = false;

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** The text is the score; from 0.4 a review, from 0.8 a violation. */
const scan: Scan = (text) => {
  const score = Number(text);
  const verdict = score >= 0.8 ? 'violation' : score >= 0.4 ? 'review' : 'allow';
  return { verdict, category: verdict === 'allow' ? null : 'fraud', score };
};

const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'));
  const mixed = lines(
    { text: '0.9', label: 1, category: 'ads' },
    { text: '0.5', label: 1, category: 'hatred_region' },
    { text: '0.1', label: 1, category: 'ads' },
    { text: '0.6', label: 0 },
    { text: '0', label: 0, category: 'none' },
  );
  await writeFile(join(folder, 'mixed.jsonl'), mixed);
  await writeFile(
    join(folder, 'benign.jsonl'),
    lines({ text: '0.45', label: 0 }, { text: '0.3' }, { text: '0.2', label: 0 }),
  );
  await writeFile(join(folder, 'bad.jsonl'), lines({ text: '1', label: 1 }, { text: '1', label: 'yes' }));
  await writeFile(join(folder, 'empty.jsonl'), '');
});
afterAll(() => rm(folder, { recursive: true }));

async function run(files: string[], more: Partial<EvaluateOptions> = {}) {
  const [output, log] = [new Sink(), new Sink()];
  log.isTTY = more.log?.isTTY === true;
  const paths = files.map((file) => join(folder, file));
  await evaluate({ files: paths, json: true, scan, stdin: Readable.from([]), ...more, output, log });
  return { out: output.text, log: log.text };
}

describe('eval', () => {
  it('an empty file: counts of 0, shares of null', async () => {
    const { out } = await run(['empty.jsonl']);
    expect(JSON.parse(out)).toMatchObject({
      files: [{ n: 0, precision: null, recallAtFpr: { '0.1%': null }, byCategory: [] }],
      benign: null,
    });
  });

  it('as computed by hand, on its own negatives', async () => {
    const { out, log } = await run(['mixed.jsonl']);
    expect(JSON.parse(out)).toEqual({
      files: [
        {
          file: join(folder, 'mixed.jsonl'),
          n: 5,
          positives: 3,
          negatives: 2,
          precision: 2 / 3,
          recall: 2 / 3,
          f1: 4 / 6,
          falsePositiveRate: 1 / 2,
          violationRecall: 1 / 3,
          violationFalsePositiveRate: 0,
          recallAtFpr: { '0.1%': 1 / 3, '0.5%': 1 / 3, '1%': 1 / 3 },
          thresholdAtFpr: { '0.1%': 0.6, '0.5%': 0.6, '1%': 0.6 },
          byCategory: [
            { category: 'ads', n: 2, recall: 0.5 },
            { category: 'hatred_region', n: 1, recall: 1 },
          ],
        },
      ],
      benign: null,
    });
    expect(log).toBe('');
  });

  it('on a benign file: its rows may be without labels', async () => {
    const benign = join(folder, 'benign.jsonl');
    const { out } = await run(['mixed.jsonl'], { benign });
    expect(JSON.parse(out)).toMatchObject({
      files: [{ recallAtFpr: { '0.1%': 2 / 3, '1%': 2 / 3 }, falsePositiveRate: 1 / 2 }],
      benign: { file: benign, n: 3, flagged: 1, falsePositiveRate: 1 / 3, violationFalsePositiveRate: 0 },
    });
  });

  it('the table for people names every file and category', async () => {
    const { out } = await run(['mixed.jsonl', 'empty.jsonl'], {
      json: false,
      benign: join(folder, 'benign.jsonl'),
    });
    for (const word of ['mixed.jsonl', 'empty.jsonl', '66.67%', 'hatred_region', '误报率', '无害样本']) {
      expect(out).toContain(word);
    }
  });

  it('another label is refused with file, line and what to do', async () => {
    await expect(run(['bad.jsonl'])).rejects.toThrow(/bad\.jsonl 第 2 行:字段 "label" 只能是 0 或 1/u);
  });

  it('progress is shown on a terminal only', async () => {
    const log = Object.assign(new Sink(), { isTTY: true });
    expect((await run(['mixed.jsonl'], { log })).log).toContain('\r');
  });
});
