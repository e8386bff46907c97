import { initial } from './0001-initial.js';
import { alarm } from './0002-alarm.js';
import { register } from './0003-register.js';
import { people } from './0004-people.js';
import { conduct } from './0006-conduct.js';
import { desk } from './0007-desk.js';
import { notices } from './0005-notices.js';
import { records } from './0008-records.js';
import { ownWords } from './0009-own-words.js';
import { cluster } from './0010-cluster.js';
import { reasons } from './0011-reasons.js';
import type { Step } from './migration.js';

/** Every step in order; a database of version n has been through the first n. Steps are added at the end, never changed. */
export const STEPS: readonly Step[] = [
  initial,
  alarm,
  register,
  people,
  notices,
  conduct,
  desk,
  records,
  ownWords,
  cluster,
  reasons,
];
