import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Sharp from 'sharp';
import { escape } from '../core/digest/picture/svg.js';
import { drawable } from './covered.js';

/** Turns an SVG document into a PNG with our own font. */
export type Rasterise = (svg: string) => Promise<Uint8Array>;

/**
 * `fonts`: the folder that holds the font. The library is loaded at the first picture: until then it costs nothing.
 * librsvg finds fonts through fontconfig only, which reads its settings when the first text is drawn.
 */
export function createRasteriser(fonts: string): Rasterise {
  let ready: Promise<typeof Sharp> | null = null;
  return async (svg) => {
    ready ??= load(fonts);
    const sharp = await ready;
    const data = await sharp(Buffer.from(drawable(svg)), { limitInputPixels: 900 * 20_000 })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    return data;
  };
}

async function load(fonts: string) {
  const folder = await mkdtemp(join(tmpdir(), 'qunshao-fonts-'));
  mkdirSync(join(folder, 'cache'), { recursive: true });
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${escape(fonts)}</dir><cachedir>${escape(join(folder, 'cache'))}</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
  return (await import('sharp')).default;
}
