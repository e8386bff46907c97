import { findEntity } from '../lexicon/entities.js';
import type { Evidence } from '../model/finding.js';
import { findPeopleList } from './people-list.js';
import {
  AIMED,
  FAMILY_OF,
  GATE,
  HEALTH,
  HEALTH_OF,
  KEYS,
  OPEN,
  OWN_HEALTH,
  PARTIAL,
  PASSPORT,
  PERSON,
  PLACE,
  PLATE,
  RECORDS,
  REGISTERED,
  RESIDES,
  REVEALED,
  ROUTINE,
  SERVICE,
  SOMEBODY,
  STUDIES,
  SUFFERER,
  TAKEN,
  TRIP,
  WAITED,
  WORKPLACE,
} from './exposure-signs.js';

/** What exposing another person cannot do without: spares ordinary talk the rest. */
export function mayExpose(text: string): boolean {
  return GATE.test(text);
}

/** Where a text exposes another person: their number, home, papers or illness. Empty: it does not. */
export function findExposure(text: string): readonly Evidence[] {
  const people = findPeopleList(text);
  if (people.length > 0) return people;
  const mobiles = findEntity('手机号', text).map((span) => shown(text, span, '手机号'));
  const taken = mobiles.length > 0 && TAKEN.test(text) && PERSON.test(text);
  if (taken && PLACE.test(text)) return mobiles;
  if (OPEN.test(text) || (SERVICE.test(text) && !AIMED.test(text))) return [];
  const illness = illnessOf(text);
  if (illness.length > 0) return illness;
  if (!PERSON.test(text) && !SOMEBODY.test(text)) return [];
  const papers = [
    ...spans(text, PASSPORT, '护照号'),
    ...spans(text, PARTIAL, '手机号'),
    ...spans(text, RECORDS, '个人记录'),
    ...spans(text, KEYS, '账号密码'),
  ];
  if (papers.length > 0) return papers;
  if (ROUTINE.test(text) && PLATE.test(text)) return spans(text, PLATE, '车牌');
  if (FAMILY_OF.test(text) && ROUTINE.test(text)) return spans(text, ROUTINE, '行踪');
  if (WAITED.test(text) && TRIP.test(text)) return spans(text, TRIP, '行踪');
  const revealed = REVEALED.test(text);
  if (mobiles.length > 0)
    return taken || revealed || [RESIDES, PLACE, STUDIES, TRIP].some((sign) => sign.test(text))
      ? mobiles
      : [];
  if (!revealed && !REGISTERED.test(text)) return [];
  const places = placeOf(text);
  return places.length > 0 ? places : spans(text, WORKPLACE, '行踪').slice(0, REVEALING.test(text) ? 1 : 0);
}

/** Words that set people on somebody without a number being needed. */
const REVEALING = /真名|人肉|行踪|摸清|扒出|曝光|查到了/u;

function illnessOf(text: string): readonly Evidence[] {
  const sufferer = spans(text, SUFFERER, '病情');
  if (sufferer.length > 0) return sufferer;
  if (OWN_HEALTH.test(text)) return [];
  const found = spans(text, HEALTH, '病情');
  if (found.length > 0 && PERSON.test(text)) return found;
  return HEALTH_OF.test(text) && findEntity('手机号', text).length > 0 ? spans(text, HEALTH_OF, '病情') : [];
}

/** Parts of one address stand side by side: from street to door. */
const SAME_ADDRESS = 8;
const PARTS = new RegExp(PLACE, 'gu');

function placeOf(text: string): readonly Evidence[] {
  const parts = Array.from(text.matchAll(PARTS), ({ index, 0: part }) => ({
    start: index,
    end: index + part.length,
  }));
  const [first] = parts;
  if (first === undefined) return [];
  let { end } = first;
  for (const part of parts) if (part.start - end <= SAME_ADDRESS) end = Math.max(end, part.end);
  return [shown(text, { start: first.start, end }, '住址')];
}

function spans(text: string, shape: RegExp, term: string): readonly Evidence[] {
  const match = shape.exec(text);
  if (match === null) return [];
  return [shown(text, { start: match.index, end: match.index + match[0].length }, term)];
}

function shown(text: string, { start, end }: { start: number; end: number }, term: string): Evidence {
  return { start, end, text: text.slice(start, end), term };
}
