import { sizeOf } from './solver.ts';
import type { Solver, Tolerance } from './solver.ts';
import type { System } from './system.ts';

/*
 * Coefficients: J. R. Dormand and P. J. Prince, A family of embedded Runge–Kutta formulae, J. Comput. Appl. Math. 6
 * (1980) 19–26; interpolation of order 4 by Hairer and Wanner (dopri5).
 */
const at = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const stages = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const apart = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
const dense = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

/** Explicit, order 5(4), for systems that are not stiff. */
export function dormandPrince(system: System, allowed: Tolerance): Solver {
  const { size, stocks } = system;
  const slopes = stages.map(() => new Float64Array(size));
  const [moved, error] = [new Float64Array(size), new Float64Array(size)];
  const first = slopes[0]!;
  const last = slopes[6]!;
  const along = (weights: readonly number[], i: number): number => {
    let sum = 0;
    for (let k = 0; k < weights.length; k++) sum += weights[k]! * slopes[k]![i]!;
    return sum;
  };
  return {
    order: 5,
    attempt: (time, state, step, fresh) => {
      if (fresh) system.slopes(time, state, first);
      for (let stage = 1; stage < stages.length; stage++) {
        for (let i = 0; i < size; i++) moved[i] = state[i]! + step * along(stages[stage]!, i);
        system.slopes(time + at[stage]! * step, moved, slopes[stage]!);
      }
      // The last stage is at the end of the step.
      for (let i = 0; i < size; i++) error[i] = step * along(apart, i);
      return {
        error: sizeOf(stocks, error, state, moved, allowed),
        state: moved,
        within: (share, into) => {
          const rest = 1 - share;
          for (let i = 0; i < size; i++) {
            const difference = moved[i]! - state[i]!;
            const bend = step * first[i]! - difference;
            const twist = difference - step * last[i]! - bend;
            into[i] =
              state[i]! +
              share * (difference + rest * (bend + share * (twist + rest * step * along(dense, i))));
          }
        },
      };
    },
  };
}
