import { factorise, solveFor } from '../linear.ts';
import { sizeOf } from './solver.ts';
import type { Solver, Tolerance } from './solver.ts';
import type { System } from './system.ts';

/*
 * RODAS: order 4(3), six stages, L-stable and stiffly accurate, interpolation of order 3. Coefficients: E. Hairer and
 * G. Wanner, Solving Ordinary Differential Equations II, 2nd ed. (1996), ch. IV.10.
 */
const gamma = 0.25;
const at = [0, 0.386, 0.21, 0.63, 1, 1];
const byTime = [0.25, -0.1043, 0.1035, -0.0362, 0, 0];
const stages = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
];
const back = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
];
const dense = [
  [10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662],
  [-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872],
];

/** Linearly implicit, for stiff systems; the Jacobian is exact. */
export function rosenbrock(system: System, allowed: Tolerance): Solver {
  const { size, stocks } = system;
  const vector = () => new Float64Array(size);
  const k = stages.map(vector);
  const [slope, later, moved, byT] = [vector(), vector(), vector(), vector()];
  const jacobian = new Float64Array(size * stocks);
  const matrix = new Float64Array(stocks * stocks);
  const along = (weights: readonly number[], i: number): number => {
    let sum = 0;
    for (let j = 0; j < weights.length; j++) sum += weights[j]! * k[j]![i]!;
    return sum;
  };
  return {
    order: 4,
    attempt: (time, state, step, fresh) => {
      if (fresh) {
        system.slopes(time, state, slope);
        system.jacobian(time, state, jacobian);
        const ahead = Math.sqrt(2 ** -52 * Math.max(1e-5, Math.abs(time)));
        system.slopes(time + ahead, state, later);
        for (let i = 0; i < size; i++) byT[i] = (later[i]! - slope[i]!) / ahead;
      }
      for (let i = 0; i < matrix.length; i++) matrix[i] = -jacobian[i]!;
      for (let i = 0; i < stocks; i++) matrix[i * stocks + i]! += 1 / (step * gamma);
      const factors = factorise(matrix, stocks);
      if (factors === undefined) return { error: Infinity, state, within: () => undefined };
      for (let stage = 0; stage < stages.length; stage++) {
        for (let i = 0; i < size; i++) moved[i] = state[i]! + along(stages[stage]!, i);
        system.slopes(time + at[stage]! * step, moved, later);
        const right = k[stage]!;
        for (let i = 0; i < size; i++) {
          right[i] = later[i]! + step * byTime[stage]! * byT[i]! + along(back[stage]!, i) / step;
        }
        right.set(solveFor(factors, right.subarray(0, stocks)));
        // Nothing depends on what flows have moved in all, so that these follow from the stocks.
        for (let i = stocks; i < size; i++) {
          let sum = right[i]!;
          for (let j = 0; j < stocks; j++) sum += jacobian[i * stocks + j]! * right[j]!;
          right[i] = sum * step * gamma;
        }
      }
      // The last correction is the estimate of the error.
      const error = k[5]!;
      for (let i = 0; i < size; i++) moved[i]! += error[i]!;
      return {
        error: sizeOf(stocks, error, state, moved, allowed),
        state: moved,
        within: (share, into) => {
          const rest = 1 - share;
          for (let i = 0; i < size; i++) {
            const [bend, twist] = [along(dense[0]!, i), along(dense[1]!, i)];
            into[i] = state[i]! * rest + share * (moved[i]! + rest * (bend + share * twist));
          }
        },
      };
    },
  };
}
