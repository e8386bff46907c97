import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { JudgeFileError, readJudge } from '../../src/judge-file/judge-file.js';
import { InputError } from '../../src/jsonl/input-error.js';
import { readJsonLines } from '../../src/jsonl/read.js';
import { createPictureReader } from '../../src/media/picture-reader.js';
import { EVENT_TYPES } from '../../src/simulate/event.js';
import { parseEvent } from '../../src/simulate/parse.js';
import { aPicture } from '../builders/picture.js';
import { hostileText } from './hostile.js';
import { refusalOf, sentenceOf, tries } from './runs.js';

async function read(bytes: Uint8Array): Promise<readonly unknown[] | string> {
  const rows: unknown[] = [];
  try {
    const input = { name: 'a.jsonl', stream: Readable.from([Buffer.from(bytes)]) };
    for await (const { value } of readJsonLines(input)) rows.push(value);
    return rows;
  } catch (error) {
    return sentenceOf(error, InputError);
  }
}

describe('JSON lines', () => {
  const line = fc.oneof(
    hostileText,
    fc.jsonValue().map((json) => JSON.stringify(json)),
    hostileText.map((text) => JSON.stringify({ text })),
    fc.constant('{"__proto__":{"text":"x"},"constructor":1}'),
  );
  const bytes = fc.oneof(
    fc.array(line, { maxLength: 6 }).map((lines) => Buffer.from(lines.join('\n'))),
    fc.uint8Array(),
  );

  it('are read, or refused with file, line and one sentence; packed just as plain', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (plain) => {
        const found = await read(plain);
        if (typeof found === 'string') expect(found).toMatch(/^a\.jsonl/u);
        if (plain[0] !== 0x1f) expect(await read(gzipSync(plain))).toEqual(found);
      }),
      tries(500),
    );
  });

  it('a packed file cut off or with a byte changed is refused in one sentence', async () => {
    const whole = gzipSync('{"text":"一"}\n'.repeat(50));
    const place = fc.integer({ min: 2, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const bent = Buffer.from(whole);
        bent[at] = byte;
        await read(bent);
        expect(typeof (await read(whole.subarray(0, at)))).toBe('string');
      }),
      tries(200),
    );
  });

  it('a line of a hundred megabytes in a hundred kilobytes is refused before it is held', async () => {
    expect(await read(gzipSync(Buffer.alloc(100_000_000, 0x61)))).toContain('超过 32 MB');
  });

  it('an object that is nested without end is refused, not a crash', async () => {
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const found = await read(Buffer.from(deep));
    expect(typeof found === 'string' || found.length === 1).toBe(true);
  });
});

describe('events of a replay', () => {
  const field = fc.constantFrom(
    'type',
    'at',
    'group',
    'from',
    'id',
    'text',
    'member',
    'members',
    'quote',
    'mentions',
    'card',
    '__proto__',
  );
  const value = fc.oneof(
    hostileText,
    fc.jsonValue(),
    fc.constantFrom<unknown>(...EVENT_TYPES, '2026-03-02T09:00:00+08:00', '2026-13-45T99:99:99Z', 'g1', {
      id: 'u1',
      name: '',
    }),
  );

  it('are understood, or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(field, value, { maxKeys: 8 })), (given) => {
        const parsed = parseEvent(given);
        if (parsed.kind === 'wrong') expect(parsed.reason).toMatch(/^.*\p{Script=Han}.*$/u);
        else expect(Number.isSafeInteger(parsed.at)).toBe(true);
      }),
      tries(1500),
    );
  });
});

describe('files of the learned judge', () => {
  const path = join(inject('scratch'), 'fuzzed-judge.bin');
  const readBytes = (bytes: Uint8Array) => {
    writeFileSync(path, bytes);
    return refusalOf(() => readJudge(path), JudgeFileError);
  };
  const head = {
    category: 'fraud',
    clause: 'A5',
    bias: 0,
    scale: 1,
    slope: 1,
    offset: 0,
    review: 1,
    confirm: 2,
    clear: 0,
    back: 0,
  };
  const file = (rows: unknown, more: Readonly<Record<string, unknown>> = {}, table = 4) =>
    Buffer.concat([
      Buffer.from(`qunshao-judge-4\n${JSON.stringify({ rows, categories: [{ ...head, ...more }] })}\n`),
      Buffer.alloc(table),
    ]);

  it('are read, or refused in one sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          hostileText.map((text) => Buffer.from(`qunshao-judge-4\n${text}\n`)),
        ),
        (bytes) => {
          expect(readBytes(bytes)).not.toBeNull();
        },
      ),
      tries(200),
    );
  });

  it.each([
    { name: 'nothing', bytes: Buffer.alloc(0) },
    { name: 'a table larger than the file', bytes: file(2 ** 24) },
    { name: 'a table of a size that no machine has', bytes: file(1e9) },
    { name: 'an odd number of rows', bytes: file(3) },
    { name: 'rows that no hash is spread over', bytes: file(514) },
    { name: 'a number that is none', bytes: file('__proto__') },
    { name: 'a category that there is not', bytes: file(2, { category: 'constructor' }) },
    { name: 'a field that nobody knows', bytes: file(2, { constructor: 1 }) },
  ])('$name is refused', ({ bytes }) => {
    expect(readBytes(bytes)).toContain('请重新训练');
  });
});

/** A PNG that says it is this large and holds this many bytes of nothing. */
function aPng(width: number, height: number, bytes: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length);
    return Buffer.concat([size, Buffer.from(type), content, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(bytes))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('pictures', () => {
  const look = createPictureReader();

  it('with a byte changed, or cut off, are seen or passed over', async () => {
    const whole = Buffer.from(await aPicture(1, 96));
    const place = fc.integer({ min: 0, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 255 }), fc.boolean(), async (at, byte, isCut) => {
        const bent = Buffer.from(whole);
        bent[at] = byte;
        const found = await look(isCut ? bent.subarray(0, at) : bent);
        expect(found === null || Array.isArray(found.codes)).toBe(true);
      }),
      tries(40),
    );
  });

  const svg = (inner: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">${inner}</svg>`);

  it.each([
    { name: 'nothing', bytes: Buffer.alloc(0) },
    { name: 'a field of pixels that no memory holds', bytes: aPng(100_000, 100_000, 1000) },
    { name: 'a hundred megabytes in a hundred kilobytes', bytes: aPng(60_000, 800, 100_000_000) },
    { name: 'as wide as can be written', bytes: aPng(0x7fffffff, 1, 10) },
    { name: 'no pixels', bytes: aPng(0, 0, 0) },
    { name: 'a page that names itself a picture', bytes: Buffer.from('GIF89a<script>alert(1)</script>') },
    {
      name: 'an archive behind a picture’s first bytes',
      bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('PK\u0003\u0004')]),
    },
  ])('$name: not judged', async ({ bytes }) => {
    expect(await look(bytes)).toBeNull();
  });

  it.each([
    {
      name: 'a drawing that reads a file',
      inner: '<image href="file:///etc/hostname" width="90" height="90"/>',
    },
    {
      name: 'a drawing that asks a server',
      inner: '<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>',
    },
    { name: 'entities that multiply', inner: '<text>&a9;</text>' },
  ])('$name is no picture that anybody sends: not judged', async ({ inner }) => {
    expect(await look(svg(inner))).toBeNull();
  });

  it('an honest picture of today is seen', async () => {
    expect(
      await look(
        await sharp(await aPicture(2))
          .webp()
          .toBuffer(),
      ),
    ).not.toBeNull();
  });
});
