import * as Comlink from 'comlink';
import { expect, it } from 'vitest';
import { createEngineClient } from '../../../src/app/engine-client.ts';
import { ok } from '../../../src/base/result.ts';
import type { Analyst } from '../../../src/analysis/api.ts';
import type { Engine } from '../../../src/engine/api.ts';
import type { Run } from '../../../src/model/experiment.ts';
import { smallModel } from '../../tools/models.ts';

type Fake = Engine & Pick<Analyst, 'runEach'>;

/** A stand-in for a worker: the other end of a channel, with the engine that a test gives it. */
function workerWith(engine: Fake | undefined, onStart?: (worker: EventTarget) => void): Worker {
  const { port1, port2 } = new MessageChannel();
  if (engine !== undefined) Comlink.expose(engine, port2);
  const events = new EventTarget();
  onStart?.(events);
  return Object.assign(port1, {
    terminate: () => {
      port1.close();
      port2.close();
    },
    addEventListener(type: string, listener: EventListener) {
      if (type === 'message') MessagePort.prototype.addEventListener.call(port1, type, listener);
      else events.addEventListener(type, listener);
    },
  }) as unknown as Worker;
}

const run: Run = {
  experiment: { policy: {}, scenario: {} },
  times: new Float64Array([0]),
  names: [],
  values: new Float64Array(0),
  balance: [],
  diagnostics: [],
};
const good: Fake = {
  open: () => ok({ handle: 7, warnings: [] }),
  run: () => ok(run),
  runEach: (_handle, experiments) => ok(experiments.map(() => ok(run))),
  close: () => undefined,
};
const never = new Promise<never>(() => undefined);
const limits = { start: 0.2, restart: 0.2, run: 0.2, known: 0.1, times: 20, slow: 0.05 };
const codes = (answer: { ok: boolean; error?: readonly { code: string }[] }) =>
  answer.error?.map((d) => d.code);

it('opens a model and runs it', async () => {
  const client = createEngineClient(() => workerWith(good), limits);
  expect(await client.open(smallModel())).toEqual(ok([]));
  const answer = await client.run({ policy: {}, scenario: {} }, { series: [] });
  expect(answer.ok && answer.value.times).toEqual(new Float64Array([0]));
});

it('replaces a worker that hangs, opens the model again and gives the run', async () => {
  let started = 0;
  const hanging: Fake = { ...good, run: () => never as never };
  const client = createEngineClient(() => workerWith(started++ === 0 ? hanging : good), limits);
  await client.open(smallModel());
  const answer = await client.run({ policy: {}, scenario: {} }, { series: [] });
  expect(answer.ok).toBe(true);
  expect(started).toBe(2);
});

it('gives an answer for each of several runs, also when no worker comes to them', async () => {
  const experiments = [1, 2, 3].map((rate) => ({ policy: { rate }, scenario: {} }));
  const client = createEngineClient(() => workerWith(good), limits);
  await client.open(smallModel());
  expect((await client.runEach(experiments, { series: [] })).map(({ ok: is }) => is)).toEqual([
    true,
    true,
    true,
  ]);
  const hung = createEngineClient(() => workerWith({ ...good, runEach: () => never as never }), limits);
  await hung.open(smallModel());
  const silent = await hung.runEach(experiments, { series: [] });
  expect(silent.map(codes)).toEqual([['worker-silent'], ['worker-silent'], ['worker-silent']]);
});

it('waits for a model that has answered no longer than it needs', async () => {
  let hangs = false;
  const client = createEngineClient(
    () => workerWith({ ...good, run: () => (hangs ? (never as never) : ok(run)) }),
    {
      ...limits,
      run: 60,
    },
  );
  await client.open(smallModel());
  expect((await client.run({ policy: {}, scenario: {} }, { series: [] })).ok).toBe(true);
  hangs = true;
  const begun = performance.now();
  expect(codes(await client.run({ policy: {}, scenario: {} }, { series: [] }))).toEqual(['worker-silent']);
  expect(performance.now() - begun).toBeLessThan(5000);
});

it('tells that an answer takes long, and gives up when it is stopped, without another try', async () => {
  let started = 0;
  const hanging: Fake = { ...good, run: () => never as never };
  const client = createEngineClient(() => workerWith(started++ === 0 ? hanging : good), {
    ...limits,
    run: 60,
  });
  const told: boolean[] = [];
  client.watch((slow) => {
    told.push(slow);
    if (slow) client.stop();
  });
  await client.open(smallModel());
  const answer = await client.run({ policy: {}, scenario: {} }, { series: [] });
  expect(codes(answer)).toEqual(['worker-silent']);
  expect([told, started]).toEqual([[true, false], 1]);
  expect((await client.run({ policy: {}, scenario: {} }, { series: [] })).ok).toBe(true);
  expect(started).toBe(2);
});

it('says that a worker failed at load when its replacement fails too, and starts a new one on the next call', async () => {
  let started = 0;
  const client = createEngineClient(
    () =>
      started++ < 2
        ? workerWith(undefined, (events) => setTimeout(() => events.dispatchEvent(new Event('error')), 5))
        : workerWith(good),
    limits,
  );
  expect(codes(await client.open(smallModel()))).toEqual(['worker-failed']);
  expect((await client.run({ policy: {}, scenario: {} }, { series: [] })).ok).toBe(true);
});

it('says how long it waited when no worker answers', async () => {
  const client = createEngineClient(() => workerWith(undefined), limits);
  const answer = await client.open(smallModel());
  expect(!answer.ok && answer.error[0]).toMatchObject({ code: 'worker-silent', args: { seconds: 0.2 } });
});

it('gives the model’s own errors as they are, without a new worker', async () => {
  let started = 0;
  const wrong: Fake = {
    ...good,
    open: () => ({
      ok: false,
      error: [{ code: 'missing-unit', severity: 'error', where: {}, args: { name: 'x' } }],
    }),
  };
  const client = createEngineClient(() => (started++, workerWith(wrong)), limits);
  expect(codes(await client.open(smallModel()))).toEqual(['missing-unit']);
  expect(started).toBe(1);
});
