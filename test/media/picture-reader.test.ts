import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { isSamePicture } from '../../src/core/conduct/picture-print.js';
import { createPictureReader } from '../../src/media/picture-reader.js';
import { aCode, aPicture } from '../builders/picture.js';

const read = createPictureReader();
const bytesOf = async (picture: Sharp): Promise<Uint8Array> => picture.png().toBuffer();

describe('codes in pictures', () => {
  it.each([
    { name: 'no bytes', bytes: () => Promise.resolve(new Uint8Array()) },
    { name: 'no picture', bytes: () => Promise.resolve(Buffer.from('not a picture at all')) },
    { name: 'a picture cut off', bytes: async () => (await aPicture(1)).subarray(0, 400) },
    {
      name: 'a bomb: few bytes, a field of pixels',
      bytes: () =>
        sharp({ create: { width: 8000, height: 6500, channels: 3, background: '#fff' } })
          .png({ compressionLevel: 9 })
          .toBuffer(),
    },
    {
      name: 'more bytes than any picture has',
      bytes: () => Promise.resolve(new Uint8Array(13 * 1024 * 1024)),
    },
  ])('$name is not judged', async ({ bytes }) => {
    expect(await read(await bytes())).toBeNull();
  });

  it('a picture without a code holds none', async () => {
    expect((await read(await aPicture(1)))?.codes).toEqual([]);
  });

  it.each([
    { name: 'as it is', change: (code: Sharp) => code },
    { name: 'turned', change: (code: Sharp) => code.rotate(90) },
    { name: 'white on black', change: (code: Sharp) => code.negate({ alpha: false }) },
    { name: 'as a small JPEG', change: (code: Sharp) => code.resize(160).jpeg({ quality: 50 }) },
  ])('a code is read $name', async ({ change }) => {
    const code = await change(sharp(await aCode('http://45.33.20.11/领奖'))).toBuffer();
    expect((await read(code))?.codes).toEqual(['http://45.33.20.11/领奖']);
  });

  it('a code in the corner of a poster is read', async () => {
    const code = await sharp(await aCode('特价面膜加微信 wx8812'))
      .resize(220)
      .toBuffer();
    const poster = sharp(await aPicture(3, 1080)).composite([{ input: code, left: 780, top: 780 }]);
    expect((await read(await bytesOf(poster)))?.codes).toEqual(['特价面膜加微信 wx8812']);
  });
});

describe('a picture seen again', () => {
  const printOf = async (bytes: Uint8Array): Promise<string> => (await read(bytes))?.print ?? 'none';

  it.each([
    { name: 'the same', change: (one: Sharp) => one, same: true },
    { name: 'recompressed', change: (one: Sharp) => one.jpeg({ quality: 40 }), same: true },
    { name: 'smaller', change: (one: Sharp) => one.resize(200), same: true },
    { name: 'mirrored', change: (one: Sharp) => one.flop(), same: true },
    { name: 'inverted', change: (one: Sharp) => one.negate({ alpha: false }), same: true },
    { name: 'brighter', change: (one: Sharp) => one.modulate({ brightness: 1.15 }), same: true },
  ])('$name', async ({ change, same }) => {
    const original = await aPicture(7);
    const print = await printOf(await change(sharp(original)).toBuffer());
    expect(isSamePicture(print, await printOf(original))).toBe(same);
  });

  it('strangers are strangers', async () => {
    const prints = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (seed) => printOf(await aPicture(seed))),
    );
    const pairs = prints.flatMap((a, i) => prints.slice(i + 1).map((b) => isSamePicture(a, b)));
    expect(pairs.filter(Boolean)).toEqual([]);
  });

  it('a blank page is told by nothing', async () => {
    const blank = sharp({ create: { width: 300, height: 300, channels: 3, background: '#fefefe' } });
    expect((await read(await bytesOf(blank)))?.print).toBeNull();
  });
});
