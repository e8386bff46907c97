/**
 * What a place is. `province` never stands alone as a city; `district` and `county` may follow a city, which is then
 * the city meant; a `county-city` (县级市) stands for itself; `country` may lead or stand alone.
 */
export type PlaceKind =
  'province' | 'prefecture' | 'county-city' | 'county' | 'district' | 'country' | 'abroad';

/** The text in simplified characters, of the same length. */
export function simplified(text: string, { simple }: Pick<NameTables, 'simple'>): string {
  return simple.size === 0
    ? text
    : Array.from(text, (character) => simple.get(character) ?? character).join('');
}

/** Words that give away that a text in the place of a name is none. An empty list refuses nobody. */
export interface NotNames {
  readonly contains: readonly string[];
  /** Only where the text does not begin with a known surname. */
  readonly containsWithoutSurname: readonly string[];
  readonly whole: ReadonlySet<string>;
  /** Offices that nobody may claim without holding them. */
  readonly offices: readonly string[];
  /** A common surname plus one of these is a form of address, not a name. */
  readonly titles: ReadonlySet<string>;
  /** First characters of a nickname: 小鱼, 老兵, 阿强; only where the text does not begin with a known surname. */
  readonly heads: readonly string[];
  /** Last characters of a nickname of two: 强哥, 刚子; only where the text does not begin with a known surname. */
  readonly tails: readonly string[];
  /** Characters of a sentence; only where the text does not begin with a known surname. */
  readonly sentence: readonly string[];
}

/** The tables the card parser leans on. Every one may be empty: the parser then accepts what merely looks right. */
export interface NameTables {
  /** Most frequent first. */
  readonly commonSurnames: readonly string[];
  readonly surnames: ReadonlySet<string>;
  readonly compoundSurnames: ReadonlySet<string>;
  readonly notNames: NotNames;
  /** Every written form of a place, with all that it can mean (吉林 is a province and a city). */
  readonly places: ReadonlyMap<string, ReadonlySet<PlaceKind>>;
  readonly majors: ReadonlySet<string>;
  /** Every form of a major (short, full, historical) with the one that its row begins with. */
  readonly majorKeys: ReadonlyMap<string, string>;
  readonly notMajors: readonly string[];
  /** Traditional characters with their simplified ones: 臺北 is looked up as 台北 and stays as it is written. */
  readonly simple: ReadonlyMap<string, string>;
}

export const EMPTY_NAME_TABLES: NameTables = {
  commonSurnames: [],
  surnames: new Set(),
  compoundSurnames: new Set(),
  notNames: {
    contains: [],
    containsWithoutSurname: [],
    whole: new Set(),
    offices: [],
    titles: new Set(),
    heads: [],
    tails: [],
    sentence: [],
  },
  places: new Map(),
  majors: new Set(),
  majorKeys: new Map(),
  notMajors: [],
  simple: new Map(),
};
