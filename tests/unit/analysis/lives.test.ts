import { describe, expect, it } from 'vitest';
import { drawLives } from '../../../src/analysis/lives.ts';
import { must } from '../../../src/base/assert.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { placeAt, type LivesRequest } from '../../../src/model/lives.ts';
import { readyPolicy } from '../../../src/model/policy.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const read = readShipped('kommun');
if (!read.ok) throw new Error('kommun has mistakes');
const model = read.value;
const course = must(model.life, 'life');
const engine = createEngine();
const open = engine.open(model);
if (!open.ok) throw new Error('kommun does not open');

const base = { policy: {}, scenario: {} };
const upstream = { ...base, policy: readyPolicy(model, {}, model.strategies[2]!) };
const drawn = (change: Partial<LivesRequest> = {}) => {
  const answer = drawLives(engine, open.value.handle, {
    experiment: base,
    base,
    birth: 2,
    seed: 7,
    count: 100,
    counted: 100,
    ages: [20, 30, 43],
    ...change,
  });
  if (!answer.ok) throw new Error('no lives');
  return answer.value;
};

describe('a drawn life', () => {
  it('goes from birth to the last age without a hole, by flows that lead from place to place', () => {
    for (const life of drawn().lives) {
      expect(life[0]).toMatchObject({ place: 'preschool_children', from: 0, by: undefined });
      expect(life.at(-1)!.to).toBe(course.ends);
      for (const [i, stay] of life.entries()) {
        expect(stay.to).toBeGreaterThan(stay.from);
        if (i === 0) continue;
        const before = life[i - 1]!;
        expect(stay.from).toBe(before.to);
        const [from, to] = [before.place, stay.place].map((id) => model.variables.get(id));
        expect(from?.kind === 'stock' && from.outflows).toContain(stay.by);
        expect(to?.kind === 'stock' && to.inflows).toContain(stay.by);
      }
    }
  });

  it('keeps to the ages of school', () => {
    for (const life of drawn().lives) {
      expect(placeAt(life, 5.9)).toBe('preschool_children');
      expect(['school_ok', 'school_risk']).toContain(placeAt(life, 10));
      expect(['upper_ok', 'upper_risk']).toContain(placeAt(life, 18));
      expect(course.places[placeAt(life, 21)]!.kind).not.toBe('school');
    }
  });

  it('is the same for the same seed and child, also when fewer are asked for', () => {
    const many = drawn({ counted: 300 });
    expect(drawn({ count: 10, counted: 10 }).lives).toEqual(many.lives.slice(0, 10));
    expect(drawn({ seed: 8 }).lives).not.toEqual(many.lives);
  });

  it('differs from base only by what the policy does: before it begins, not at all', () => {
    const same = drawn();
    expect(same.lives).toEqual(same.inBase);
    const before = drawn({ experiment: { ...upstream, policy: { ...upstream.policy, policy_start: 70 } } });
    expect(before.lives).toEqual(before.inBase);
    const { lives, inBase } = drawn({ experiment: upstream });
    const changed = lives.filter((life, i) => placeAt(life, 30) !== placeAt(inBase[i]!, 30));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(50);
  });
});

it('many lives are what the model has, within chance', () => {
  const { shares } = drawn({ counted: 6000 });
  const people = engine.run(open.value.handle, base, { series: 'all' });
  if (!people.ok) throw new Error('no run');
  const valueOf = (name: string): number =>
    people.value.values[people.value.names.indexOf(name) * people.value.times.length]!;
  // Those born here, adults: the model's shares, newcomers apart.
  const adults = [
    'excluded_recent',
    'in_gap',
    'excluded_entrenched',
    'in_coordination',
    'rehabilitated',
    'established',
  ];
  const all = adults.reduce((sum, name) => sum + valueOf(name), 0);
  const outside =
    (valueOf('excluded_recent') +
      valueOf('in_gap') +
      valueOf('excluded_entrenched') +
      valueOf('in_coordination')) /
    all;
  const at30 = shares[1]!.outside + shares[1]!.between;
  expect(Math.abs(at30 - outside)).toBeLessThan(0.04);
});
