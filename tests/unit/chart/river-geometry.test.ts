import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  helpers,
  riverOfRun,
  runs,
  surge,
  wording,
  yearZero,
  type RunName,
} from '../../chart/river-fixture.ts';
import { areaOf, oval, outline, type Body } from '../../../src/chart/river/body.ts';
import { must } from '../../../src/base/assert.ts';
import { openRiver, type OpenRiver } from '../../../src/chart/river/data.ts';
import { gridDots, ovalDots, spacing } from '../../../src/chart/river/dots.ts';
import { shapesOf } from '../../../src/chart/river/draw.ts';
import { frameOf, type Frame } from '../../../src/chart/river/frame.ts';
import { layoutOf, ribbonIds } from '../../../src/chart/river/layout.ts';
import { profile, spaced } from '../../../src/chart/river/profile.ts';
import { placeLabels, type Block } from '../../../src/chart/river/place-labels.ts';

const sizes = [
  { width: 1070, height: 428, scale: 1 },
  { width: 896, height: 300, scale: 1 },
  { width: 390, height: 212, scale: 1 },
  { width: 1230, height: 600, scale: 1.5 },
] as const;
const years = [0, 4, 20] as const;
const strategies = Object.keys(runs) as RunName[];

const frameFor = (river: OpenRiver, size: (typeof sizes)[number] = sizes[0]): Frame =>
  frameOf(river.extent.start, river.extent.highest, size);

describe('bodies of water', () => {
  test('an oval has the area it is asked for, and an empty one has none', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 9000, noNaN: true }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (area, wide) => {
          expect(areaOf(oval(100, 50, area, wide)) / area).toBeCloseTo(1, 9);
        },
      ),
      { seed: 1 },
    );
    expect(areaOf(oval(0, 0, 0, 1))).toBe(0);
    expect(areaOf(oval(0, 0, -5, 1))).toBe(0);
  });

  test('a stage is as thick as its flows at its ends and as large as its people between', () => {
    const thickness = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(thickness, thickness, fc.double({ min: 0.4, max: 2.5, noNaN: true }), (from, to, swell) => {
        const xs = spaced(0, 220, 6);
        const area = Math.max(1, ((from + to) / 2) * 220 * swell);
        const ys = profile({ xs, from, to, area, ramp: 0.4 });
        const body: Body = { xs, top: new Float64Array(xs.length), bottom: ys };
        expect(areaOf(body) / area).toBeCloseTo(1, 6);
        expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
        // Only a stage with fewer people than its ends alone would show gives up its ends.
        if (swell >= 1) {
          expect(ys[0]).toBeCloseTo(from, 9);
          expect(ys[ys.length - 1]).toBeCloseTo(to, 9);
        }
      }),
      { seed: 2 },
    );
  });

  test('a flow that joins on the way makes the stage that much thicker after it', () => {
    const xs = spaced(0, 400, 5);
    const plain = profile({
      xs,
      from: 100,
      to: 130,
      area: 100 * 400,
      ramp: 1,
      steps: [{ at: 200, by: 30, over: 20 }],
    });
    const [before, after] = [xs.indexOf(180), xs.indexOf(220)];
    expect(plain[after]! - plain[before]!).toBeCloseTo(30, 6);
  });

  test('an outline goes once round', () => {
    const body = { xs: Float64Array.of(0, 10), top: Float64Array.of(1, 2), bottom: Float64Array.of(5, 6) };
    expect(outline(body)).toBe('M0,1L10,2L10,6L0,5Z');
  });
});

describe('dots', () => {
  const box = (width: number, height: number): Body => ({
    xs: Float64Array.of(3, 3 + width),
    top: Float64Array.of(7, 7),
    bottom: Float64Array.of(7 + height, 7 + height),
  });

  test('there are as many as asked for when the body has that area, and they are on one hexagonal grid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 900 }),
        fc.double({ min: 30, max: 120, noNaN: true }),
        (count, cell) => {
          const side = Math.sqrt(count * cell);
          const step = spacing(cell);
          const dots = gridDots(box(side, side), count, step);
          expect(dots.length / 2).toBe(count);
          const row = (step * Math.sqrt(3)) / 2;
          for (let i = 0; i < dots.length; i += 2) {
            const [half, line] = [dots[i]! / (step / 2), dots[i + 1]! / row];
            expect(Math.abs(half - Math.round(half))).toBeLessThan(1e-6);
            expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-6);
            expect((Math.round(half) + Math.round(line)) % 2).toBe(0);
          }
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  test('no two stand on the same place, and none is more than its own cell outside', () => {
    const dots = gridDots(box(200, 60), 130, spacing((200 * 60) / 130));
    const places = new Set<string>();
    for (let i = 0; i < dots.length; i += 2) {
      places.add(`${dots[i]!.toFixed(3)} ${dots[i + 1]!.toFixed(3)}`);
      expect(dots[i]).toBeGreaterThan(3 - 8);
      expect(dots[i + 1]).toBeLessThan(67 + 8);
    }
    expect(places.size).toBe(130);
  });

  test.each([1, 4, 15, 18, 30])('%d in an oval lie round its middle', (count) => {
    const cell = 79;
    const dots = ovalDots(oval(200, 100, count * cell, 1.4), count, spacing(cell));
    expect(dots.length / 2).toBe(count);
    let [x, y] = [0, 0];
    for (let i = 0; i < dots.length; i += 2) [x, y] = [x + dots[i]! / count, y + dots[i + 1]! / count];
    expect(Math.hypot(x - 200, y - 100)).toBeLessThan(spacing(cell) * 0.75);
  });

  test('nobody is no dots', () => {
    expect(gridDots(box(10, 10), 0, 5)).toHaveLength(0);
    expect(ovalDots(oval(0, 0, 0, 1), 0, 5)).toHaveLength(0);
  });
});

describe('the scale', () => {
  test.each(sizes)('at $width × $height it is the same for every strategy', (size) => {
    const scales = strategies.map((name) => {
      const { kx, sy, steppedDown } = frameFor(riverOfRun(name), size);
      return [kx, sy, steppedDown];
    });
    for (const scale of scales) expect(scale).toEqual(scales[0]);
    expect(scales[0]![2]).toBe(false);
  });

  test('a surge that would overflow makes the whole picture step down, and says so', () => {
    const calm = frameFor(riverOfRun('base'));
    const river = must(openRiver(surge, surge, yearZero), 'river');
    const stepped = frameOf(riverOfRun('base').extent.start, river.extent.highest, sizes[0]);
    expect(stepped.sy).toBeLessThan(calm.sy);
    expect(stepped.kx).toBe(calm.kx);
    expect(stepped.steppedDown).toBe(true);
    const picture = {
      moment: river.at(1),
      frame: stepped,
      helpers: helpers('sv', 'base'),
      wording: wording('sv'),
    };
    const { front } = shapesOf(picture, (text, px) => text.length * px * 0.55);
    expect(front.map((shape) => shape.text)).toContain('vågen får plats.');
  });
});

describe('streams and stages fit each other', () => {
  test.each(strategies.flatMap((name) => years.map((year) => [name, year] as const)))(
    '%s, year %d',
    (name, year) => {
      const river = riverOfRun(name);
      const { now } = river.at(year);
      const frame = frameFor(river);
      const layout = layoutOf(now, frame);
      const { channel, lake, ribbons } = layout;
      const ends = ({ top, bottom }: Body): readonly [number, number] => {
        const last = top.length - 1;
        return [bottom[0]! - top[0]!, bottom[last]! - top[last]!];
      };
      const px = (people: number): number => people * frame.sy;
      const f = now.flows;
      expect(ends(channel.preschool)[0]).toBeCloseTo(px(f.births), 6);
      expect(ends(channel.upper)[1]).toBeCloseTo(px(f.leaveToWork + f.leaveToNothing), 6);
      expect(ends(channel.upperRisk)[1]).toBeCloseTo(px(f.leaveRiskToWork + f.leaveRiskToNothing), 6);
      expect(ends(channel.established)[0]).toBeCloseTo(px(f.leaveToWork + f.leaveRiskToWork), 6);
      expect(ends(channel.established)[1]).toBeCloseTo(px(f.ageEstablished), 6);
      expect(ends(lake)[0]).toBeCloseTo(px(f.workToOutside + f.youngToOutside + f.gapToOutside), 6);
      // Lanes of a stage lie on each other.
      expect(channel.school.bottom).toEqual(channel.schoolRisk.top);
      expect(channel.upper.bottom).toEqual(channel.upperRisk.top);
      for (const id of ribbonIds) {
        const people = ribbons[id].flows.reduce((sum, flow) => sum + f[flow], 0);
        expect(ribbons[id].width).toBeCloseTo(px(people), 9);
      }
    },
  );
});

describe('words find their places', () => {
  const block = (key: string, x: number, always = false): Block => ({
    key,
    anchor: 'start',
    halo: 'none',
    wordings: [
      [{ text: 'tio tecken', size: 10, weight: 400, color: 'ink' }],
      [{ text: 'tio', size: 10, weight: 400, color: 'ink' }],
    ],
    places: [{ x, y: 20 }],
    always,
  });
  const measure = (text: string, size: number): number => text.length * size * 0.5;
  const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
  const put = (...blocks: readonly Block[]): readonly string[] =>
    placeLabels(blocks, [], bounds, 1, measure).map(
      ({ block: { key }, lines }) => `${key} ${lines[0]!.text}`,
    );

  test('the first has the right of way; the next is shortened, moved or left out', () => {
    expect(put(block('a', 10), block('b', 70))).toEqual(['a tio tecken', 'b tio tecken']);
    expect(put(block('a', 36), block('b', 10))).toEqual(['a tio tecken', 'b tio']);
    expect(put(block('a', 10), block('b', 20))).toEqual(['a tio tecken']);
  });

  test('what must be said is said all the same', () => {
    expect(put(block('a', 10), block('b', 20, true))).toHaveLength(2);
  });

  test('nothing is said outside the frame', () => {
    expect(put(block('a', 170))).toEqual(['a tio']);
    expect(put(block('a', 195))).toEqual([]);
  });

  test('digits do not move words: every number is as wide as zeros', () => {
    const seen: string[] = [];
    placeLabels(
      [{ ...block('a', 10), wordings: [[{ text: '1 817', size: 10, weight: 400, color: 'ink' }]] }],
      [],
      bounds,
      1,
      (text, size) => {
        seen.push(text);
        return text.length * size;
      },
    );
    expect(seen).toEqual(['0 000']);
  });
});
