import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/** A QR code as a PNG. */
export async function aCode(text: string): Promise<Uint8Array> {
  const { image, error } = await writeBarcode(text, { format: 'QRCode', scale: 6 });
  if (image === null) throw new Error(error);
  return sharp(Buffer.from(await image.arrayBuffer()))
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#ffffff' })
    .png()
    .toBuffer();
}

/** A made-up picture: the same seed, the same picture. */
export function aPicture(seed: number, side = 600): Promise<Uint8Array> {
  let state = seed * 2654435761;
  const dice = (sides: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  const shapes = Array.from({ length: 14 }, () => {
    const fill = `hsl(${dice(360)},70%,${20 + dice(60)}%)`;
    return dice(2) === 0
      ? `<circle cx="${dice(side)}" cy="${dice(side)}" r="${20 + dice(side / 3)}" fill="${fill}"/>`
      : `<rect x="${dice(side)}" y="${dice(side)}" width="${30 + dice(side / 2)}" height="${30 + dice(side / 2)}" fill="${fill}"/>`;
  });
  const background = `hsl(${dice(360)},60%,${30 + dice(50)}%)`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="${background}"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
