import { must } from '../../src/base/assert.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { readModel } from '../../src/format/read.ts';
import type { Engine } from '../../src/engine/api.ts';
import type { Model } from '../../src/model/model.ts';
import { timed, type Measurement } from './measure.ts';

const texts: Readonly<Record<string, string>> = import.meta.glob('../../models/*/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const text = (file: string): string => must(texts[`../../models/${file}`], file);

export function readKommun(): Model {
  const parts = new Map(
    Object.entries(texts)
      .filter(([path]) => path.includes('/parts/'))
      .map(([path, content]) => [path.split('/').at(-1)!.replace('.yaml', ''), content]),
  );
  const answer = readModel(text('kommun/model.yaml'), 'kommun/model.yaml', { parts });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error[0]));
  return answer.value;
}

export function open(engine: Engine, model: Model): number {
  const answer = engine.open(model);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error[0]));
  return answer.value.handle;
}

/** A lever is another at each run, as when it is dragged. */
function runOnce(engine: Engine, handle: number, setting: number, series: readonly string[] | 'all'): void {
  const answer = engine.run(handle, { policy: { lever_rescue: setting }, scenario: {} }, { series });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error[0]));
}

const shown = ['outside_all', 'new_exclusion', 'pv_total', 'pv_public'];

/** 62 years, dt 1/16, RK4: what each move of a lever costs the worker. */
export const oneRun: Measurement = {
  name: 'kommun: one run, the series of the screen',
  unit: 'ms',
  goal: 5,
  sample: () => {
    const engine = createEngine();
    const handle = open(engine, readKommun());
    let i = 0;
    return timed(200, () => runOnce(engine, handle, (i++ % 100) / 100, shown));
  },
};

export const oneRunAll: Measurement = {
  name: 'kommun: one run, every series',
  unit: 'ms',
  sample: () => {
    const engine = createEngine();
    const handle = open(engine, readKommun());
    let i = 0;
    return timed(100, () => runOnce(engine, handle, (i++ % 100) / 100, 'all'));
  },
};

/** Text of the file → read, checked, ordered, compiled, run once. */
export const textToResult: Measurement = {
  name: 'kommun: text to first result',
  unit: 'ms',
  sample: () =>
    timed(20, () => {
      const engine = createEngine();
      runOnce(engine, open(engine, readKommun()), 0.5, shown);
    }),
};
