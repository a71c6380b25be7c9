import { describe, expect, it } from 'vitest';
import { orderOf } from '../../../src/engine/order.ts';

/** A graph as `a: b c` for "a needs b and c". */
function graph(...lines: readonly string[]): Map<string, readonly string[]> {
  return new Map(
    lines.map((line) => {
      const [name, needs = ''] = line.split(':');
      return [name!, needs.split(' ').filter((n) => n !== '')];
    }),
  );
}
/** Names in the place of numbers. */
function order(needs: ReadonlyMap<string, readonly string[]>, roots: Iterable<string> = needs.keys()) {
  const names = [...needs.keys()];
  const index = (name: string): number => names.indexOf(name);
  const found = orderOf(
    Array.from(roots, index),
    names.map((name) => needs.get(name)!.map(index)),
    all,
  );
  const named = (list: readonly number[]) => list.map((i) => names[i]!);
  return { order: named(found.order), rings: found.rings.map(named) };
}
const all = (): boolean => true;

describe('orderOf', () => {
  it.each([
    [['a', 'b', 'c'], 'a b c'],
    [['a: b', 'b: c', 'c'], 'c b a'],
    [['a: c', 'b: c', 'c'], 'c a b'],
    [['a', 'b: a d', 'c: b', 'd: a'], 'a d b c'],
    [[], ''],
  ])('puts %j in an order in which each can be computed', (lines, expected) => {
    expect(order(graph(...lines))).toEqual({ order: expected.split(' ').filter((n) => n !== ''), rings: [] });
  });

  it('takes along what only others need', () => {
    const needs = graph('a: b', 'b');
    expect(order(needs, ['a']).order).toEqual(['b', 'a']);
    expect(order(needs, ['b']).order).toEqual(['b']);
  });

  it('passes over needs that do not count', () => {
    expect(orderOf([0, 2], [[1, 2], [0], []], (i) => i !== 1)).toEqual({ order: [2, 0], rings: [] });
  });

  it.each([
    [['a: a'], [['a']]],
    // b is used by a, and a by b.
    [['a: b', 'b: a'], [['a', 'b']]],
    // c is used by b, b by a, a by c.
    [['a: b', 'b: c', 'c: a'], [['a', 'c', 'b']]],
    [['x: a', 'a: b', 'b: a', 'y: x'], [['a', 'b']]],
    // Two groups, two rings.
    [
      ['a: b', 'b: a', 'c: d a', 'd: c'],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    // The short ring inside a long one.
    [['a: b', 'b: c', 'c: d', 'd: a c'], [['c', 'd']]],
    [['a: b', 'b: a b'], [['b']]],
  ])('finds the rings of %j', (lines, rings) => {
    const found = order(graph(...lines)).rings.map((ring) => fromLowest(ring));
    expect(found).toEqual(rings);
  });

  it('goes through a chain of a hundred thousand, either way', () => {
    const n = 100_000;
    const chain = Array.from({ length: n }, (_, i) => i);
    const needs = (by: number) => chain.map((i) => [i + by].filter((need) => need >= 0 && need < n));
    expect(orderOf(chain, needs(-1), all).order).toEqual(chain);
    expect(orderOf(chain, needs(1), all).order).toEqual(chain.toReversed());
  });

  it('tells a ring of ten thousand in a group where every ring is long', () => {
    const n = 10_000;
    const needs = Array.from({ length: n }, (_, i) => [(i + 1) % n]);
    const { rings } = orderOf(needs.keys(), needs, all);
    expect(rings).toHaveLength(1);
    expect(rings[0]).toHaveLength(n);
    expect(new Set(rings[0]).size).toBe(n);
  });
});

function fromLowest(ring: readonly string[]): readonly string[] {
  const first = ring.indexOf([...ring].sort()[0]!);
  return [...ring.slice(first), ...ring.slice(0, first)];
}
