import { HitBuffer } from '../text/hits.js';
import type { Segmenter } from '../text/segmenter.js';
import { readColumns } from './columns.js';
import { Candidates } from './candidates.js';
import type { CompiledLexicon } from './compiled.js';
import { evaluate, type LexiconMatch } from './evaluate.js';
import { inOriginal, type Reading } from './reading.js';
import { findSpans } from './spans.js';

const NONE: readonly LexiconMatch[] = [];

/** Which entries of the lexicon a text holds. The common case, none, allocates nothing. */
export type LexiconScanner = (text: string) => readonly LexiconMatch[];

export function makeScanner(lexicon: CompiledLexicon, segmenter: Segmenter): LexiconScanner {
  const scan = makeLineScanner(lexicon, segmenter);
  return (text) => {
    const direct = scan(text);
    const columns = readColumns(text);
    const meant = lexicon.undisguise(text);
    if (columns.length === 0 && meant === null) return direct;
    const readings = meant === null ? columns : [...columns, meant];
    return [
      ...direct,
      ...readings.flatMap((reading) => scan(reading.text).map((one) => placed(one, reading))),
    ];
  };
}

function placed(match: LexiconMatch, reading: Reading): LexiconMatch {
  return { ...match, spans: match.spans.map((span) => inOriginal(span, reading)) };
}

function makeLineScanner(lexicon: CompiledLexicon, segmenter: Segmenter): LexiconScanner {
  const hits = new HitBuffer();
  const heard = new HitBuffer();
  const candidates = new Candidates(lexicon);
  return (text) => {
    lexicon.matcher.scan(text, hits);
    lexicon.echo.scan(text, heard);
    for (let hit = 0; hit < heard.count; hit++)
      hits.push(heard.start(hit), heard.end(hit), lexicon.echoFrom + heard.pattern(hit));
    lexicon.parted(text, hits);
    if (hits.count === 0) return NONE;
    const found = candidates.find(text, hits);
    if (found === null) return NONE;
    return evaluate(lexicon, found, findSpans({ lexicon, segmenter, hits }, text));
  };
}
