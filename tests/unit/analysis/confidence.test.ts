import { describe, expect, test } from 'vitest';
import { confidenceProblems } from '../../../src/analysis/confidence.ts';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { readModel } from '../../../src/format/read.ts';
import { modelText, parts } from '../../tools/shipped-models.ts';

/** Faults planted in a healthy model: each must be found by the test that it is for. */

const samordning = modelText('samordning');

function problemsOf(text: string, id = 'samordning', given = parts): readonly Diagnostic[] {
  const read = readModel(text, `models/${id}/model.yaml`, { parts: given });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const engine = createEngine();
  const opened = engine.open(read.value);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return confidenceProblems({ engine, handle: opened.value.handle, model: read.value });
}

const codes = (found: readonly Diagnostic[]) => [...new Set(found.map((d) => d.code))];

function planted(from: string, to: string): string {
  expect(samordning.split(from).length, from).toBe(2);
  return samordning.replace(from, () => to);
}

test('the healthy model has none', () => {
  expect(problemsOf(samordning)).toEqual([]);
});

describe('a fault', () => {
  test('a reference that is not worked out: the preset drifts', () => {
    expect(codes(problemsOf(planted('    outside_ref: outside\n', '')))).toContain('drifts');
  });

  test('a wrong sign in the file’s own values: they drift', () => {
    const found = problemsOf(planted('initial: 1252.850269582399', 'initial: 1300'));
    expect(found.filter((d) => d.code === 'drifts').length).toBeGreaterThan(0);
  });

  test('a flow that does not stop when its stock is empty', () => {
    const endless = planted(
      'equation: entrenched*entr_exit_rate\n',
      'equation: entrenched_ref*entr_exit_rate\n',
    ).replace(
      '  entr_exit_rate:\n',
      '  entrenched_ref: {name: {sv: a, en: a}, about: {sv: a, en: a}, value: 6000, unit: person, grade: assumed, source: a}\n\n  entr_exit_rate:\n',
    );
    expect(codes(problemsOf(endless))).toContain('extreme');
  });

  test('a step that is too long for a fast flow', () => {
    const found = problemsOf(
      planted('dt: 1/16, save_step: 1/4, method: rk4', 'dt: 1/2, save_step: 1/2, method: euler'),
    );
    expect(codes(found)).toContain('step-too-long');
  });

  test('a number that is divided by nought at an end of a range', () => {
    const found = problemsOf(
      planted(
        'equation: entrenched/t_entr\n',
        'equation: entrenched/t_entr*(t_entr/max(0*t_entr, t_entr - 12*one_year))\n',
      ),
    );
    expect(codes(found)).toContain('extreme');
  });
});
