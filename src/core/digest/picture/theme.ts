/** 900 px wide: read on a phone without turning it. */
export const WIDTH = 900;
export const MARGIN = 40;
export const INNER: number = WIDTH - 2 * MARGIN;

/** Sizes of letters, px: 28 of 900 is what a phone shows as ordinary text. */
export const TITLE = 30;
export const TEXT = 28;
export const SMALL = 24;

export const INK = '#1f2937';
export const FAINT = '#5b6472';
export const COMMAND = '#0f6b63';
export const PAPER = '#f5f6f8';
export const CARD = '#ffffff';
export const HEAD = '#0f4c5c';
export const ON_HEAD = '#ffffff';
export const ON_HEAD_FAINT = '#cfe3e8';
export const BAR = '#2a9d8f';
export const BAR_BEFORE = '#c9d6d8';

/** A part of the picture: its marks, drawn from the top at y = 0, and how much height it takes. */
export interface Part {
  readonly height: number;
  readonly draw: (y: number) => string;
}

export const NOTHING: Part = { height: 0, draw: () => '' };
