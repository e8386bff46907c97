import { createCityReader } from '../card/city.js';
import type { NameTables } from '../card/tables.js';

/** Where places lie. */
export interface Places {
  /** A place as it is compared: without 市, 省, 区; null where no table knows it. */
  readonly plain: (raw: string) => string | null;
  /** What lies around a place, nearest first: 昌平 → 北京; 武汉 → 湖北. */
  readonly around: (plain: string) => readonly string[];
}

const SHAPE = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市|地区)$/u;
const DEEPEST = 4;

/** `above`: a place, short, and the place that its table is headed by. */
export function createPlaces(tables: NameTables, above: ReadonlyMap<string, string>): Places {
  const city = createCityReader(tables);
  return {
    plain(raw) {
      const text = raw.trim();
      const reading = city(text);
      if (reading.kind === 'unknown') return null;
      const named = reading.kind === 'city' ? reading.value : text;
      const short = named.replace(SHAPE, '');
      return short.length >= 2 ? short : named;
    },
    around(plain) {
      const found: string[] = [];
      let at = above.get(plain);
      while (at !== undefined && found.length < DEEPEST && !found.includes(at)) {
        found.push(at);
        at = above.get(at);
      }
      return found;
    },
  };
}

/** `place`: the very place. `wider`: the province or city around it, or a place within it. */
export type Fit = 'place' | 'wider';

/** Whether a group of one place is the right one for somebody of another; null: it is not. */
export function fitOf(groupPlace: string, wanted: string, places: Places): Fit | null {
  const group = places.plain(groupPlace) ?? groupPlace;
  const place = places.plain(wanted) ?? wanted;
  if (group === place) return 'place';
  return places.around(place).includes(group) || places.around(group).includes(place) ? 'wider' : null;
}
