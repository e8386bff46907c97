import type { Sign } from './sign.js';
import { PEOPLE } from './vocabulary.js';

export const ADDRESSES: readonly Sign[] = [
  {
    why: '对全体的称呼',
    weight: 3.3,
    group: 'address',
    pattern: new RegExp(
      `(?:^|\\n)[^\\n，,。！!？?:：]{0,30}(?:各位|全体|各|\\d{2}级|尊敬的|亲爱的)[^\\n，,。:：！!？?]{0,24}${PEOPLE}们?(?:[你大]家好|你们好|好)?(?:[，,][^\\n，,。:：]{0,16})?\\s{0,3}[:：]`,
      'u',
    ),
  },
  {
    why: '对各级单位的称呼',
    weight: 3.2,
    group: 'address',
    pattern: /(?:^|\n)\s{0,8}各(?!位)[^\n。！!？?]{1,60}[:：]/u,
  },
  {
    why: '对全体说话',
    weight: 1.4,
    group: 'address',
    pattern: new RegExp(
      `(?:各位|全体|请各|请全体|各级|各班|本群所有|广大|请有?已?未?需?[^\\n，,。！!？?]{0,12}的?)[^\\n，,。！!？?:：]{0,14}${PEOPLE}|本群(?:全体|所有)|(?:\\d{2}|每)[级班][^\\n。]{0,6}(?:至少|每班)|^${PEOPLE}(?:朋友)?们[:：，,]`,
      'u',
    ),
  },
  { why: '@所有人', weight: 3.4, pattern: /@\s?(?:所有人|全体成员|全体|all\b|everyone)/iu },
  {
    why: '提请全体注意',
    weight: 1.4,
    pattern: new RegExp(`(?:各位|全体|所有|请大家|${PEOPLE})[^\\n。？?！!，,]{0,16}注意[:：,，!！]`, 'u'),
  },
];
