import { CONTENT_CATEGORIES, type ContentCategory } from '../model/category.js';
import type { Rating } from './format.js';
import { SHARED } from './format.js';

/** The head of a lexicon file: what it is about and what its entries are worth unless they say so themselves. */
export interface Header {
  readonly category: ContentCategory | null;
  readonly shared: boolean;
  readonly clause: string;
  readonly rating: Rating;
  /** Whether the shared signs of mere talk count for this file too. */
  readonly sharedContexts: boolean;
}

const DEFAULT_WINDOW = 80;
export const EMPTY_HEADER: Header = {
  category: null,
  shared: false,
  clause: '',
  rating: { certainty: 'suspected', weight: 0.6, window: DEFAULT_WINDOW },
  sharedContexts: true,
};

const HEADER_LINE = /^([^\s:：]+)\s*[:：]\s*(.*)$/;

/** The header with one more line read; a string says what is wrong with the line. */
export function readHeaderLine(header: Header, line: string): Header | string {
  const [, key = '', value = ''] = HEADER_LINE.exec(line) ?? [];
  switch (key.toLowerCase()) {
    case '类别':
    case 'category':
      return readCategory(header, value);
    case '条款':
    case 'clause':
      return { ...header, clause: value };
    case '默认':
    case 'default': {
      const rating = readRating(value.split('|'), header.rating);
      return typeof rating === 'string' ? rating : { ...header, rating };
    }
    case '共用语境':
    case 'shared-context':
      return value === '用' || value === '不用'
        ? { ...header, sharedContexts: value === '用' }
        : `“共用语境”后面写“用”或“不用”，不能是“${value}”`;
    default:
      return `开头只认“类别”“条款”“默认”“共用语境”四项，请改正或删去“${key === '' ? line : key}”`;
  }
}

function readCategory(header: Header, value: string): Header | string {
  if (value === SHARED) return { ...header, shared: true };
  const category = CONTENT_CATEGORIES.find((known) => known === value);
  return category === undefined
    ? `不认识的类别“${value}”，可用：${CONTENT_CATEGORIES.join(' ')}`
    : { ...header, category };
}

/** Reads `确认`, `疑似`, a weight between 0 and 1 and `窗口 40`, in any order. */
export function readRating(fields: readonly string[], start: Rating): Rating | string {
  let rating = start;
  for (const field of fields.map((text) => text.trim()).filter((text) => text !== '')) {
    const read = readField(field, rating);
    if (typeof read === 'string') return read;
    rating = read;
  }
  return rating;
}

function readField(field: string, rating: Rating): Rating | string {
  if (field === '确认' || field === 'confirmed') return { ...rating, certainty: 'confirmed' };
  if (field === '疑似' || field === 'suspected') return { ...rating, certainty: 'suspected' };
  const window = /^(?:窗口|window)\s*(\d{1,4})$/.exec(field);
  if (window !== null) return { ...rating, window: Number(window[1]) };
  const weight = /^\d?\.?\d+$/.test(field) ? Number(field) : Number.NaN;
  if (weight > 0 && weight <= 1) return { ...rating, weight };
  return `看不懂“${field}”：竖线后面可写 确认、疑似、0 到 1 之间的权重、窗口 40`;
}
