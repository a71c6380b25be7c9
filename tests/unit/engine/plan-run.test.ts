import { expect, test } from 'vitest';
import { limits, planRun } from '../../../src/engine/plan-run.ts';
import type { Experiment, RunRequest } from '../../../src/model/experiment.ts';
import { checkedOf } from './model-of.ts';

const checked = checkedOf({
  simSpecs: { start: 0, stop: 10, dt: 0.5, saveStep: 1, method: 'rk4' },
  parameters: { rate: 1, capacity: 2, delay: 3, ratioss: 4 },
  tables: { curve: [[0, 1]] },
  stocks: { level: { initial: '5', in: ['filling'] }, other: { initial: '6' } },
  flows: { filling: 'rate' },
  auxiliaries: { ratio: 'level / capacity', fixed: 'curve(delay) + ratioss' },
  presets: { small: { rate: 10, capacity: 20, delay: 30, level: 50 } },
});

const plan = (experiment: Partial<Experiment> = {}, request: Partial<RunRequest> = {}) =>
  planRun(checked, { policy: {}, scenario: {}, ...experiment }, { series: 'all', ...request });

function planned(...asked: Parameters<typeof plan>) {
  const result = plan(...asked);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test('without overrides, all is as in the file', () => {
  const { method, grid, series, parameters, initials } = planned();
  expect(method).toBe('rk4');
  expect(grid).toEqual({ start: 0, stop: 10, dt: 0.5, steps: 20, saveEvery: 2, rows: 11 });
  expect(series).toEqual(['level', 'other', 'filling', 'ratio', 'fixed']);
  expect([...parameters]).toEqual([1, 2, 3, 4]);
  expect([...initials]).toEqual([NaN, NaN]);
});

test('the policy comes before the scenario, that before the preset, that before the file', () => {
  const { parameters, initials } = planned({
    preset: 'small',
    scenario: { capacity: 200, delay: 300, other: 600 },
    policy: { delay: 3000, level: 5000 },
  });
  expect([...parameters]).toEqual([10, 200, 3000, 4]);
  expect([...initials]).toEqual([5000, 600]);
});

test('a request decides times, method and series', () => {
  const { method, grid, series } = planned(
    {},
    { method: 'euler', start: 2, stop: 4, dt: 0.25, saveStep: 0.5, series: ['rate', 'ratio'] },
  );
  expect(method).toBe('euler');
  expect(grid).toEqual({ start: 2, stop: 4, dt: 0.25, steps: 8, saveEvery: 2, rows: 5 });
  expect(series).toEqual(['rate', 'ratio']);
});

test.each<[string, Partial<Experiment>, Partial<RunRequest>, object]>([
  ['unknown-preset', { preset: 'smal' }, {}, { name: 'smal', nearest: 'small' }],
  ['unknown-preset', { preset: 'elsewhere' }, {}, { name: 'elsewhere' }],
  ['unknown-setting', { policy: { rte: 1 } }, {}, { name: 'rte', nearest: 'rate' }],
  // What cannot be set is not suggested.
  ['unknown-setting', { scenario: { ratioo: 1 } }, {}, { name: 'ratioo', nearest: 'ratioss' }],
  ['not-settable', { policy: { ratio: 1 } }, {}, { name: 'ratio' }],
  ['not-settable', { policy: { filling: 1 } }, {}, { name: 'filling' }],
  ['not-settable', { policy: { curve: 1 } }, {}, { name: 'curve' }],
  ['not-finite', { policy: { level: NaN } }, {}, { variable: 'level', time: 0 }],
  ['not-finite', { policy: { rate: -Infinity } }, {}, { variable: 'rate', time: 0 }],
  ['unknown-series', {}, { series: ['levl'] }, { name: 'levl', nearest: 'level' }],
  ['unknown-series', {}, { series: ['curve'] }, { name: 'curve' }],
  ['bad-time', {}, { dt: 0.3 }, { problem: 'save', start: 0, stop: 10, step: 1 }],
  ['bad-time', {}, { stop: -1 }, { problem: 'order', start: 0, stop: -1, step: 0.5 }],
  ['too-many', {}, { dt: 1e-7 }, { what: 'steps', count: 1e8, limit: limits.steps }],
  ['too-many', {}, { stop: 1e7, dt: 1 }, { what: 'values', count: 5 * (1e7 + 1), limit: limits.values }],
])('%s: %o %o', (code, experiment, request, args) => {
  const result = plan(experiment, request);
  expect(result).toMatchObject({ ok: false, error: [{ code, severity: 'error', args }] });
  if (!result.ok) expect(result.error[0]!.args).toEqual(args);
});

test('all that is wrong is told at once', () => {
  const result = plan({ preset: 'x', policy: { nothing: 1, ratio: 2 } }, { series: ['no'], dt: -1 });
  const codes = result.ok ? [] : result.error.map((d) => d.code);
  expect(codes).toEqual(['unknown-preset', 'unknown-setting', 'not-settable', 'unknown-series', 'bad-time']);
});
