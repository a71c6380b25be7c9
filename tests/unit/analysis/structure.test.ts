import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/analysis/explain.ts';
import { createAnalyst } from '../../../src/analysis/analyst.ts';
import { signOf, slopesAt } from '../../../src/analysis/links.ts';
import { loopsAt, shortestLoops } from '../../../src/analysis/loops.ts';
import { confidenceIn } from '../../../src/analysis/trust.ts';
import { must } from '../../../src/base/assert.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { readModel } from '../../../src/format/read.ts';
import { readyPolicy } from '../../../src/model/policy.ts';
import type { Link } from '../../../src/model/structure.ts';
import { readShipped } from '../../tools/shipped-models.ts';

function opened(id: string) {
  const read = readShipped(id);
  if (!read.ok) throw new Error(`${id} has mistakes`);
  const engine = createEngine();
  const open = engine.open(read.value);
  if (!open.ok) throw new Error(`${id} does not open`);
  return { model: read.value, engine, handle: open.value.handle };
}

const kommun = opened('kommun');
const base = { policy: {}, scenario: {} };
const upstream = { ...base, policy: readyPolicy(kommun.model, {}, kommun.model.strategies[2]!) };
const asked = (variable: string, time = 22) => {
  const answer = explain(kommun.engine, kommun.handle, { variable, time, experiment: upstream, base });
  if (!answer.ok) throw new Error(variable);
  return answer.value;
};

describe('an explanation', () => {
  it.each(['outside_all', 'new_exclusion', 'passed_on', 'success', 'pass_rate', 'savings'])(
    'divides the difference of %s without a rest',
    (variable) => {
      const { value, base: before, reasons } = asked(variable);
      const sum = reasons.reduce((all, r) => all + must(r.contribution, r.variable), 0);
      expect(sum).toBeCloseTo(value - before, 6);
    },
  );

  it('divides a product as its orders do, on average', () => {
    const { reasons } = asked('passed_on');
    const [people, rate] = reasons;
    const half = ((people!.value - people!.base) * (rate!.value + rate!.base)) / 2;
    expect(people).toMatchObject({ variable: 'excluded_recent', sign: 1 });
    expect(people!.contribution).toBeCloseTo(half, 9);
  });

  it('tells of a stock what has come and gone, but for rounding of the saved times', () => {
    const { value, base: before, reasons, expr } = asked('structural_capability');
    expect(expr).toBeUndefined();
    expect(reasons.map((r) => [r.variable, r.sign])).toEqual([
      ['capability_build', 1],
      ['capability_erosion', -1],
    ]);
    const sum = reasons.reduce((all, r) => all + r.contribution!, 0);
    expect(sum).toBeCloseTo(value - before, 2);
  });

  it('has nothing to say of a parameter but its value', () => {
    expect(asked('t_adult')).toMatchObject({ value: 20, base: 20, reasons: [] });
  });
});

describe('signs', () => {
  it('are those of both sides, and unclear where they disagree', () => {
    const at = (f: (x: number) => number, x: number) => signOf(slopesAt(f, x), 1);
    expect(at((x) => 3 * x, 2)).toBe(1);
    expect(at((x) => 1 / x, 2)).toBe(-1);
    expect(at((x) => Math.max(0, x), 0)).toBe(1);
    expect(at(() => 7, 2)).toBe(0);
    expect(at((x) => Math.abs(x), 0)).toBeUndefined();
    expect(at((x) => Math.sqrt(x - 5), 2)).toBeUndefined();
  });
});

describe('loops', () => {
  const link = (from: string, to: string): Link => ({ from, to, kind: 'reads' });

  it('are the shortest that hold every link of a ring, each once', () => {
    const links = [link('a', 'b'), link('b', 'a'), link('b', 'c'), link('c', 'a'), link('c', 'd')];
    expect(shortestLoops(links)).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
  });

  it('of a whole municipality are found with signs and strength', () => {
    const found = loopsAt(kommun.engine, kommun.handle, upstream, 22);
    if (!found.ok) throw new Error('no loops');
    const { loops, trivial } = found.value;
    expect(loops.length).toBeGreaterThan(20);
    expect(trivial).toBeGreaterThan(20);
    const passing = loops.find((l) => l.variables.includes('gap_return') && l.variables.length === 4)!;
    expect(passing.polarity).toBe(1);
    // Each round: passed on at 0.32 a year, back from the gap at 2.4 a year; their mean is the square root.
    const [rate, back] = [
      asked('passed_on').value / asked('excluded_recent').value,
      asked('gap_return').value / asked('in_gap').value,
    ];
    expect(passing.strength).toBeCloseTo(Math.sqrt(rate * back), 6);
    for (const { variables, polarity } of loops) {
      expect(variables.some((name) => kommun.model.variables.get(name)?.kind === 'stock')).toBe(true);
      expect([-1, 0, 1, undefined]).toContain(polarity);
    }
  });

  it('of a bathtub are none that strengthens', () => {
    const tub = opened('badkaret');
    const found = loopsAt(tub.engine, tub.handle, base, tub.model.simSpecs.start);
    expect(found.ok && found.value.loops.filter((l) => l.polarity === 1)).toEqual([]);
  });
});

describe('what the reader made for its own use', () => {
  const text = `{UTF-8}
people = INTEG(new - back, 100) ~ person ~ |
new = 10 * effect ~ person/Year ~ |
back = people / time to return ~ person/Year ~ |
time to return = 5 * (2 - effect) ~ Year ~ |
effect = SMOOTH3(people / 100, 4) ~ Dmnl ~ |
FINAL TIME = 20 ~ Year ~ |
INITIAL TIME = 0 ~ Year ~ |
SAVEPER = TIME STEP ~ Year ~ |
TIME STEP = 0.25 ~ Year ~ |`;
  const read = readModel(text, 'delayed.mdl', { parts: new Map() });
  if (!read.ok) throw new Error('the text has mistakes');
  const analyst = createAnalyst();
  const open = analyst.open(read.value);
  if (!open.ok) throw new Error('the model does not open');
  const { handle } = open.value;
  const hidden = [...read.value.variables.values()].filter((v) => v.hidden === true).map((v) => v.id);

  it('is in no link, and what goes through it is one', () => {
    const found = analyst.structure(handle);
    const links = found.ok ? found.value.links : [];
    expect(hidden.length).toBeGreaterThan(2);
    expect(links.filter((l) => hidden.includes(l.from) || hidden.includes(l.to))).toEqual([]);
    expect(links.filter((l) => l.to === 'effect')).toEqual([{ from: 'people', to: 'effect', kind: 'reads' }]);
  });

  it('is in no explanation: what it is worked out from is told, and no equation of ours', () => {
    const found = analyst.explain(handle, { variable: 'effect', time: 4, experiment: base, base });
    const { expr, reasons, value } = found.ok ? found.value : { expr: null, reasons: [], value: NaN };
    expect(expr).toBeUndefined();
    expect(reasons.map(({ variable }) => variable)).toEqual(['people']);
    expect(reasons[0]!.value).toBeGreaterThan(value);
  });

  it('is in no loop: a delay is one step', () => {
    const found = analyst.loops(handle, base, 4);
    const { loops, trivial } = found.ok ? found.value : { loops: [], trivial: 0 };
    expect(loops.map(({ variables, polarity }) => [variables.toSorted().join(' '), polarity])).toEqual([
      ['back effect people time to return', -1],
      ['effect new people', 1],
    ]);
    expect(loops.every(({ variables, signs }) => variables.length === signs.length)).toBe(true);
    expect(trivial).toBe(1);
  });
});

it('confidence is told as figures', () => {
  const answer = confidenceIn(kommun.engine, kommun.handle, upstream, base);
  if (!answer.ok) throw new Error('no figures');
  const { residual, ledger, step, drift } = answer.value;
  expect(residual).toBeLessThan(1e-6);
  expect(ledger).toBeLessThan(0.005);
  expect(step).toBeGreaterThan(0);
  expect(step).toBeLessThan(1e-3);
  expect(drift).toBeLessThan(1e-6);
});
