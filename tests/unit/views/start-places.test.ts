import { describe, expect, it } from 'vitest';
import { createReader } from '../../../src/app/readings.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import { emptyDocument, experimentOf, strategiesOf } from '../../../src/app/strategies.ts';
import type { OwnStrategy } from '../../../src/app/state.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { readyPolicy, yearlyCost } from '../../../src/model/policy.ts';
import { format } from '../../../src/text/format.ts';
import { startWords } from '../../../src/text/start.ts';
import { words } from '../../../src/text/words.ts';
import { outcomeSentences, verdict } from '../../../src/views/start/sentences.ts';
import {
  birthsIn,
  crossingOf,
  givenSum,
  hasFirstMinute,
  hasRun,
  inOrderOf,
  placesOf,
} from '../../../src/views/start/try-places.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const read = readShipped('kommun');
if (!read.ok) throw new Error('kommun has mistakes');
const model = read.value;
const engine = createEngine();
const opened = engine.open(model);
if (!opened.ok) throw new Error('kommun does not open');
const { handle } = opened.value;

/** What the screen reads when the first two places have been tried. */
function readingOf(tried: readonly number[], preset = 'trelleborg') {
  const where = { preset };
  const own = tried.map((i, n): OwnStrategy => ({
    id: (['own', 'own2', 'own3'] as const)[n]!,
    name: undefined,
    policy: readyPolicy(model, where, model.strategies[i]!, givenSum),
  }));
  const document = { ...emptyDocument('kommun', preset), own };
  const runs = Object.fromEntries(
    strategiesOf(model, document).map((s) => {
      const run = engine.run(handle, experimentOf(model, s, document), { series: 'all' });
      if (!run.ok) throw new Error(s.id);
      return [s.id, run.value];
    }),
  );
  const state = initialState({ model: { status: 'ready', value: model }, runs });
  return createReader()({ ...state, document })!;
}
const voice = { words: words('sv'), format: format('sv'), language: 'sv' } as const;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the three places', () => {
  it('stand in every order, each as common as the others', () => {
    const orders = Array.from({ length: 12 }, (_, lot) => inOrderOf(['a', 'b', 'c'], lot).join(''));
    expect(new Set(orders)).toEqual(new Set(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']));
    for (const order of new Set(orders)) expect(orders.filter((o) => o === order)).toHaveLength(2);
  });

  it('get the same sum to the krona, also where the levers end before it', () => {
    for (const preset of ['trelleborg', 'nacka']) {
      const reading = readingOf([], preset);
      const costs = placesOf(reading, 0).map(({ policy }) => yearlyCost(model, reading.where, policy));
      for (const cost of costs) expect(cost).toBeCloseTo(costs[0]!, 3);
      expect(costs[0]).toBeCloseTo(givenSum, 3);
    }
  });

  it('know which have been tried and run, and how many are born', () => {
    const reading = readingOf([0, 2]);
    expect(placesOf(reading, 0).map(({ row }) => row !== undefined && hasRun(row))).toEqual([
      true,
      false,
      true,
    ]);
    expect(birthsIn(reading)).toBe(480);
    expect(hasFirstMinute(model)).toBe(true);
    const other = readShipped('badkaret');
    expect(other.ok && hasFirstMinute(other.value)).toBe(false);
  });
});

describe('what is said of them', () => {
  const reading = readingOf([0, 2]);
  const [pull, , upstream] = placesOf(reading, 0);

  it('is the run’s own numbers at both horizons', () => {
    expect(plain(outcomeSentences(reading, pull!, voice, startWords('sv')))).toBe(
      'Dra upp: om 20 år är 1 718 utanför, 118 färre än om inget görs. Om 4 år: 1 794, 42 färre.',
    );
  });

  it('is where the lines cross, whichever way they are asked about', () => {
    const found = crossingOf(reading, pull!, upstream!)!;
    expect(crossingOf(reading, upstream!, pull!)).toEqual(found);
    expect(found.year).toBeGreaterThan(10);
    expect(found.year).toBeLessThan(11);
    expect(verdict(reading, [pull!, upstream!], voice, startWords('sv'))).toBe(
      'År 10: Gå uppströms går om Dra upp.',
    );
  });

  it('is that they do not cross, when they do not', () => {
    expect(verdict(reading, [pull!, pull!], voice, startWords('sv'))).toBe(
      'Linjerna korsar inte varandra på 20 år.',
    );
  });
});
