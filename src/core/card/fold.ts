/** A card as the parser reads it. `invisible`: characters nobody can see were taken out. */
export interface FoldedCard {
  readonly text: string;
  readonly invisible: boolean;
}

const PLAIN = /^[\u4e00-\u9fff0-9A-Za-z-]*$/u;
/** Every dash and minus that a phone or a word processor may put for the hyphen. */
const DASHES =
  /[\u00ad\u058a\u2010-\u2015\u2043\u2212\u2500\u2501\u2796\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63\uff0d]/gu;
const SPACES = /[\p{White_Space}\u3164\u2800\u115f\u1160\uffa0]+/gu;
/** A soft hyphen looks like a dash on some phones and like nothing on others: it stands with the invisible ones. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u034f]/gu;
const VARIATION = /\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
const PICTURE = /\p{Extended_Pictographic}/u;
const MIDDLE_DOTS = /(?<=\p{Script=Han})\s?[·•‧・∙⋅●.․]\s?(?=\p{Script=Han})/gu;

/** Folds widths, dashes, spaces and middle dots to one form each, and takes out what cannot be seen. */
export function foldCard(card: string): FoldedCard {
  if (PLAIN.test(card)) return { text: card, invisible: false };
  const spaced = card.replace(SPACES, ' ');
  // Joiners and variation selectors belong to a picture: the picture itself is what is wrong then.
  const bare = PICTURE.test(spaced) ? spaced.replace(VARIATION, '') : spaced;
  const seen = bare.replace(INVISIBLE, '').replace(VARIATION, '');
  const invisible = seen.length !== bare.length;
  const wide = seen.replace(DASHES, '-').normalize('NFKC').replace(DASHES, '-');
  const text = wide.replace(SPACES, ' ').replace(MIDDLE_DOTS, '·').trim();
  return { text, invisible };
}
