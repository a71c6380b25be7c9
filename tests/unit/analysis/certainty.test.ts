import { describe, expect, test } from 'vitest';
import { drawCertainty } from '../../../src/analysis/certainty.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { certaintyOf, type Certainty, type CertaintyRequest } from '../../../src/model/certainty.ts';
import { readyPolicy } from '../../../src/model/policy.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const read = readShipped('samordning');
if (!read.ok) throw new Error('samordning has mistakes');
const model = read.value;

describe('samordning', () => {
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) throw new Error('not opened');
  const { handle } = opened.value;
  const requestIn = (preset: string, seed = 1): CertaintyRequest => ({
    experiments: [{}, ...model.strategies.map((s) => readyPolicy(model, { preset }, s))].map((policy) => ({
      preset,
      policy,
      scenario: {},
      settle: true,
    })),
    outcome: 'outside',
    time: 22,
    runs: 60,
    seed,
  });
  const draw = (request: CertaintyRequest, ends: readonly number[]): Certainty =>
    certaintyOf(
      request,
      ends.slice(1).map((to, i) => {
        const part = drawCertainty(engine, handle, request, { from: ends[i]!, to });
        if (!part.ok) throw new Error(JSON.stringify(part.error));
        return part.value;
      }),
    );

  test('the same seed gives the same draws, however they are shared out; another seed gives others', () => {
    const whole = draw(requestIn('trelleborg'), [0, 60]);
    expect(whole.runs).toBe(60);
    const shared = draw(requestIn('trelleborg'), [0, 7, 40, 60]);
    expect(shared.values.map((row) => [...row])).toEqual(whole.values.map((row) => [...row]));
    expect(shared.drawn.map((row) => [...row])).toEqual(whole.drawn.map((row) => [...row]));
    const other = draw(requestIn('trelleborg', 2), [0, 60]);
    expect([...other.values[0]!]).not.toEqual([...whole.values[0]!]);
  });

  test('all strategies are run on the same draws: each draw is the run that it says', () => {
    const request = requestIn('trelleborg');
    const certainty = draw(request, [0, 10]);
    for (const [e, { policy }] of request.experiments.entries()) {
      const scenario = Object.fromEntries(certainty.vary.map((id, p) => [id, certainty.drawn[p]![3]!]));
      const experiment = { preset: 'trelleborg', policy, scenario, settle: true };
      const run = engine.run(handle, experiment, { series: ['outside'], stop: 22, saveStep: 22 });
      if (!run.ok) throw new Error(JSON.stringify(run.error));
      expect(certainty.values[e]![3]! / run.value.values.at(-1)!).toBeCloseTo(1, 6);
    }
  });
});
