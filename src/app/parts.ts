import { type Commands } from './run-command.js';
import type { HarassmentWatch } from './conduct/harassment.js';
import type { PictureWatch } from './conduct/pictures.js';
import type { PieceWatch } from './conduct/pieces.js';
import type { Newcomers } from './conduct/newcomers.js';
import type { ConductWatch } from './conduct/watch.js';
import type { Counters } from './counters.js';
import type { Deps } from './deps.js';
import type { Dispatch } from './dispatch.js';
import { type Groups } from './groups.js';
import type { FeeWatch } from './fee-scam.js';
import type { Heard } from './heard.js';
import type { Jobs } from './jobs.js';
import type { PassedOn } from './passed-on.js';
import type { Seen } from './seen.js';
import type { Turnstile } from './turnstile.js';

export interface Parts {
  readonly deps: Deps;
  readonly groups: Groups;
  readonly dispatch: Dispatch;
  readonly jobs: Jobs;
  readonly counters: Counters;
  readonly commands: Commands;
  readonly fees: FeeWatch;
  readonly seen: Seen;
  readonly conduct: ConductWatch;
  readonly heard: Heard;
  readonly newcomers: Newcomers;
  readonly pictures: PictureWatch;
  readonly harassment: HarassmentWatch;
  readonly pieces: PieceWatch;
  /** For messages that are recorded; who gives a command goes round it. */
  readonly turnstile: Turnstile;
  readonly passedOn: PassedOn;
}
