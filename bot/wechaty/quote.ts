import type { Quote } from '../../src/core/model/message.js';

export interface Authored {
  readonly text: string;
  readonly quote: Quote | null;
}

/** WeChat hands a reply over as text: `「name：quoted」`, a rule of dashes, the reply. */
const REPLY = /^「([^\n]{0,80}?)[：:]([\s\S]*)」\r?\n(?:- ){5,}-?\s*\r?\n([\s\S]*)$/u;

/** Splits off what the author only quoted: nobody is judged by somebody else's words. */
export function splitQuote(text: string): Authored {
  if (text.startsWith('「')) return splitPlain(text);
  return text.includes('<refermsg>') ? splitXml(text) : { text, quote: null };
}

function splitPlain(text: string): Authored {
  const found = REPLY.exec(text);
  if (found === null) return { text, quote: null };
  return { text: found[3] ?? '', quote: { from: found[1] ?? null, text: found[2] ?? '' } };
}

/** Some puppets hand the platform's XML over (appmsg of the type 57): the reply is its title. */
function splitXml(xml: string): Authored {
  const start = xml.indexOf('<refermsg>');
  const reply = element(xml.slice(0, start), 'title');
  if (!/^\s*</u.test(xml) || reply === null) return { text: xml, quote: null };
  const quoted = xml.slice(start);
  return {
    text: reply,
    quote: { from: element(quoted, 'displayname'), text: element(quoted, 'content') ?? '' },
  };
}

function element(xml: string, name: string): string | null {
  const start = xml.indexOf(`<${name}>`);
  const end = start < 0 ? -1 : xml.indexOf(`</${name}>`, start);
  if (end < 0) return null;
  const found = xml.slice(start + name.length + 2, end);
  return decode(found.replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/u, '$1'));
}

const ENTITIES: readonly (readonly [string, string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#x0A;', '\n'],
  ['&amp;', '&'],
];

function decode(text: string): string {
  return ENTITIES.reduce((left, [entity, character]) => left.replaceAll(entity, character), text);
}
