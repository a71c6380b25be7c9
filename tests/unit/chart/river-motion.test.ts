import { describe, expect, test } from 'vitest';
import { riverOfRun, surge, yearZero, type RunName } from '../../chart/river-fixture.ts';
import { must } from '../../../src/base/assert.ts';
import { openRiver, type OpenRiver } from '../../../src/chart/river/data.ts';
import { peopleIn } from '../../../src/chart/river/draw-dots.ts';
import { frameOf } from '../../../src/chart/river/frame.ts';
import { basinIds, stocks, type BasinId } from '../../../src/chart/river/graph.ts';
import { layoutOf } from '../../../src/chart/river/layout.ts';
import { links } from '../../../src/chart/river/links.ts';
import { createMotion, type Motion } from '../../../src/chart/river/motion.ts';
import { placeIn, reachOf, upstreamOf, downOf } from '../../../src/chart/river/reach.ts';

const perFrame = 1 / 12;
const people = (river: OpenRiver, year: number): number => {
  const { now } = river.at(year);
  return stocks.reduce((sum, id) => sum + now.stocks[id], 0);
};

/** Lets years pass frame by frame, and looks at each. */
function play(
  river: OpenRiver,
  years: number,
  look: (motion: Motion, year: number) => void,
  seed = 7,
): Motion {
  const frame = frameOf(river.extent.start, river.extent.highest, { width: 1070, height: 428, scale: 1 });
  const motion = createMotion(seed);
  const first = river.at(0).now;
  motion.reset(layoutOf(first, frame), first);
  for (let i = 1; i * perFrame <= years + 1e-9; i++) {
    const { now } = river.at(i * perFrame);
    motion.step(layoutOf(now, frame), now, perFrame);
    look(motion, i * perFrame);
  }
  return motion;
}

describe.each(['base', 'slots', 'everything'] as RunName[])('%s', (name) => {
  const river = riverOfRun(name);

  test('there are never more dots than people / 10', () => {
    play(river, 20, (motion, year) => {
      expect(motion.count()).toBeLessThanOrEqual(people(river, year) / 10 + 1e-6);
      expect(motion.count()).toBeGreaterThan((people(river, year) / 10) * 0.985);
    });
  });

  test('each way is taken by flow / 10 dots a year', () => {
    let due = links.map(() => 0);
    const motion = play(river, 20, (_, year) => {
      const { flows } = river.at(year).now;
      due = due.map(
        (sum, i) => sum + links[i]!.flows.reduce((total, id) => total + flows[id], 0) * perFrame * 0.1,
      );
    });
    links.forEach((link, i) => {
      expect(Math.abs(motion.sent(link) - due[i]!), link.flows.join()).toBeLessThanOrEqual(1.01);
    });
  });

  test('each basin keeps its people, less those who are on their way', () => {
    play(river, 20, (motion, year) => {
      const { now } = river.at(year);
      for (const id of basinIds) {
        const wanted = peopleIn(now, id) / 10;
        const lends = id === 'preschool' || id === 'school' || id === 'established';
        expect(Math.abs(motion.countIn(id) - wanted), `${id} ${year}`).toBeLessThanOrEqual(
          lends ? wanted * 0.1 : Math.max(3.5, wanted * 0.08),
        );
      }
    });
  });
});

test('a dot stays as long as people do', () => {
  const river = riverOfRun('base');
  const { now } = river.at(0);
  const sum = new Map<BasinId, number>();
  const frames = 20 / perFrame;
  const motion = play(river, 20, (m) => {
    for (const id of basinIds) sum.set(id, (sum.get(id) ?? 0) + m.countIn(id) / frames);
  });
  for (const [id, years] of [
    ['preschool', 6],
    ['upper', undefined],
    ['lake', undefined],
    ['gap', undefined],
  ] as const) {
    const out = links.filter((link) => link.from === id);
    const leaving = out.reduce((total, link) => total + motion.sent(link) / 20, 0);
    const rate = out.reduce((total, link) => total + link.flows.reduce((s, f) => s + now.flows[f], 0), 0);
    const expected = years ?? peopleIn(now, id) / rate;
    expect(sum.get(id)! / leaving / expected, id).toBeCloseTo(1, 0.9);
  }
});

test('a surge comes in and goes on, and nobody is left over', () => {
  const river = must(openRiver(surge, surge, yearZero), 'river');
  const motion = play(river, 20, () => undefined);
  expect(motion.countIn('programme')).toBeLessThan(peopleIn(river.at(20).now, 'programme') / 10 + 3);
});

test('the same seed gives the same dots, another seed others', () => {
  const river = riverOfRun('slots');
  const frame = frameOf(river.extent.start, river.extent.highest, { width: 1070, height: 428, scale: 1 });
  const seen = (seed: number): string => {
    const motion = play(river, 3, () => undefined, seed);
    const places: string[] = [];
    motion.each(layoutOf(river.at(3).now, frame), (x, y, tone) =>
      places.push(`${x.toFixed(2)},${y.toFixed(2)} ${tone}`),
    );
    return places.join(' ');
  };
  expect(seen(7)).toBe(seen(7));
  expect(seen(8)).not.toBe(seen(7));
});

test('beginning again begins from the still picture', () => {
  const river = riverOfRun('base');
  const { now } = river.at(0);
  const layout = layoutOf(
    now,
    frameOf(river.extent.start, river.extent.highest, { width: 1070, height: 428, scale: 1 }),
  );
  const motion = createMotion(7);
  motion.reset(layout, now);
  const before = motion.count();
  motion.step(layout, now, 2);
  motion.reset(layout, now);
  expect(motion.count()).toBe(before);
  expect(links.map((link) => motion.sent(link))).toEqual(links.map(() => 0));
});

test('the eddy turns by the hand-offs of a person and year, and not when no time passes', () => {
  const river = riverOfRun('base');
  const { now } = river.at(0);
  const layout = layoutOf(
    now,
    frameOf(river.extent.start, river.extent.highest, { width: 1070, height: 428, scale: 1 }),
  );
  const motion = createMotion(7);
  motion.reset(layout, now);
  const angle = (): number => {
    let last = 0;
    motion.each(layout, (x, y) => (last = Math.atan2(y - layout.eddy.y, x - layout.eddy.x)));
    return last;
  };
  const start = angle();
  motion.step(layout, now, 0);
  expect(angle()).toBeCloseTo(start, 9);
  motion.step(layout, now, 1);
  const handOffs = now.flows.passedOn / (now.stocks.recent + now.stocks.between);
  // Half a turn per second and hand-off; five years pass in a second.
  const turned = (2 * Math.PI * handOffs) / 2 / 5;
  expect(Math.cos(angle() - start)).toBeCloseTo(Math.cos(turned), 6);
});

test('a place in a body and back is the same place', () => {
  const body = {
    xs: Float64Array.of(0, 50, 100),
    top: Float64Array.of(0, -10, 0),
    bottom: Float64Array.of(0, 30, 0),
  };
  const reach = reachOf(body);
  const out = { x: 0, y: 0 };
  placeIn(reach, 0.5, 0.25, out);
  expect(out).toEqual({ x: 50, y: 0 });
  for (const u of [0.1, 0.37, 0.9]) {
    placeIn(reach, u, 0.6, out);
    expect(Math.abs(upstreamOf(reach, out.x) - u)).toBeLessThan(0.3);
    expect(downOf(reach, u, out.y)).toBeCloseTo(0.6, 9);
  }
  expect([upstreamOf(reach, -5), upstreamOf(reach, 500)]).toEqual([0, 1]);
});
