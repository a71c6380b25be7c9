// Lives against the exact shares of the same rates: those of an absorbing Markov chain.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, chainSeries, occupancyAfter } from '../../src/analysis/individual.ts';
import { drawLives } from '../../src/analysis/lives.ts';
import { must } from '../../src/base/assert.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { Life, Lives, LivesRequest } from '../../src/model/lives.ts';
import { readyPolicy } from '../../src/model/policy.ts';
import { readShipped } from '../tools/shipped-models.ts';

const engine = createEngine();
const base = { policy: {}, scenario: {} };
const settings = { seed: 20261122, numRuns: 12 };

function open(id: string) {
  const read = readShipped(id);
  if (!read.ok) throw new Error(`${id} has mistakes`);
  const opened = engine.open(read.value);
  if (!opened.ok) throw new Error(`${id} does not open`);
  const model = read.value;
  const course = must(model.life, 'life');
  const { handle } = opened.value;
  const draw = (change: Partial<LivesRequest>): Lives => {
    const request = {
      experiment: base,
      base,
      birth: 2,
      seed: 1,
      count: 100,
      counted: 100,
      ages: course.moments,
    };
    const drawn = drawLives(engine, handle, { ...request, ...change });
    if (!drawn.ok) throw new Error('no lives');
    return drawn.value;
  };
  return { model, course, handle, draw };
}

const isWhole = (life: Life, ends: number): boolean =>
  life[0]!.from === 0 &&
  life.at(-1)!.to === ends &&
  life.every((stay, i) => stay.to > stay.from && (i === 0 || stay.from === life[i - 1]!.to));

describe.each(['kommun', 'skola', 'samordning', 'etablering'])('lives of %s', (id) => {
  const { model, course, draw } = open(id);

  it('go without a hole from where they begin to the end, through places that are told of', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(model.strategies.length - 1), fc.nat(40), (seed, which, birth) => {
        const policy = readyPolicy(model, {}, model.strategies[which]!);
        const { lives, inBase } = draw({
          experiment: { ...base, policy },
          seed,
          birth,
          count: 40,
          counted: 40,
        });
        for (const life of [...lives, ...inBase]) {
          expect(life[0]!.place).toBe(course.begins);
          expect(isWhole(life, course.ends)).toBe(true);
          for (const { place } of life) expect(Object.keys(course.places)).toContain(place);
        }
      }),
      settings,
    );
  });
});

describe.each(['samordning', 'etablering'])('many lives of %s', (id) => {
  const { model, course, handle, draw } = open(id);

  it('are on each side as its rates say, in equilibrium', () => {
    const run = engine.run(handle, base, { series: chainSeries(model) });
    if (!run.ok) throw new Error('no run');
    const whole = chainOf(model, run.value, 0);
    // A flow out of the model leads to a place of its own, or is not followed.
    const followed = whole.endings.filter((flow) => Object.hasOwn(course.places, flow));
    const states = [...whole.states, ...followed];
    const leads = (i: number, flow: string): number => whole.leaving[i]?.[whole.endings.indexOf(flow)] ?? 0;
    const chain = {
      states,
      endings: [],
      rates: states.map((_, i) => [
        ...(whole.rates[i] ?? whole.states.map(() => 0)),
        ...followed.map((flow) => leads(i, flow)),
      ]),
      leaving: states.map(() => []),
    };
    const counted = 8000;
    const { shares } = draw({ counted });
    for (const [i, moment] of course.moments.entries()) {
      const there = occupancyAfter(chain, course.begins, moment);
      expect(there.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      const inside = there.reduce(
        (sum, share, s) => (course.places[states[s]!]!.kind === 'inside' ? sum + share : sum),
        0,
      );
      // Four standard errors.
      expect(Math.abs(shares[i]!.inside - inside)).toBeLessThan(
        4 * Math.sqrt((inside * (1 - inside)) / counted),
      );
    }
  });
});

it('of newcomers as many are in work after four, eight and fifteen years as the model is calibrated to', () => {
  const { shares } = open('etablering').draw({ counted: 8000 });
  expect(shares.map(({ inside }) => Math.round(inside * 20) / 20)).toEqual([0.35, 0.5, 0.6]);
});
