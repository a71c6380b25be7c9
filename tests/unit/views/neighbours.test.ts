import { expect, it } from 'vitest';
import type { Diagram } from '../../../src/model/diagram.ts';
import { neighbour } from '../../../src/views/model/neighbours.ts';

const node = (id: string, x: number, y: number) =>
  ({ id, kind: 'stock', lines: [id], x, y, width: 40, height: 20 }) as const;
const link = (from: string, to: string) => ({ from, to, kind: 'reads', path: '' }) as const;

// a → b → c in a row, a → d under b, and e alone at the foot.
const diagram: Diagram = {
  nodes: [node('a', 0, 0), node('b', 100, 0), node('c', 200, 0), node('d', 100, 80), node('e', 100, 160)],
  links: [link('a', 'b'), link('b', 'c'), link('a', 'd')],
  width: 240,
  height: 200,
};

it.each([
  ['a', 'ArrowRight', 'b'],
  ['b', 'ArrowRight', 'c'],
  ['c', 'ArrowLeft', 'b'],
  ['d', 'ArrowLeft', 'a'],
  ['b', 'ArrowDown', 'd'], // no arrow leads down: the nearest there
  ['d', 'ArrowDown', 'e'],
  ['e', 'ArrowUp', 'd'],
  ['a', 'ArrowLeft', undefined],
  ['e', 'ArrowRight', undefined],
  ['gone', 'ArrowRight', 'a'],
] as const)('from %s, %s leads to %s', (from, key, to) => {
  expect(neighbour(diagram, from, key)).toBe(to);
});
