import { escape } from '../src/core/digest/picture/svg.js';

/** Markup that is safe to stand in a page: made by `markup`, never by joining texts. */
export class Markup {
  constructor(readonly text: string) {}
}

type Inner = string | number | Markup | readonly Markup[];

/** A piece of a page. Whatever is put in is text and is escaped; only markup made here stays markup. */
export function markup(pieces: TemplateStringsArray, ...inner: readonly Inner[]): Markup {
  return new Markup(
    pieces.map((piece, at) => (at === 0 ? piece : `${shown(inner[at - 1])}${piece}`)).join(''),
  );
}

function shown(inner: Inner | undefined): string {
  if (inner === undefined) return '';
  if (inner instanceof Markup) return inner.text;
  if (typeof inner === 'object') return inner.map(({ text }) => text).join('\n');
  // Line ends are layout here, not something that could break out.
  return String(inner).split('\n').map(escape).join('\n');
}

export interface Page {
  readonly title: string;
  readonly style: string;
  readonly body: Markup;
}

/** One self-contained file: no script runs in it and nothing is fetched, whatever stands in its texts. */
export function page({ title, style, body }: Page): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return markup`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Markup(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}
