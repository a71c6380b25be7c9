import { permutationOf, streamOf, uniformsOf } from '../base/random.ts';
import type { Sampler } from '../model/ensemble.ts';
import { sobolDimension, sobolDimensions } from './sobol.ts';

/** Draw `index` of one dimension, between 0 and 1, neither included: known without those before it. */
export type Draws = (index: number) => number;

export interface Design {
  readonly seed: number;
  /** Draws in all: the number of strata of a Latin hypercube. */
  readonly runs: number;
}

/** The draws of the dimension with this number and name. The name is the stream's, so that others may come and go. */
type Method = (design: Design, dimension: number, name: string) => Draws;

const monteCarlo: Method = ({ seed }, _, name) => uniformsOf(seed, `mc ${name}`);

const latinHypercube: Method = ({ seed, runs }, _, name) => {
  const within = uniformsOf(seed, `lhs ${name}`);
  const stratum = permutationOf(runs, streamOf(seed, `lhs strata ${name}`));
  return (index) => (stratum(index) + within(index)) / runs;
};

/**
 * The Sobol sequence, shifted digit by digit by the seed, so that no point lies on the edge and errors can be told from
 * several seeds. Best with a number of runs that is a power of two. Dimensions beyond the table are a Latin hypercube.
 */
const sobol: Method = (design, dimension, name) => {
  if (dimension >= sobolDimensions) return latinHypercube(design, dimension, name);
  const [shift] = streamOf(design.seed, `sobol ${name}`)(0);
  const word = sobolDimension(dimension);
  return (index) => (((word(index) ^ shift) >>> 0) + 0.5) * 2 ** -32;
};

const methods: Readonly<Record<Sampler, Method>> = { mc: monteCarlo, lhs: latinHypercube, sobol };

/** The draws of each named dimension. */
export const sample = (sampler: Sampler, design: Design, names: readonly string[]): readonly Draws[] =>
  names.map((name, dimension) => methods[sampler](design, dimension, name));
