import type { PlaceKind } from '../core/card/tables.js';
import type { Section } from './section.js';

const KINDS: Readonly<Record<string, PlaceKind>> = {
  省级: 'province',
  地级: 'prefecture',
  县级市: 'county-city',
  县: 'county',
  市辖区: 'district',
  区: 'district',
  国家: 'country',
  海外: 'abroad',
};
const ENDINGS: Readonly<Record<PlaceKind, RegExp>> = {
  province: /[省市]$/u,
  prefecture: /(?:市|地区|盟|林区)$/u,
  'county-city': /市$/u,
  county: /(?!)/u,
  district: /区$/u,
  country: /(?!)/u,
  abroad: /(?!)/u,
};
/** Districts whose short form is an everyday word (解放区, 新区) stand as they are written. */
const AS_WRITTEN = '区';

/** Every written form of every place: 武汉市 and 武汉, 恩施州 and 恩施. */
export function readPlaces(sections: readonly Section[]): ReadonlyMap<string, ReadonlySet<PlaceKind>> {
  const places = new Map<string, Set<PlaceKind>>();
  for (const section of sections) {
    const kind = KINDS[section.kind];
    if (kind === undefined) continue;
    const ending = section.kind === AS_WRITTEN ? /(?!)/u : ENDINGS[kind];
    for (const form of section.words.flatMap((word) => formsOf(withXian(word, section.kind), ending))) {
      places.set(form, (places.get(form) ?? new Set<PlaceKind>()).add(kind));
    }
  }
  return places;
}

/** The counties are written short: 谷城 is 谷城 and 谷城县. A banner (旗) and what ends in 县 stand as they are. */
function withXian(word: string, kind: string): string {
  return kind !== '县' || /[县旗]$/u.test(word) ? word : `${word}=${word}县`;
}

/** A one-character rest is no short form: 津市 stays 津市. */
function formsOf(word: string, ending: RegExp): readonly string[] {
  const names = word.split('=').filter((name) => name !== '');
  const short = names.map((name) => name.replace(ending, '')).filter((name) => name.length >= 2);
  return [...new Set([...names, ...short])];
}
