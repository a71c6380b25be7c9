import { describe, expect, it } from 'vitest';
import { numberOps } from '../../../src/numeric/number-ops.ts';
import { builtins, otherNames } from '../../../src/equation/builtins/index.ts';
import { isName, isRunName } from '../../../src/equation/names.ts';

const all = [...builtins.values()];

describe.each(all)('$name', (builtin) => {
  const [min, max] = builtin.arity;

  it('gives what its examples say', () => {
    expect(builtin.examples.length).toBeGreaterThan(1);
    const given = builtin.given ?? [];
    for (const { args, time, draw, value } of builtin.examples) {
      expect(args.length).toBeGreaterThanOrEqual(min);
      expect(args.length).toBeLessThanOrEqual(max);
      expect(time !== undefined).toBe(given.includes('time'));
      expect(draw !== undefined).toBe(given.includes('draw'));
      const added = given.map((name) => (name === 'dt' ? 1 : name === 'draw' ? draw! : time!));
      expect(builtin.meaning(numberOps, [...added, ...args])).toBe(value);
    }
  });

  it('has examples for the fewest and the most arguments', () => {
    const counts = new Set(builtin.examples.map(({ args }) => args.length));
    expect(counts).toContain(min);
    if (max !== Infinity) expect(counts).toContain(max);
  });

  it('is described in both languages', () => {
    for (const text of [builtin.about.sv, builtin.about.en]) expect(text).toMatch(/^\S.*\.$/);
    expect(builtin.about.sv).not.toBe(builtin.about.en);
  });

  it('is not a number when an argument is none', () => {
    const count = min + (builtin.given?.length ?? 0);
    expect(
      builtin.meaning(
        numberOps,
        Array.from({ length: count }, () => NaN),
      ),
    ).toBe(builtin.name === 'step' ? 0 : NaN);
  });
});

describe('the functions', () => {
  it('have names that an equation can hold, and that the run does not use', () => {
    for (const { name } of all) {
      expect(isName(name)).toBe(true);
      expect(isRunName(name)).toBe(false);
    }
  });

  it('are what names from elsewhere lead to', () => {
    for (const [from, to] of otherNames) {
      expect(builtins.has(from)).toBe(false);
      expect(to === '^' || builtins.has(to), to).toBe(true);
    }
  });

  it('round halves away from zero and leave large numbers alone', () => {
    const round = (x: number) => builtins.get('round')!.meaning(numberOps, [x]);
    for (const [x, whole] of [
      [0.5, 1], [1.5, 2], [-0.5, -1], [-1.5, -2], [2.4999999999999996, 2], [-0.49999999999999994, -0],
      [2 ** 52 + 1, 2 ** 52 + 1], [Infinity, Infinity], [-Infinity, -Infinity],
    ] as const) expect(round(x)).toBe(whole); // prettier-ignore
  });

  it('take the remainder with the sign of the divisor', () => {
    const mod = (a: number, b: number) => builtins.get('mod')!.meaning(numberOps, [a, b]);
    for (let a = -7; a <= 7; a++) {
      for (const b of [-3, -2, 2, 3]) {
        const r = mod(a, b);
        expect(Math.abs(r)).toBeLessThan(Math.abs(b));
        expect(r * b).toBeGreaterThanOrEqual(0);
        expect(Math.abs((a - r) / b) % 1).toBe(0);
      }
    }
  });
});
