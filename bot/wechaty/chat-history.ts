/** Merged messages (转发的聊天记录) may hold merged messages: so deep they are read. */
const DEPTH = 3;
/** Longer than this no chat record is; the rest is not read. UTF-16 units. */
const LONGEST_XML = 200_000;
const MOST_ITEMS = 100;
/** What is judged of a record at most. */
const LONGEST_TEXT = 4000;

/**
 * The words of a merged message, a line each, without the names of those who wrote them. Platforms hand out the XML of
 * WeChat's records (`recordinfo` / `dataitem` / `datadesc`), escaped once for each level, or the words as they are.
 */
export function chatHistoryText(text: string): string {
  const given = text.slice(0, LONGEST_XML);
  if (!/^\s*</u.test(given)) return given.slice(0, LONGEST_TEXT);
  return itemsOf(unfolded(given)).join('\n').slice(0, LONGEST_TEXT);
}

/** Takes off the wrappings of nested records: CDATA, and one layer of escapes for each level. */
function unfolded(xml: string): string {
  let open = xml;
  for (let level = 0; level < DEPTH; level += 1) {
    const bare = open.replaceAll(/<!\[CDATA\[|\]\]>/gu, '');
    const next = bare.replaceAll(
      /&(lt|gt|quot|apos|amp);/gu,
      (whole, name: string) => ESCAPES[name] ?? whole,
    );
    if (next === open) break;
    open = next;
  }
  return open;
}

const ESCAPES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The words of each item, in order, of records no deeper than `DEPTH`. */
function itemsOf(xml: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  for (const [whole, word = ''] of xml.matchAll(
    /<recordinfo\b[^>]*>|<\/recordinfo>|<(?:datadesc|datatitle)>([^<]{0,2000})/gu,
  )) {
    if (whole.startsWith('<recordinfo')) depth += 1;
    else if (whole.startsWith('</')) depth -= 1;
    else if (depth <= DEPTH && word.trim() !== '') items.push(word.trim());
    if (items.length >= MOST_ITEMS) break;
  }
  return items;
}
