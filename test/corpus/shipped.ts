import { fileURLToPath } from 'node:url';
import { compileLexicon } from '../../src/core/lexicon/compile.js';
import { makeSoundTable } from '../../src/core/judge/sounds.js';
import { readSyllables } from '../../src/core/lexicon/disguise.js';
import { makeAloud } from '../../src/core/lexicon/aloud.js';
import { makeMender } from '../../src/core/lexicon/mend.js';
import { LEAST_JOINED, makeWordTable } from '../../src/core/lexicon/word-table.js';
import { makeFoldTable } from '../../src/core/text/fold.js';
import type { RuleTools } from '../../src/core/rules/rule.js';
import { readJudge } from '../../src/judge-file/judge-file.js';
import { readLexiconDirectory } from '../../src/lexicon/directory.js';
import { readTraditionalPairs } from '../../src/lexicon/traditional.js';
import { countedWords } from '../../src/segment/common-words.js';
import { createJiebaSegmenter } from '../../src/segment/jieba.js';

const LEXICONS = fileURLToPath(new URL('../../lexicons/prohibited', import.meta.url));
const SOUNDS = fileURLToPath(new URL('../../lexicons/model/sounds.bin', import.meta.url));
const JUDGE = fileURLToPath(new URL('../../lexicons/model/judge.bin', import.meta.url));

/** The lexicons as shipped, with the real segmenter and without the learned judges. */
export function shippedTools(): RuleTools {
  const { sources } = readLexiconDirectory(LEXICONS);
  const folding = makeFoldTable(readTraditionalPairs());
  const lexicon = compileLexicon(sources, folding);
  const words = makeWordTable(countedWords(LEAST_JOINED), lexicon.words);
  return {
    lexicon,
    segmenter: createJiebaSegmenter(lexicon.words),
    folding,
    judge: null,
    ear: null,
    mender: makeMender({ words, alike: lexicon.alike, fold: folding }),
  };
}

/** Everything as shipped, the learned judges included: what people meet. */
export function shippedWithJudge(): RuleTools {
  const tools = shippedTools();
  const sounds = makeSoundTable(tools.folding, readSyllables(readLexiconDirectory(LEXICONS).sources));
  const counted = [...countedWords(LEAST_JOINED)];
  const words = makeWordTable(counted, tools.lexicon.words);
  const ear = { model: readJudge(SOUNDS), sounds, aloud: makeAloud({ counted, words, sounds }) };
  return { ...tools, judge: readJudge(JUDGE), ear };
}
