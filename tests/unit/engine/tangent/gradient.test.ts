import { describe, expect, test } from 'vitest';
import { must } from '../../../../src/base/assert.ts';
import { check } from '../../../../src/engine/check.ts';
import type { CheckedModel } from '../../../../src/engine/checked.ts';
import { createRunner } from '../../../../src/engine/run.ts';
import { createGradient } from '../../../../src/engine/tangent/gradient.ts';
import type { RunRequest } from '../../../../src/model/experiment.ts';
import { readShipped } from '../../../tools/shipped-models.ts';
import { checkedOf } from '../model-of.ts';
import type { Sketch } from '../model-of.ts';

const here = { policy: {}, scenario: {} };

function gradient(
  checked: CheckedModel,
  inputs: readonly string[],
  outcomes: readonly string[],
  times: Omit<RunRequest, 'series'> = {},
) {
  const answer = createGradient(checked, inputs, outcomes)(here, times);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** Derivatives at the last time, one row per outcome. */
function atEnd(...args: Parameters<typeof gradient>): readonly (readonly number[])[] {
  const [, inputs, outcomes] = args;
  const { times, values } = gradient(...args);
  return outcomes.map((_, o) =>
    inputs.map((_, i) => values[(o * inputs.length + i) * times.length + times.length - 1]!),
  );
}

function close(
  found: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
  relative: number,
) {
  for (const [o, row] of expected.entries()) {
    for (const [i, value] of row.entries()) {
      expect(Math.abs(found[o]![i]! - value) / Math.abs(value)).toBeLessThan(relative);
    }
  }
}

describe('gradients', () => {
  test('logistic growth by Euler: the complex-step derivatives', () => {
    const checked = checkedOf({
      simSpecs: { start: 0, stop: 40, dt: 1, saveStep: 1, method: 'euler' },
      parameters: { r: 0.12, K: 1000, P0: 5 },
      stocks: { P: { initial: 'P0', in: ['growth'] } },
      flows: { growth: 'r * P * (1 - P / K)' },
    });
    const expected = [[8235.189856807563, 0.0983191848127318, 45.91457597777785]];
    close(atEnd(checked, ['r', 'K', 'P0'], ['P']), expected, 1e-12);
    close(atEnd(checked, ['P'], ['P']), [[45.91457597777785]], 1e-12);
  });

  test('Lotka and Volterra, fine steps: the derivatives of the differential equation', () => {
    const checked = checkedOf({
      simSpecs: { start: 0, stop: 10, dt: 1 / 256, saveStep: 10, method: 'rk4' },
      parameters: { a: 1.5, b: 1, c: 3, d: 1 },
      stocks: {
        x: { initial: '1', in: ['born'], out: ['eaten'] },
        y: { initial: '1', in: ['fed'], out: ['died'] },
      },
      flows: { born: 'a * x', eaten: 'b * x * y', fed: 'd * x * y', died: 'c * y' },
    });
    const expected = [
      [2.160557523563, 0.188568777078, 0.563182794168, 0.939651287153],
      [-6.256770517221, -0.697977588989, -1.709017680598, -2.74397915592],
    ];
    close(atEnd(checked, ['a', 'b', 'c', 'd'], ['x', 'y']), expected, 1e-7);
  });

  // Each formula over a parameter p that grows with time, against a central difference.
  test.each([
    'p + 2 - p * 3',
    '-p * p / (1 + p)',
    'p ^ 3 + 2 ^ p + p ^ p',
    'sqrt(p) + exp(-p) + ln(p) + log10(p)',
    'sin(p) + cos(p) + tan(p) + arctan(p)',
    'arcsin(p / 10) + arccos(p / 10)',
    'min(p, 1.5) + max(p, 0.4, q)',
    'clip(p, 0, 2) + abs(-p) + abs(p)',
    'p > 1 ? p * p : 3 * p',
    'curve(p) + curve(10 * p) + curve(-p)',
    'mod(7.1, p)',
    'step(p, 0.5) + ramp(p, 0.5)',
    'S * p',
  ])('%s', (formula) => {
    const sketch = (p: number): Sketch => ({
      simSpecs: { start: 0, stop: 1, dt: 0.25, saveStep: 1, method: 'rk4' },
      parameters: { p, q: 0.2 },
      tables: {
        curve: [
          [0, 0],
          [1, 2],
          [3, 3],
        ],
      },
      stocks: { S: { initial: 'p', in: ['f'] } },
      flows: { f: `(${formula}) / 10` },
    });
    const end = (p: number): number => {
      const run = createRunner(checkedOf(sketch(p))).run(here, { series: ['S'] });
      if (!run.ok) throw new Error(JSON.stringify(run.error));
      return run.value.values.at(-1)!;
    };
    const h = 1e-5;
    for (const p of [0.7, 1.3, 2.6]) {
      const expected = (end(p + h) - end(p - h)) / (2 * h);
      const { values, leftOut } = gradient(checkedOf(sketch(p)), ['p'], ['S']);
      expect(Math.abs(values.at(-1)! - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)));
      expect(leftOut.map(({ part }) => part)).toEqual(formula.includes('?') ? ['>'] : []);
    }
  });

  test('what is left out is told: rounding, switches, limits; what an input does not move is 0', () => {
    const checked = checkedOf({
      parameters: { p: 1, when: 0.5, still: 2 },
      stocks: { S: { initial: '3', in: ['f', 'g'], out: ['h'], nonNegative: true } },
      flows: { f: 'round(p)', g: 'step(1, when)', h: 'p * still' },
      auxiliaries: { apart: 'still * 2' },
    });
    const found = gradient(checked, ['p', 'when'], ['apart', 'S']);
    expect(found.leftOut).toEqual([
      { variable: 'f', part: 'round' },
      { variable: 'g', part: 'step' },
      { variable: 'S', part: 'limit' },
    ]);
    expect(atEnd(checked, ['p'], ['apart'])).toEqual([[0]]);
  });

  test('kommun: as central differences have it', () => {
    const read = readShipped('kommun');
    const checked = read.ok ? check(read.value) : read;
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    const inputs = ['struct_strength', 't_build', 'discount_rate'];
    const outcomes = ['outside_all', 'pv_public'];
    const setting = { policy: { lever_structure: 0.5 }, scenario: {} };
    const answer = createGradient(checked.value, inputs, outcomes)(setting, { stop: 20, saveStep: 20 });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const run = createRunner(checked.value).run;
    for (const [i, id] of inputs.entries()) {
      const variable = must(
        checked.value.parameters.find((p) => p.id === id),
        id,
      );
      const h = 1e-4 * variable.value;
      const [up, down] = [variable.value + h, variable.value - h].map((value) => {
        const done = run(
          { ...setting, scenario: { [id]: value } },
          { series: outcomes, stop: 20, saveStep: 20 },
        );
        if (!done.ok) throw new Error(JSON.stringify(done.error));
        return done.value.values;
      });
      for (const [o] of outcomes.entries()) {
        const expected = (up![2 * o + 1]! - down![2 * o + 1]!) / (2 * h);
        const found = answer.value.values[(o * inputs.length + i) * 2 + 1]!;
        expect(Math.abs(found - expected)).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected)));
      }
    }
  });
});
