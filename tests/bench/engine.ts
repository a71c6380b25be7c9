import { must } from '../../src/base/assert.ts';
import { makeEnsembleKernel } from '../../src/engine/compile/ensemble-kernel.ts';
import { makeKernel } from '../../src/engine/compile/kernel.ts';
import type { CheckedModel } from '../../src/engine/checked.ts';
import type { KernelRequest } from '../../src/engine/compile/request.ts';
import { planRun } from '../../src/engine/plan-run.ts';
import type { RunPlan } from '../../src/engine/plan.ts';
import { compileBaseline, leastOf } from './baseline.ts';
import type { Timed } from './baseline.ts';
import { chain, places, sir } from './engine-models.ts';
import { chainRun, ensembleRun, placesRun, sirEuler, sirRk4 } from './hand-written.ts';
import type { Measurement } from './measure.ts';
import { startPool } from './pool.ts';

/** Rounds in which the baselines and the engine take turns, so that a busy machine slows all. */
const rounds = 7;

interface Test {
  readonly key: string;
  readonly name: string;
  readonly goal: number;
  /** Makes the work; its answer is the end value that the baselines compute too. */
  readonly prepare: () => () => number;
  readonly handWritten: () => number;
  readonly repetitions: number;
  readonly exact: boolean;
}

function planOf(
  checked: CheckedModel,
  method: KernelRequest['method'],
  series: readonly string[] | 'all',
  saveStep?: number,
): RunPlan {
  const times = saveStep === undefined ? {} : { saveStep };
  const plan = planRun(checked, { policy: {}, scenario: {} }, { series, method, ...times });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const requestOf = (method: KernelRequest['method'], { series, grid }: RunPlan) => ({
  method,
  series,
  steps: grid.steps,
  rows: grid.rows,
  saveEachStep: grid.saveEvery === 1,
});

/** One run, every series at every step; its answer is made of the stocks at the end. */
function single(
  checked: CheckedModel,
  method: KernelRequest['method'],
  answer: (stocks: Float64Array) => number,
) {
  const plan = planOf(checked, method, 'all');
  const kernel = makeKernel(checked, { ...requestOf(method, plan), totals: false, watch: false });
  return () => answer(kernel.runInPlace(plan).closing);
}

/** One run of an array, of which the sum over it is the only series; its answer is the sum of the stocks at the end. */
function array(elements: number): () => number {
  const checked = places(elements);
  const plan = planOf(checked, 'euler', ['total']);
  const kernel = makeKernel(checked, { ...requestOf('euler', plan), totals: false, watch: false });
  return () => sumOf(kernel.runInPlace(plan).closing);
}

const firstOf = (stocks: Float64Array): number => stocks[0]!;
const sumOf = (stocks: Float64Array): number => stocks.reduce((sum, stock) => sum + stock, 0);

/** 10,000 runs of the epidemic with different parameters; their last stocks are kept. */
function ensemble(): () => number {
  const runs = 10_000;
  const plan = planOf(sir, 'euler', ['S', 'I', 'R'], 100);
  const kernel = makeEnsembleKernel(sir, requestOf('euler', plan), 8);
  const ends = new Float64Array(3 * runs);
  return () => {
    kernel.run({
      grid: plan.grid,
      runs,
      begin: (i, parameters) => {
        parameters[0] = 0.2 + i * 1e-5;
        parameters[1] = 4 + i * 1e-4;
      },
      take: (first, count, values) => {
        for (let s = 0; s < 3; s++) {
          for (let i = 0; i < count; i++) ends[3 * (first + i) + s] = values[(2 * s + 1) * kernel.width + i]!;
        }
      },
    });
    return ends[3 * (runs - 1)]!;
  };
}

const tests: readonly Test[] = [
  {
    key: 'sir_euler',
    name: 'one run, SIR, Euler',
    goal: 1.03,
    prepare: () => single(sir, 'euler', firstOf),
    handWritten: sirEuler,
    repetitions: 1000,
    exact: true,
  },
  {
    key: 'sir_rk4',
    name: 'one run, SIR, RK4',
    goal: 1.03,
    prepare: () => single(sir, 'rk4', firstOf),
    handWritten: sirRk4,
    repetitions: 300,
    exact: true,
  },
  {
    key: 'chain',
    name: 'one run, chain of 301',
    goal: 0.5,
    prepare: () => single(chain(100), 'euler', sumOf),
    handWritten: () => chainRun(false),
    repetitions: 50,
    exact: true,
  },
  {
    key: 'chain_exp',
    name: 'one run, chain of 301 with exp',
    goal: 0.65,
    prepare: () => single(chain(100, true), 'euler', sumOf),
    handWritten: () => chainRun(true),
    repetitions: 30,
    exact: false,
  },
  {
    key: 'ensemble_10k_1core',
    name: '10,000 runs, SIR, one core',
    goal: 0.16,
    prepare: ensemble,
    handWritten: ensembleRun,
    repetitions: 5,
    exact: true,
  },
  {
    key: 'array_1000',
    name: 'one run, five arrays of 1,000',
    goal: 1.1,
    prepare: () => array(1000),
    handWritten: () => placesRun(1000),
    repetitions: 30,
    exact: false,
  },
  {
    key: 'array_10000',
    name: 'one run, five arrays of 10,000',
    goal: 1.2,
    prepare: () => array(10_000),
    handWritten: () => placesRun(10_000),
    repetitions: 5,
    exact: false,
  },
];

/** The same runs, drawn, shared among two workers and gathered into bands; beside the baselines of one core. */
const pooled = {
  key: 'ensemble_10k_pool',
  like: 'ensemble_10k_1core',
  name: '10,000 runs, SIR, two workers, end to end',
  goal: 0.09,
  repetitions: 20,
};

const references = { c: 'C', js: 'hand-written JavaScript' } as const;
type Reference = keyof typeof references;
/** By reference and test: the share of each round. */
type Ratios = Readonly<Record<Reference, ReadonlyMap<string, readonly number[]>>>;

/** All ratios: in each round the baselines and then the engine, each test's least time. */
async function measure(): Promise<Ratios> {
  const shares = { c: new Map<string, number[]>(), js: new Map<string, number[]>() };
  const keep = (reference: Reference, key: string, share: number): void => {
    const known = shares[reference].get(key);
    if (known === undefined) shares[reference].set(key, [share]);
    else known.push(share);
  };
  const baseline = compileBaseline();
  const pool = startPool();
  try {
    const works = tests.map((test) => ({ ...test, work: test.prepare() }));
    for (const { work, handWritten, repetitions } of works) {
      leastOf(repetitions, work);
      leastOf(repetitions, handWritten);
    }
    await leastOfAll(pooled.repetitions, pool.run);
    for (let round = 0; round < rounds; round++) {
      const c = baseline?.run();
      const pool2 = await leastOfAll(pooled.repetitions, pool.run);
      for (const { key, work, handWritten, repetitions, exact } of works) {
        const ours = leastOf(repetitions, work);
        const found: Record<Reference, Timed | undefined> = {
          c: c && must(c.get(key), key),
          js: leastOf(repetitions, handWritten),
        };
        for (const reference of ['c', 'js'] as const) {
          const theirs = found[reference];
          if (theirs === undefined) continue;
          const apart = Math.abs(ours.end / theirs.end - 1);
          if (exact ? apart !== 0 : apart > 1e-12) {
            throw new Error(`${key}: ${ours.end}, in ${references[reference]} ${theirs.end}`);
          }
          keep(reference, key, ours.least / theirs.least);
          if (key === pooled.like) keep(reference, pooled.key, pool2 / theirs.least);
        }
      }
    }
  } finally {
    pool.end();
    baseline?.remove();
  }
  return shares;
}

async function leastOfAll(repetitions: number, work: () => Promise<void>): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < repetitions; i++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

let measured: Promise<Ratios> | undefined;

const shareOf = (reference: Reference): readonly Measurement[] =>
  [...tests, pooled].map(({ key, name, goal }) => ({
    name: `engine: ${name}, share of ${references[reference]}`,
    unit: 'ratio',
    ratioTo: { reference, key },
    ...(reference === 'c' ? { goal } : {}),
    alone: true,
    sample: async () => (await (measured ??= measure()))[reference].get(key) ?? [],
  }));

/** Times of the engine's kernels as shares of plain C's; no samples where there is no C compiler. */
export const engineRatios: readonly Measurement[] = [...shareOf('c'), ...shareOf('js')];
