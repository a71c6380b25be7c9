import { describe, expect, test } from 'vitest';
import { riverOfRun } from '../../chart/river-fixture.ts';
import { frameOf } from '../../../src/chart/river/frame.ts';
import { layoutOf, type RibbonId } from '../../../src/chart/river/layout.ts';
import { placeOf } from '../../../src/chart/river/mark-places.ts';
import type { MarkId } from '../../../src/chart/river/marks.ts';
import { onPath } from '../../../src/chart/river/path.ts';
import { markTouched } from '../../../src/chart/river/touch.ts';

const river = riverOfRun('slots');
const { start, highest } = river.extent;

describe.each([
  ['a desk', { width: 1056, height: 380, scale: 1 }],
  ['a phone', { width: 390, height: 212, scale: 1 }],
])('a finger on the river of %s', (_, size) => {
  const layout = layoutOf(river.at(20).now, frameOf(start, highest, size));
  const { ribbons } = layout;

  test('hits a stream, or a nearer one, that it misses by less than its own width', () => {
    for (const id of Object.keys(ribbons) as RibbonId[]) {
      const { path, width } = ribbons[id];
      const { x, y, dx, dy } = onPath(path.points, path.length / 2);
      const beside = width / 2 + 12;
      expect(markTouched(x - dy * beside, y + dx * beside, layout, undefined), id).toBeDefined();
    }
    const { path, width } = ribbons.ownWay;
    const { x, y } = onPath(path.points, path.length * 0.6);
    expect(markTouched(x + width / 2 + 8, y, layout, 'established')).toBe('ownWay');
  });

  test('takes what is under it, if that is no wide water, and wide water where nothing narrow is near', () => {
    expect(markTouched(0, 0, layout, 'relapse')).toBe('relapse');
    const { x, y } = placeOf('established', layout);
    const above = markTouched(x, y - size.height * 0.15, layout, 'established');
    expect(above).toBe('established');
    expect(markTouched(-100, -100, layout, undefined)).toBeUndefined();
  });
});

test('every pool and the eddy are hit 20 px from their edge, or something narrow that is nearer', () => {
  const layout = layoutOf(river.at(20).now, frameOf(start, highest, { width: 1056, height: 380, scale: 1 }));
  for (const id of ['young', 'programme', 'gap', 'recovered', 'between'] as const satisfies MarkId[]) {
    const { x, y } = placeOf(id, layout);
    expect(markTouched(x, y, layout, undefined)).toBeDefined();
  }
  const { eddy } = layout;
  expect(markTouched(eddy.x + eddy.r + 10, eddy.y + eddy.r + 8, layout, undefined)).toBe('between');
});
