import * as Comlink from 'comlink';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Analyst } from '../../src/analysis/api.ts';
import type { Engine } from '../../src/engine/api.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { Model } from '../../src/model/model.ts';
import { createMovingEngine } from '../../workers/moving-engine.ts';
import { modelOf } from '../unit/engine/model-of.ts';

const model = modelOf({
  simSpecs: { start: 0, stop: 20, dt: 0.25, saveStep: 1, method: 'rk4' },
  parameters: { rate: 0.3 },
  tables: {
    effect: [
      [0, 1],
      [50, 0.5],
      [100, 0],
    ],
  },
  stocks: { people: { initial: '10', in: ['arriving'], out: ['leaving'] } },
  flows: { arriving: '5 * effect(people)', leaving: 'rate * people' },
});

let ports: MessageChannel;
let far: Comlink.Remote<Analyst>;

beforeEach(() => {
  ports = new MessageChannel();
  Comlink.expose(createMovingEngine(), ports.port1);
  far = Comlink.wrap<Analyst>(ports.port2);
});

afterEach(() => {
  ports.port1.close();
  ports.port2.close();
});

/** What an engine answers to a number of calls, each the same on both sides of a port. */
async function answers(engine: Engine | Comlink.Remote<Engine>): Promise<readonly unknown[]> {
  const opened = await engine.open(model);
  const broken: Model = modelOf({ flows: { a: 'b', b: 'a' } });
  if (!opened.ok) return [opened];
  const { handle } = opened.value;
  return [
    opened,
    await engine.open(broken),
    await engine.run(handle, { policy: {}, scenario: {} }, { series: 'all' }),
    await engine.run(
      handle,
      { policy: { rate: 1 }, scenario: { people: 3 } },
      { series: ['people'], dt: 0.5 },
    ),
    await engine.run(handle, { policy: { rte: 1 }, scenario: {} }, { series: 'all' }),
    await engine.run(handle, { policy: {}, scenario: {}, preset: 'none' }, { series: ['nothing'] }),
    await engine.close(handle),
  ];
}

test('answers over a message port as when called directly', async () => {
  const direct = await answers(createEngine());
  expect(await answers(far)).toEqual(direct);
  expect(direct[2]).toMatchObject({ ok: true });
});

test('a run survives being moved: the engine keeps nothing that the next run needs', async () => {
  const opened = await far.open(model);
  if (!opened.ok) throw new Error('the model is right');
  const ask = () => far.run(opened.value.handle, { policy: {}, scenario: {} }, { series: 'all' });
  const [first, second] = [await ask(), await ask()];
  expect(second).toEqual(first);
  if (second.ok) expect(second.value.values).toHaveLength(21 * 3);
});

test('runs that are asked for together are those of each alone', async () => {
  const opened = await far.open(model);
  if (!opened.ok) throw new Error('the model is right');
  const { handle } = opened.value;
  const experiments = [1, 2, 0.5].map((rate) => ({ policy: { rate }, scenario: {} }));
  const wrong = { policy: { rte: 1 }, scenario: {} };
  const together = await far.runEach(handle, [...experiments, wrong], { series: ['people'] });
  const alone = [];
  for (const experiment of [...experiments, wrong])
    alone.push(await far.run(handle, experiment, { series: ['people'] }));
  expect(together).toEqual({ ok: true, value: alone });
  expect(alone.map(({ ok }) => ok)).toEqual([true, true, true, false]);
});

test('the arrays are moved, so that nothing is copied', () => {
  const engine = createMovingEngine();
  const opened = engine.open(model);
  if (!opened.ok) throw new Error('the model is right');
  const answer = engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series: 'all' });
  if (!answer.ok) throw new Error('the run is right');
  const { values, times } = answer.value;
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(() => answer, port1);
  return Comlink.wrap<() => unknown>(port2)().then(() => {
    port1.close();
    port2.close();
    expect([values.length, times.length]).toEqual([0, 0]);
  });
});

test('a model that was closed is gone: to run it is a bug, and tells so', async () => {
  const opened = await far.open(model);
  if (!opened.ok) throw new Error('the model is right');
  await far.close(opened.value.handle);
  const run = far.run(opened.value.handle, { policy: {}, scenario: {} }, { series: 'all' });
  await expect(run).rejects.toThrow('model 1 is missing');
});
