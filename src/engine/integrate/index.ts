import type { AdaptiveMethod, FixedMethod, Method } from '../../model/model.ts';

/**
 * A fixed-step explicit Runge–Kutta method in which each stage starts from the step's opening state and looks ahead
 * along the stage before it alone: stage i is at `t + at[i]·dt`, with the stocks moved by `at[i]·dt` times the net
 * flows of stage i−1. The step itself takes the flows weighted by `weights`, divided by their sum.
 */
export interface Scheme {
  readonly at: readonly number[];
  readonly weights: readonly number[];
}

/** `rk2` is Heun's method, the trapezoid; XMILE names the order only. `rk4` is the classical one of Kutta. */
export const schemes: Readonly<Record<FixedMethod, Scheme>> = {
  euler: { at: [0], weights: [1] },
  rk2: { at: [0, 1], weights: [1, 1] },
  rk4: { at: [0, 0.5, 0.5, 1], weights: [1, 2, 2, 1] },
};

export const isAdaptive = (method: Method): method is AdaptiveMethod => !(method in schemes);

export const divisor = (scheme: Scheme): number => scheme.weights.reduce((sum, weight) => sum + weight, 0);
