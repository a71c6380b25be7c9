import { expect, it } from 'vitest';
import { bandsOf, createBanding, type BandsAnswer, type BandsWanted } from '../../../src/app/bands.ts';
import { emptyDocument, strategiesOf } from '../../../src/app/strategies.ts';
import type { EnsembleOptions, WorkerPool } from '../../../src/app/worker-pool.ts';
import { error } from '../../../src/base/diagnostic.ts';
import { fail, ok } from '../../../src/base/result.ts';
import type { EnsemblePart, EnsembleRequest, Stretch } from '../../../src/model/ensemble.ts';
import { smallModel } from '../../tools/models.ts';

const model = smallModel();
const document = emptyDocument('small', 'first');
const base = strategiesOf(model, document)[0]!;
const series = ['stock'];
const later = () => new Promise((resolve) => setTimeout(resolve));
/** Between two places of a lever that is held. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 110));

/** What a lever at this place wants. */
const at = (place: number, id = 'mine'): BandsWanted =>
  bandsOf(model, document, { ...base, id, policy: { lever: place } }, series, 2);
const placeOf = ({ experiment }: EnsembleRequest) => experiment.policy['lever']!;

/** A pool that answers when it is told to; every run gives the lever's place. */
function slowPool() {
  const asked: { readonly place: number; readonly stretch: Stretch; readonly options: EnsembleOptions }[] =
    [];
  const answers: (() => void)[] = [];
  const ensemble: WorkerPool['ensemble'] = (_, request, options) =>
    new Promise((resolve) => {
      const { stretch, sum, signal } = options;
      const { from, to } = stretch!;
      const part = (runs: number): EnsemblePart => ({
        times: Float64Array.of(0),
        outcomes: series,
        sketches: [
          {
            ...{ drop: 0, notFinite: 0, least: placeOf(request), greatest: placeOf(request) },
            values: new Float64Array(runs).fill(placeOf(request)),
          },
        ],
        runs,
        failed: 0,
      });
      asked.push({ place: placeOf(request), stretch: { from, to }, options });
      signal!.addEventListener('abort', () => resolve(undefined));
      answers.push(() => {
        if (signal!.aborted) return;
        for (const runs of [Math.floor((to - from) / 2), to - from - Math.floor((to - from) / 2)]) {
          sum!.add(part(runs));
          options.onProgress!({ done: sum!.runs(), of: request.runs, bands: sum!.bands });
        }
        resolve(ok(sum!.bands(options.shares)));
      });
    });
  return { ensemble, asked, answer: async () => (answers.shift()!(), later()) };
}

function banding() {
  const pool = slowPool();
  const heard: BandsAnswer[] = [];
  const made = createBanding(
    () => pool,
    (answer) => heard.push(answer),
  );
  /** Runs, place and whether more is coming, of all that was told since this was last asked. */
  const told = () =>
    heard.splice(0).map((answer) => {
      if (answer.kind !== 'bands') return answer.problems.map(({ code }) => code);
      const { ensemble, unfinished } = answer.bands;
      return [ensemble.runs, ensemble.bands[0]!.values[2], unfinished];
    });
  return { ...pool, ...made, told };
}

it('asks for the draws that tell how sure an order is, at whole years, and not for what nobody looks at', () => {
  const { request } = bandsOf(
    { ...model, simSpecs: { ...model.simSpecs, start: 0, stop: 62, saveStep: 0.25 } },
    document,
    base,
    series,
    42,
  );
  expect(request).toMatchObject({ vary: 'all', runs: 500, seed: 1, sampler: 'lhs' });
  expect(request.times).toEqual({ saveStep: 1, stop: 42 });
  const slow = { ...model, simSpecs: { ...model.simSpecs, start: 0, stop: 300, saveStep: 1 } };
  expect(bandsOf(slow, document, base, series, 200).request.times).toEqual({ saveStep: 5, stop: 200 });
  const quick = { ...model, simSpecs: { ...model.simSpecs, start: 0, stop: 2, saveStep: 1 / 16 } };
  expect(bandsOf(quick, document, base, series, 9).request.times).toEqual({ saveStep: 3 / 16, stop: 2 });
});

it('makes few runs while a lever is held, gently, and adds the others when it rests', async () => {
  const { want, asked, answer, told } = banding();
  want(at(1), true);
  expect(asked).toMatchObject([{ stretch: { from: 0, to: 48 }, options: { gently: true } }]);
  await answer();
  expect(told()).toEqual([[48, 1, true]]);
  await breath();
  expect(asked).toHaveLength(1);
  want(at(1), false);
  expect(asked[1]).toMatchObject({ stretch: { from: 48, to: 500 }, options: { gently: false } });
  await answer();
  expect(told()).toEqual([
    [274, 1, true],
    [500, 1, false],
  ]);
});

it('passes over the places between, and never tells older bands after newer ones', async () => {
  const { want, asked, answer, told } = banding();
  for (const place of [1, 2, 3]) want(at(place), true);
  await answer();
  expect(asked).toHaveLength(1);
  await breath();
  await answer();
  await breath();
  expect(asked.map(({ place }) => place)).toEqual([1, 3]);
  expect(told()).toEqual([
    [48, 1, true],
    [48, 3, true],
  ]);
  want(at(3), false);
  await answer();
  told();
  // Back to what is known while something else is on its way.
  want(at(4), true);
  want(at(3), true);
  expect(told()).toEqual([[500, 3, false]]);
  await answer();
  expect(told()).toEqual([]);
});

it('leaves the rest of the runs at once when the lever moves again', async () => {
  const { want, asked, answer } = banding();
  want(at(1), false);
  await answer();
  want(at(2), true);
  await breath();
  expect(asked.slice(1).map(({ place, options }) => [place, options.signal!.aborted])).toEqual([
    [1, true],
    [2, false],
  ]);
});

it('tells nothing of another strategy, and nothing when nothing is wanted', async () => {
  const { want, answer, told } = banding();
  want(at(1), true);
  want(at(1, 'another'), true);
  await breath();
  await answer();
  expect(told()).toEqual([]);
  await answer();
  expect(told()).toEqual([[48, 1, true]]);
  want(undefined, false);
  want(at(2), false);
  await breath();
  want(undefined, false);
  await answer();
  expect(told()).toEqual([]);
});

it('tells nothing of a place that was passed once something else is shown', async () => {
  const { want, answer, told } = banding();
  want(at(1), true);
  want(at(2), true);
  want(at(3, 'another'), true);
  await breath();
  await answer();
  expect(told()).toEqual([]);
  await answer();
  expect(told()).toEqual([[48, 3, true]]);
});

it('tells what is wrong, and asks again when something else is wanted', async () => {
  const heard: BandsAnswer[] = [];
  let asked = 0;
  const { want } = createBanding(
    () => ({ ensemble: () => (asked++, Promise.resolve(fail([error('worker-failed', { message: '' })]))) }),
    (answer) => heard.push(answer),
  );
  want(at(1), false);
  await later();
  want(at(1), false);
  await later();
  expect([asked, heard.length]).toEqual([1, 1]);
  want(at(2), false);
  await later();
  expect(heard[1]).toMatchObject({ kind: 'failed', problems: [{ code: 'worker-failed' }] });
});
