import { isUtf8 } from 'node:buffer';
import { InputError, type Place } from './input-error.js';
import { unpacked, type Input } from './open.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Row {
  readonly place: Place;
  readonly value: JsonObject;
}

/** A longer line is a file of another kind, and would not fit into bounded memory. */
const MOST_LINE_BYTES = 32 * 1024 * 1024;
const LF = 0x0a;

/**
 * Reads JSONL: one JSON object a line, UTF-8, plain or gzip. BOM, CRLF and blank lines are read over.
 * @throws InputError at the first line that cannot be read; the rows before it have been given out
 */
export async function* readJsonLines(input: Input): AsyncGenerator<Row> {
  let line = 0;
  for await (const bytes of linesOf(input)) {
    line += 1;
    const place = { file: input.name, line };
    const text = decode(bytes, place).trim();
    if (text !== '') yield { place, value: parseObject(text, place) };
  }
}

async function* linesOf(input: Input): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let line = 0;
  for await (const chunk of readable(input)) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, from)) {
      line += 1;
      pending.push(chunk.subarray(from, at));
      yield joined(pending, { file: input.name, line });
      pending = [];
      from = at + 1;
    }
    pending.push(chunk.subarray(from));
    refuseOverlong(pending, { file: input.name, line: line + 1 });
  }
  if (pending.length > 0) yield joined(pending, { file: input.name, line: line + 1 });
}

async function* readable(input: Input): AsyncGenerator<Buffer> {
  try {
    yield* await unpacked(input.stream);
  } catch (error) {
    throw unreadable(error, input.name);
  }
}

function joined(parts: readonly Buffer[], place: Place): Buffer {
  refuseOverlong(parts, place);
  return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
}

function refuseOverlong(parts: readonly Buffer[], place: Place): void {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  if (bytes <= MOST_LINE_BYTES) return;
  throw new InputError(place, '这一行超过 32 MB,不像是 JSONL;请每行只写一个 JSON 对象 (line too long)');
}

/** Twice as fast as a fatal TextDecoder on short lines. */
function decode(bytes: Buffer, place: Place): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new InputError(place, '不是 UTF-8 编码;请另存为 UTF-8 再试 (not valid UTF-8)');
}

function parseObject(text: string, place: Place): JsonObject {
  const value = parse(text, place);
  if (!isObject(value)) {
    throw new InputError(place, '不是 JSON 对象;请写成 {"text":"…"} 这样的一行 (expected a JSON object)');
  }
  return value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/[\p{C}\s]+/gu, ' ').slice(0, 80) : '';
    throw new InputError(place, `不是合法的 JSON;请检查这一行的引号和逗号 (invalid JSON: ${reason})`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件;请检查路径 (no such file)',
  EISDIR: '这是一个目录;请给出文件 (is a directory)',
  EACCES: '没有读取权限;请检查文件权限 (permission denied)',
  Z_BUF_ERROR: 'gzip 数据不完整;请重新压缩或下载 (truncated gzip)',
  Z_DATA_ERROR: 'gzip 数据损坏;请重新压缩或下载 (damaged gzip)',
};

function unreadable(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  return reason === undefined ? error : new InputError({ file, line: null }, reason);
}
