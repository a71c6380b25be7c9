import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../src/base/assert.ts';
import { makeEnsembleKernel } from '../../src/engine/compile/ensemble-kernel.ts';
import { makeKernel } from '../../src/engine/compile/kernel.ts';
import type { CheckedModel } from '../../src/engine/checked.ts';
import { planRun } from '../../src/engine/plan-run.ts';
import type { RunPlan } from '../../src/engine/plan.ts';
import type { Method } from '../../src/model/model.ts';
import source from './baseline.c?raw';
import { chain, sir } from './engine-models.ts';
import type { Measurement } from './measure.ts';

/** Rounds in which the baseline and the engine take turns, so that a busy machine slows both. */
const rounds = 7;

interface Test {
  readonly key: string;
  readonly name: string;
  readonly goal: number;
  /** Makes the work; its answer is the end value that the baseline computes too. */
  readonly prepare: () => { readonly work: () => number; readonly repetitions: number };
  readonly exact: boolean;
}

function planOf(
  checked: CheckedModel,
  method: Method,
  series: readonly string[] | 'all',
  saveStep?: number,
): RunPlan {
  const times = saveStep === undefined ? {} : { saveStep };
  const plan = planRun(checked, { policy: {}, scenario: {} }, { series, method, ...times });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const requestOf = ({ method, series, grid }: RunPlan) => ({
  method,
  series,
  steps: grid.steps,
  rows: grid.rows,
  saveEachStep: grid.saveEvery === 1,
});

/** One run, every series at every step. */
function single(
  checked: CheckedModel,
  method: Method,
  end: number,
  repetitions: number,
): ReturnType<Test['prepare']> {
  const plan = planOf(checked, method, 'all');
  const kernel = makeKernel(checked, { ...requestOf(plan), totals: false, watch: false });
  return { work: () => kernel.runInPlace(plan).closing[end]!, repetitions };
}

/** 10,000 runs of the epidemic with different parameters; their last stocks are kept. */
function ensemble(): ReturnType<Test['prepare']> {
  const runs = 10_000;
  const plan = planOf(sir, 'euler', ['S', 'I', 'R'], 100);
  const kernel = makeEnsembleKernel(sir, requestOf(plan), 8);
  const ends = new Float64Array(3 * runs);
  const work = (): number => {
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
  return { work, repetitions: 5 };
}

const tests: readonly Test[] = [
  {
    key: 'sir_euler',
    name: 'one run, SIR, Euler',
    goal: 1.03,
    exact: true,
    prepare: () => single(sir, 'euler', 0, 1000),
  },
  {
    key: 'sir_rk4',
    name: 'one run, SIR, RK4',
    goal: 1.03,
    exact: true,
    prepare: () => single(sir, 'rk4', 0, 300),
  },
  {
    key: 'chain',
    name: 'one run, chain of 301',
    goal: 0.5,
    exact: true,
    prepare: () => single(chain(100), 'euler', 99, 30),
  },
  {
    key: 'chain_exp',
    name: 'one run, chain of 301 with exp',
    goal: 0.65,
    exact: false,
    prepare: () => single(chain(100, true), 'euler', 99, 15),
  },
  {
    key: 'ensemble_10k_1core',
    name: '10,000 runs, SIR, one core',
    goal: 0.16,
    exact: true,
    prepare: ensemble,
  },
];

interface Timed {
  readonly least: number;
  readonly end: number;
}

/** The baseline, compiled here; undefined without a compiler. */
function compileBaseline():
  { readonly run: () => ReadonlyMap<string, Timed>; readonly remove: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const [from, to] = [join(folder, 'baseline.c'), join(folder, 'baseline')];
    writeFileSync(from, source);
    const flags = [
      '-O3',
      '-march=native',
      '-ffp-contract=off',
      '-fno-tree-vectorize',
      '-fno-tree-slp-vectorize',
    ];
    execFileSync('gcc', [...flags, from, '-o', to, '-lm'], { stdio: 'ignore' });
    const run = () => {
      const lines = execFileSync(to, { encoding: 'utf8' }).trim().split('\n');
      return new Map(
        lines.map((line) => {
          const [key, least, end] = line.split(' ');
          return [key!, { least: Number(least), end: Number(end) }];
        }),
      );
    };
    return { run, remove };
  } catch {
    remove();
    return undefined;
  }
}

function leastOf(repetitions: number, work: () => number): Timed {
  let [least, end] = [Infinity, NaN];
  for (let i = 0; i < repetitions; i++) {
    const start = performance.now();
    end = work();
    least = Math.min(least, performance.now() - start);
  }
  return { least, end };
}

let measured: ReadonlyMap<string, readonly number[]> | undefined;

/** All ratios, measured once: in each round the baseline and then the engine, each test's least time. */
function ratios(): ReadonlyMap<string, readonly number[]> {
  const baseline = compileBaseline();
  const found = new Map(tests.map(({ key }) => [key, [] as number[]]));
  if (baseline === undefined) return found;
  try {
    const works = tests.map((test) => ({ ...test, ...test.prepare() }));
    for (const { work, repetitions } of works) leastOf(repetitions, work);
    for (let round = 0; round < rounds; round++) {
      const c = baseline.run();
      for (const { key, work, repetitions, exact } of works) {
        const [theirs, ours] = [must(c.get(key), key), leastOf(repetitions, work)];
        const apart = Math.abs(ours.end / theirs.end - 1);
        if (exact ? apart !== 0 : apart > 1e-12) throw new Error(`${key}: ${ours.end}, in C ${theirs.end}`);
        found.get(key)!.push(ours.least / theirs.least);
      }
    }
  } finally {
    baseline.remove();
  }
  return found;
}

/** Times of the engine's kernels as shares of plain C's; no samples where there is no C compiler. */
export const engineRatios: readonly Measurement[] = tests.map(({ key, name, goal }) => ({
  name: `engine: ${name}, share of C`,
  unit: 'ratio',
  ratioToC: key,
  goal,
  alone: true,
  sample: () => Promise.resolve(must((measured ??= ratios()).get(key), key)),
}));
