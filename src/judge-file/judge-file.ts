import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { type JudgeModel, placingOf, rowBytes } from '../core/judge/model.js';
import { CONTENT_CATEGORIES } from '../core/model/category.js';

/**
 * First line of the file; the second is the header (JSON), the rest the table, compressed (Brotli): half the size.
 * First the fingerprints of all rows, which do not compress, then the weights of all rows.
 */
const MAGIC = 'qunshao-judge-4';
const NEWLINE = 10;
const TIGHTEST = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  },
};

const header = z.strictObject({
  rows: z.int().refine((rows) => placingOf(rows) !== null),
  categories: z.array(
    z.strictObject({
      category: z.enum(CONTENT_CATEGORIES),
      clause: z.string(),
      bias: z.number(),
      scale: z.number(),
      slope: z.number(),
      offset: z.number(),
      review: z.number(),
      confirm: z.number(),
      clear: z.number(),
      back: z.number(),
    }),
  ),
});

export class JudgeFileError extends Error {
  override readonly name = 'JudgeFileError';
}

/** @throws JudgeFileError where the file is no judge or is cut short; Node's error where it cannot be read */
export function readJudge(path: string): JudgeModel {
  const bytes = readFileSync(path);
  const first = bytes.indexOf(NEWLINE);
  const second = bytes.indexOf(NEWLINE, first + 1);
  if (second < 0 || bytes.toString('utf8', 0, first) !== MAGIC) throw broken(path, '不是模型文件');
  const { rows, categories } = readHeader(path, bytes.toString('utf8', first + 1, second));
  const size = rowBytes({ categories }) * rows;
  const table = unpack(bytes.subarray(second + 1), size);
  if (table?.length !== size) throw broken(path, `长度不对,应有 ${size} 字节权重`);
  return { rows, categories, table: together(table, rows) };
}

function apart(table: Uint8Array, rows: number): Uint8Array {
  const width = table.length / rows;
  return table.map((_none, at) => {
    if (at < rows) return table[at * width] ?? 0;
    const weight = at - rows;
    return table[Math.floor(weight / (width - 1)) * width + 1 + (weight % (width - 1))] ?? 0;
  });
}

function together(parts: Uint8Array, rows: number): Uint8Array {
  const width = parts.length / rows;
  return new Uint8Array(parts.length).map((_none, at) => {
    const row = Math.floor(at / width);
    const column = at % width;
    return (column === 0 ? parts[row] : parts[rows + row * (width - 1) + column - 1]) ?? 0;
  });
}

/** Null: damaged, or longer than it may be. */
function unpack(packed: Buffer, size: number): Buffer | null {
  try {
    return brotliDecompressSync(packed, { maxOutputLength: size });
  } catch {
    return null;
  }
}

function readHeader(path: string, text: string): z.infer<typeof header> {
  try {
    return header.parse(JSON.parse(text));
  } catch {
    throw broken(path, '开头的说明读不懂');
  }
}

function broken(path: string, what: string): JudgeFileError {
  return new JudgeFileError(`${path}:${what};请重新训练(qunshao train)或恢复原来的文件`);
}

/** A model remembers pieces of what it was trained on: only its owner may read a new file. */
export function writeJudge(path: string, model: JudgeModel): void {
  const { rows, categories, table } = model;
  const head = Buffer.from(`${MAGIC}\n${JSON.stringify({ rows, categories })}\n`);
  writeFileSync(path, Buffer.concat([head, brotliCompressSync(apart(table, rows), TIGHTEST)]), {
    mode: 0o600,
  });
}
