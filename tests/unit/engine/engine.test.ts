import { expect, test } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { modelOf } from './model-of.ts';

const constant = (value: number) => modelOf({ parameters: { p: value }, auxiliaries: { x: 'p' } });
const experiment = { policy: {}, scenario: {} };

test('keeps several models open, each under its handle', () => {
  const engine = createEngine();
  const handles = [1, 2].map((value) => {
    const opened = engine.open(constant(value));
    if (!opened.ok) throw new Error('the model is right');
    return opened.value.handle;
  });
  const values = handles.map((handle) => {
    const run = engine.run(handle, experiment, { series: ['x'] });
    return run.ok ? [...run.value.values] : run.error;
  });
  expect(values).toEqual([
    [1, 1],
    [2, 2],
  ]);
  engine.close(handles[0]!);
  expect(() => engine.run(handles[0]!, experiment, { series: ['x'] })).toThrow('model 1 is missing');
  expect(engine.run(handles[1]!, experiment, { series: ['x'] }).ok).toBe(true);
});

test('a model with mistakes does not open', () => {
  const opened = createEngine().open(modelOf({ auxiliaries: { a: 'b', b: 'a' } }));
  expect(opened).toMatchObject({ ok: false, error: [{ code: 'circular-definition' }] });
});
