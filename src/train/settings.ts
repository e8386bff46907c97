import type { Channel } from '../core/judge/channel.js';
import type { ContentCategory } from '../core/model/category.js';
import type { Learning } from './logistic.js';

export interface TrainOptions {
  /** How the judge is to read. */
  readonly channel: Channel;
  /** Of the table: what `placingOf` accepts. */
  readonly rows: number;
  /** Shares of harmless lines that may reach the thresholds, for each category. */
  readonly review: number;
  readonly confirm: number;
  /** Harmless rows of labelled sets that may reach the review threshold. */
  readonly contrast: number;
  /** The same of twins, and for categories that are to differ. */
  readonly twins: number;
  readonly twinsOf?: Readonly<Partial<Record<ContentCategory, number>>>;
  /** Of those two that may reach the threshold to confirm: a warning goes out without asking anybody. */
  readonly contrastConfirmed: number;
  readonly twinsConfirmed: number;
  /** How much more, or less, a category may reach. */
  readonly allowed: Readonly<Partial<Record<ContentCategory, number>>>;
  /** Harmless lines that only set the thresholds; none: the harmless lines from life among the examples. */
  readonly benign: readonly string[];
  readonly learning?: Learning;
}

/** More find a little more: twice as many half a point. The file is to be about one megabyte. */
const ROWS = 3 * 2 ** 16;
export const TRAINING: Omit<TrainOptions, 'channel'> = {
  rows: ROWS,
  review: 0.0015,
  confirm: 0.0003,
  contrast: 0.056,
  twins: 0.001,
  // Asking for help and asking for money say the same words more than other twins do; so do rage and a threat. What is
  // said of games, of parcels and of passing something on was raised too often in the lines of authors who knew nothing of us.
  twinsOf: {
    soliciting: 0.0014,
    violence: 0.0012,
    fraud: 0.0007,
    gambling: 0.0006,
    'induced-sharing': 0.00025,
    infringement: 0.0006,
  },
  contrastConfirmed: 0.001,
  twinsConfirmed: 0.0004,
  // Everyday talk is full of mild abuse, and holds hardly any of the rest.
  allowed: {
    insult: 4.2,
    hatred: 7,
    advertising: 2.1,
    fraud: 0.7,
    gambling: 1.1,
    pornography: 4.6,
    'illegal-goods': 0.8,
    privacy: 0.7,
    violence: 3.2,
    cult: 0.65,
    superstition: 0.65,
    rumour: 0.4,
    secrets: 0.6,
    soliciting: 0.85,
    'induced-sharing': 0.2,
    infringement: 0.45,
    'unsafe-link': 0.6,
  },
  benign: [],
};
/** What is learned by sounds: abuse, which is disguised most. Two at most, so that a feature's weights are one byte. */
export const HEARD: readonly ContentCategory[] = ['hatred', 'insult'];
/** By sounds: what is written in disguise. */
export const SOUNDS: Omit<TrainOptions, 'channel'> = {
  ...TRAINING,
  rows: 2 ** 17,
  contrast: 0.06,
  twins: 0.02,
  allowed: { hatred: 2.8, insult: 1.8 },
};
