import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type Sharp from 'sharp';
import type { readBarcodes } from 'zxing-wasm/reader';
import { picturePrint, SIDE } from '../core/conduct/picture-print.js';
import type { PictureReading } from '../ports/pictures.js';

/** Bytes. WeChat sends no larger pictures. */
export const MOST_BYTES = 12 * 1024 * 1024;
/** A picture of few bytes may claim a field of pixels that fills the memory. */
const MOST_PIXELS = 50_000_000;
/** Pixels a side for the search of codes: a code is found or it is too small to be scanned by anybody. */
const SEARCHED = 1600;
const MOST_CODES = 3;
const MOST_CODE_LENGTH = 2000;
const SECONDS = 5;

export type ReadPicture = (bytes: Uint8Array) => Promise<PictureReading | null>;

/** The libraries are loaded at the first picture: until then they cost nothing. One picture at a time. */
export function createPictureReader(): ReadPicture {
  let tools: Promise<Tools> | null = null;
  let before: Promise<unknown> = Promise.resolve();
  return (bytes) => {
    tools ??= load();
    const ready = tools;
    const mine = before.then(async () => look(await ready, bytes)).catch(() => null);
    before = mine;
    return mine;
  };
}

interface Tools {
  readonly sharp: typeof Sharp;
  readonly readBarcodes: typeof readBarcodes;
}

async function load(): Promise<Tools> {
  const sharp = (await import('sharp')).default;
  const zxing = await import('zxing-wasm/reader');
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasm = await readFile(path);
  // From the package itself: the library would fetch it from a public address.
  zxing.prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  return { sharp, readBarcodes: zxing.readBarcodes };
}

/** Throws for what is no picture, or too large to be one. */
async function look(tools: Tools, bytes: Uint8Array): Promise<PictureReading | null> {
  if (bytes.byteLength > MOST_BYTES || !isPhotograph(bytes)) return null;
  const picture = open(tools, bytes);
  const { width, height } = await picture.metadata();
  if (width < 8 || height < 8) return null;
  return { codes: await codesIn(tools, bytes), print: await printOf(tools, bytes) };
}

/** The first bytes of JPEG, PNG, GIF; WebP, HEIC and AVIF say their name a little later. */
const BEGINNINGS: readonly string[] = ['\u00ff\u00d8\u00ff', '\u0089PNG\r\n\u001a\n', 'GIF8'];
const NAMED = /^(?:RIFF.{4}WEBP|.{4}ftyp(?:hei|hev|mif1|msf1|avif|avis))/su;

/** What people send as pictures. A drawing (SVG) is a program that names files and servers: it is not even opened. */
function isPhotograph(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return BEGINNINGS.some((beginning) => head.startsWith(beginning)) || NAMED.test(head);
}

function open({ sharp }: Tools, bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 })
    .timeout({ seconds: SECONDS })
    .rotate();
}

async function codesIn(tools: Tools, bytes: Uint8Array): Promise<readonly string[]> {
  const { data, info } = await open(tools, bytes)
    .resize(SEARCHED, SEARCHED, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  const found = await tools.readBarcodes(
    { ...pixels, colorSpace: 'srgb' },
    {
      formats: ['QRCode'],
      maxNumberOfSymbols: MOST_CODES,
      tryHarder: true,
      tryInvert: true,
      tryRotate: true,
    },
  );
  return found.filter(({ isValid }) => isValid).map(({ text }) => text.slice(0, MOST_CODE_LENGTH));
}

async function printOf(tools: Tools, bytes: Uint8Array): Promise<string | null> {
  const grey = await open(tools, bytes)
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer();
  return picturePrint(new Uint8Array(grey));
}
