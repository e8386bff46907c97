/** The margin that at most this share of harmless lines reaches; without lines, every margin will do. */
export function thresholdFor(margins: readonly number[], share: number): number {
  const sorted = Float64Array.from(margins).sort().reverse();
  const allowed = Math.floor(sorted.length * share);
  const last = sorted[allowed];
  return last === undefined ? -Infinity : last + 1e-6;
}

/** So many of the highest margins show how the tail falls. */
const TAIL = 60;
/** Rank of the highest of many lines, as its median lies. */
const HALF = 0.3;

/**
 * The margin that about this share of harmless lines reaches, read off a straight line through the highest margins over
 * the logarithm of their rank: where few lines are allowed, the chance of one or two of them would decide otherwise.
 * Shares that the tail does not hold, and few lines, go by `thresholdFor`.
 */
export function tailThreshold(margins: readonly number[], share: number): number {
  const allowed = margins.length * share;
  const tail = Float64Array.from(margins).sort().reverse().subarray(0, TAIL);
  if (tail.length < TAIL || allowed <= 0 || allowed >= TAIL / 2) return thresholdFor(margins, share);
  const { slope, offset } = fall(tail);
  return offset + slope * Math.log(allowed);
}

/** Weighted least squares: the first ranks vary most, each about as the inverse of its rank. */
function fall(tail: Float64Array): { slope: number; offset: number } {
  let [weights, ranks, heights] = [0, 0, 0];
  for (const [at, margin] of tail.entries()) {
    const rank = at + 1 - HALF;
    weights += rank;
    ranks += rank * Math.log(rank);
    heights += rank * margin;
  }
  let [together, spread] = [0, 0];
  for (const [at, margin] of tail.entries()) {
    const rank = at + 1 - HALF;
    const aside = Math.log(rank) - ranks / weights;
    together += rank * aside * (margin - heights / weights);
    spread += rank * aside * aside;
  }
  const slope = together / spread;
  return { slope, offset: (heights - slope * ranks) / weights };
}

export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const ROUNDS = 60;

/** Platt: probability = 1 / (1 + exp(-(slope * margin + offset))), both sides weighing the same. Newton steps. */
export function calibrate(prohibited: readonly number[], harmless: readonly number[]): Calibration {
  const sides = [
    { margins: prohibited, target: 1 },
    { margins: harmless, target: 0 },
  ];
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const step = newton(sides, { slope, offset });
    slope = Math.max(0.05, Math.min(5, slope - step.slope));
    offset = Math.max(-30, Math.min(30, offset - step.offset));
  }
  return { slope, offset };
}

interface Side {
  readonly margins: readonly number[];
  readonly target: number;
}

function newton(sides: readonly Side[], { slope, offset }: Calibration): Calibration {
  // A little added to the curvature keeps the step finite where the two sides are far apart.
  let [gs, go, ss, so, oo] = [0, 0, 0.001, 0, 0.001];
  for (const { margins, target } of sides) {
    const weight = 1 / Math.max(1, margins.length);
    for (const margin of margins) {
      const p = 1 / (1 + Math.exp(-(slope * margin + offset)));
      const error = weight * (p - target);
      const bend = weight * p * (1 - p);
      gs += error * margin;
      go += error;
      ss += bend * margin * margin;
      so += bend * margin;
      oo += bend;
    }
  }
  const det = ss * oo - so * so;
  return { slope: (oo * gs - so * go) / det, offset: (ss * go - so * gs) / det };
}
