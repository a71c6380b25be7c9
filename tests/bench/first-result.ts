import { createEngine } from '../../src/engine/engine.ts';
import { readModel } from '../../src/format/read.ts';
import type { Model } from '../../src/model/model.ts';
import { modelOf } from '../unit/engine/model-of.ts';
import { placesFile } from './engine-models.ts';
import type { Measurement } from './measure.ts';
import { open } from './model.ts';

/**
 * Stocks in a row, as in the chain of the other benchmarks: about so many equations.
 * @param prefix of all names: with another, no text was seen before
 * @param factor in half of the equations: with another, no code was seen before
 * @param more added to one equation in the middle
 */
function chain(equations: number, prefix: string, factor: number, more = ''): Model {
  const links = Math.round(equations / 3);
  const ids = Array.from({ length: links }, (_, i) => `${prefix}${i}`);
  const flow = (i: number) => `f_${prefix}${i}`;
  return modelOf({
    simSpecs: { start: 0, stop: 25, dt: 0.0625, saveStep: 0.0625 },
    parameters: { tau: 2, half: 50 },
    stocks: Object.fromEntries(
      ids.map((id, i) => [`s_${id}`, { initial: '100', in: [flow(i)], out: [flow(i + 1)] }]),
    ),
    flows: { [flow(0)]: '10', ...Object.fromEntries(ids.map((id, i) => [flow(i + 1), `s_${id} / a_${id}`])) },
    auxiliaries: Object.fromEntries(
      ids.map((id, i) => [
        `a_${id}`,
        `tau * (1 + ${factor} * s_${id} / (s_${id} + half))${i === links >> 1 ? more : ''}`,
      ]),
    ),
  });
}

/** Milliseconds from a model, as a message brings it to a worker, to its result: 400 steps with every series. */
function firstResult(modelFor: (i: number) => Model, count: number): readonly number[] {
  const samples: number[] = [];
  const warm = Math.ceil(count / 3);
  for (let i = 0; i < warm + count; i++) {
    const model = structuredClone(modelFor(i));
    const start = performance.now();
    const engine = createEngine();
    const run = engine.run(open(engine, model), { policy: {}, scenario: {} }, { series: 'all' });
    if (!run.ok) throw new Error(JSON.stringify(run.error[0]));
    if (i >= warm) samples.push(performance.now() - start);
  }
  return samples;
}

/** Another model each time, of texts and code that nothing has seen; whole, and for each of its equations. */
function fresh(equations: number, goal?: number): readonly Measurement[] {
  const name = `engine: ${equations} equations, model to first result`;
  let measured: readonly number[] | undefined;
  const samples = () =>
    (measured ??= firstResult(
      (i) => chain(equations, `m${equations}_${i}_`, 0.5 + i / 1000),
      equations > 2000 ? 9 : 20,
    ));
  return [
    {
      name,
      unit: 'ms',
      ...(goal === undefined ? {} : { goal }),
      alone: true,
      sample: () => Promise.resolve(samples()),
    },
    {
      name: `${name}, for each`,
      unit: 'µs',
      alone: true,
      sample: () => Promise.resolve(samples().map((ms) => (1000 * ms) / equations)),
    },
  ];
}

/** The same model with another text of one equation, as when somebody writes it. */
const edited = (equations: number, goal?: number): Measurement => ({
  name: `engine: ${equations} equations, one edited, to result`,
  unit: 'ms',
  ...(goal === undefined ? {} : { goal }),
  alone: true,
  sample: () =>
    Promise.resolve(
      firstResult(
        (i) => chain(equations, `e${equations}_`, 0.5, ` + ${i / 1000}`),
        equations > 2000 ? 9 : 60,
      ),
    ),
});

/** An array in a file of another program: from its text to the result, of which the sum over it is asked for. */
const arrayed = (elements: number): Measurement => ({
  name: `engine: five arrays of ${elements}, text to first result`,
  unit: 'ms',
  alone: true,
  sample: () => {
    const samples: number[] = [];
    for (let i = 0; i < 12; i++) {
      const text = placesFile(elements, 0.02 + i / 1e4);
      const start = performance.now();
      const model = readModel(text, 'places.xmile', { parts: new Map() });
      if (!model.ok) throw new Error(JSON.stringify(model.error[0]));
      const engine = createEngine();
      const run = engine.run(open(engine, model.value), { policy: {}, scenario: {} }, { series: ['total'] });
      if (!run.ok) throw new Error(JSON.stringify(run.error[0]));
      if (i >= 3) samples.push(performance.now() - start);
    }
    return Promise.resolve(samples);
  },
});

export const firstResults: readonly Measurement[] = [
  ...fresh(100),
  ...fresh(301),
  ...fresh(1000),
  ...fresh(3001),
  ...fresh(10_000, 60),
  arrayed(2000),
  edited(301, 2),
  edited(3001),
];
