import { expect, test } from 'vitest';
import { DotPlate } from '../../../src/chart/river/dot-plate.ts';

const side = 12;

/** The share of each pixel that is covered, and the middle of it all. */
function inked(plate: DotPlate): { readonly area: number; readonly x: number; readonly y: number } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i < side * side; i++) {
    const cover = plate.data[4 * i + 3]! / 255;
    area += cover;
    x += cover * ((i % side) + 0.5);
    y += cover * (Math.floor(i / side) + 0.5);
  }
  return { area, x: x / area, y: y / area };
}

test.each([
  [6, 6],
  [5.1, 6.9],
  [6.5, 5.75],
  [4.3, 7.6],
])('a dot at %f, %f covers its area, where it is to within an eighth of a pixel', (x, y) => {
  const plate = new DotPlate(side, side, 1.5);
  plate.put(x, y, [10, 20, 30]);
  const dot = inked(plate);
  expect(dot.area).toBeCloseTo(Math.PI * 1.5 ** 2, 0);
  expect(Math.abs(dot.x - x)).toBeLessThan(0.15);
  expect(Math.abs(dot.y - y)).toBeLessThan(0.15);
  expect([...plate.data.slice(4 * (Math.floor(y) * side + Math.floor(x))).slice(0, 3)]).toEqual([10, 20, 30]);
});

test('what lies beyond the edge is cut off, and clearing leaves nothing', () => {
  const plate = new DotPlate(side, side, 1.5);
  plate.put(0, 0, [1, 2, 3]);
  expect(inked(plate).area).toBeCloseTo((Math.PI * 1.5 ** 2) / 4, 0);
  for (const [x, y] of [
    [-9, 3],
    [side + 9, 3],
    [3, -9],
    [3, side + 9],
  ] as const)
    plate.put(x, y, [1, 2, 3]);
  expect(inked(plate).area).toBeLessThan(Math.PI);
  plate.clear();
  expect(plate.data.some((value) => value !== 0)).toBe(false);
});
