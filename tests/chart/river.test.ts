// The river's three laws, measured from the drawing itself and held against the run's own numbers: a stream is as wide
// as its people per year, water has the area of its people, one dot is ten. And what must hold in any picture of it.
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { riverData, riverOfRun, runs, type RunName } from './river-fixture.ts';
import { frameOf, type Frame } from '../../src/chart/river/frame.ts';
import { ribbonIds, layoutOf } from '../../src/chart/river/layout.ts';
import { spacing } from '../../src/chart/river/dots.ts';
import { peopleIn } from '../../src/chart/river/draw-dots.ts';
import { basinIds, type StockId } from '../../src/chart/river/graph.ts';
import { river } from '../../src/chart/river/river.ts';
import type { Size } from '../../src/chart/chart.ts';
import type { Language } from '../../src/text/format.ts';
import '../../src/style/main.css';

const wide: Size = { width: 1070, height: 428, scale: 1 };
const sizes: readonly Size[] = [
  wide,
  { width: 896, height: 308, scale: 1 },
  { width: 390, height: 212, scale: 1 },
  { width: 1180, height: 560, scale: 1.5 },
];
const years = [0, 4, 20] as const;
const languages: readonly Language[] = ['sv', 'en'];
const strategies = Object.keys(runs) as RunName[];
const moments = strategies.flatMap((name) => years.map((year) => [name, year] as const));

beforeAll(() =>
  Promise.all([400, 700, 750].map((weight) => document.fonts.load(`${weight} 14px "Schibsted Grotesk"`))),
);
afterEach(() => document.body.replaceChildren());

function drawn(name: RunName, year: number, size = wide, language: Language = 'sv'): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.style.cssText = `inline-size: ${size.width}px; block-size: ${size.height}px; font-family: var(--font)`;
  document.body.append(svg);
  river.draw(svg, riverData(name, year, language), size);
  return svg;
}

const frameOfRun = (name: RunName, size = wide): Frame => {
  const { start, highest } = riverOfRun(name).extent;
  return frameOf(start, highest, size);
};

const one = (svg: SVGSVGElement, selector: string): Element => {
  const found = svg.querySelectorAll(selector);
  expect(found.length, selector).toBe(1);
  return found[0]!;
};

/** px² inside a path of straight lines. */
function areaInside(d: string): number {
  const points = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  expect(d).not.toMatch(/[CQA]/);
  const twice = points.reduce((sum, [x, y], i) => {
    const [u, v] = points[(i + 1) % points.length]!;
    return sum + x * v - u * y;
  }, 0);
  return Math.abs(twice) / 2;
}

describe.each(moments)('%s, year %d', (name, year) => {
  test('(a) a stream is as wide as its people per year', () => {
    const svg = drawn(name, year);
    const { now } = riverOfRun(name).at(year);
    const frame = frameOfRun(name);
    const { ribbons } = layoutOf(now, frame);
    for (const id of ribbonIds) {
      const people = ribbons[id].flows.reduce((sum, flow) => sum + now.flows[flow], 0);
      const stroke = [...svg.querySelectorAll(`path[data-mark=${id}]`)].at(-1)!;
      expect(Math.abs(Number(stroke.getAttribute('stroke-width')) - people * frame.sy), id).toBeLessThan(
        0.06,
      );
    }
  });

  test('(b) water has the area of its people', () => {
    const svg = drawn(name, year);
    const { now } = riverOfRun(name).at(year);
    const { perPerson } = frameOfRun(name);
    const filled = ['preschool', 'school', 'schoolRisk', 'upper', 'upperRisk', 'established'] as const;
    const pools = ['young', 'programme', 'gap', 'recovered'] as const;
    const layers = ['recent', 'entrenched', 'coordinated'] as const;
    for (const id of [...filled, ...pools, ...layers] satisfies StockId[]) {
      const path = one(svg, `path[data-mark=${id}]:not([fill=none])`);
      // School is drawn under the lane of those who are behind; the lanes are told apart by their own outlines.
      const people = areaInside(path.getAttribute('d')!) / perPerson;
      expect(Math.abs(people - now.stocks[id]), id).toBeLessThan(Math.max(1, now.stocks[id] * 0.002));
    }
    const eddy = one(svg, 'circle[data-mark=between]');
    const people = (Math.PI * Number(eddy.getAttribute('r')) ** 2) / perPerson;
    expect(Math.abs(people - now.stocks.between)).toBeLessThan(Math.max(1, now.stocks.between * 0.02));
  });

  test('(c) one dot is ten people, on one hexagonal grid', () => {
    const svg = drawn(name, year);
    const { now } = riverOfRun(name).at(year);
    const step = spacing(10 * frameOfRun(name).perPerson);
    let all = 0;
    for (const id of basinIds) {
      const d = one(svg, `path[data-dots=${id}]`).getAttribute('d')!;
      const dots = [...d.matchAll(/M(-?[\d.]+),(-?[\d.]+)h0/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
      expect(dots.length, id).toBe(Math.floor(peopleIn(now, id) / 10 + 1e-9));
      all += dots.length;
      if (id === 'eddy') continue; // stands in a spiral, with the same room for each
      const far = nearestOf(dots);
      if (dots.length > 12) expect(Math.abs(far - step), id).toBeLessThan(0.03);
    }
    const people = Object.values(now.stocks).reduce((sum, stock) => sum + stock, 0);
    expect(all).toBeLessThanOrEqual(people / 10);
    expect(all).toBeGreaterThan(people / 10 - basinIds.length);
  });
});

/** The least distance between any two. */
function nearestOf(dots: readonly (readonly [number, number])[]): number {
  let least = Infinity;
  dots.forEach(([x, y], i) => {
    for (const [u, v] of dots.slice(i + 1, i + 60)) least = Math.min(least, Math.hypot(x - u, y - v));
  });
  return least;
}

describe.each(sizes)('at $width × $height, text × $scale', (size) => {
  test.each(languages)('every word is inside and none lies on another: %s', (language) => {
    for (const name of strategies) {
      for (const year of years) {
        const svg = drawn(name, year, size, language);
        const boxes = [...svg.querySelectorAll('text')].map((node) => ({
          text: node.textContent,
          box: node.getBBox(),
        }));
        for (const { text, box } of boxes) {
          const where = `${name} ${year}: ${text}`;
          expect(box.x, where).toBeGreaterThanOrEqual(-1);
          expect(box.x + box.width, where).toBeLessThanOrEqual(size.width + 1);
          expect(box.y, where).toBeGreaterThanOrEqual(-1);
          expect(box.y + box.height, where).toBeLessThanOrEqual(size.height + 4 * size.scale);
        }
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) {
            const width = Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x);
            const height =
              Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
            // Boxes are taller than letters: lines of one block touch.
            const covered = width > 1 && height > 6 * size.scale;
            expect(covered, `${name} ${year}: ${a.text} | ${b.text}`).toBe(false);
          }
        });
        svg.remove();
      }
    }
  });

  test('the still picture answers how many fall, how many are outside and inside', () => {
    const svg = drawn('slots', 20, size);
    const said = svg.textContent.replaceAll('\u00a0', ' ');
    for (const number of ['480', '131', '886', '10 999']) expect(said).toContain(number);
    if (size.width >= 560) expect(said).toContain('86 dras upp');
  });
});

test('widths keep their scale from one strategy to another', () => {
  const births = strategies.map((name) => {
    const d = one(drawn(name, 20), 'path[data-mark=preschool]').getAttribute('d')!;
    return d;
  });
  // Nobody's strategy changes how many are born: the first stage is the same drawing, but for where its bed lies.
  const height = (d: string): number => {
    const ys = [...d.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
    return ys[ys.length - 1]! - ys[0]!;
  };
  for (const d of births) expect(height(d)).toBeCloseTo(height(births[0]!), 1);
});

test('base beside itself has no dashed lines but the legend’s', () => {
  expect([...drawn('base', 20).querySelectorAll('[stroke-dasharray]')]).toHaveLength(1);
  expect(drawn('slots', 20).querySelectorAll('[stroke-dasharray]').length).toBeGreaterThan(6);
});

test('figures are filled where money stands, and outlined where not', () => {
  const filled = (name: RunName): readonly string[] =>
    ['rescue', 'swim', 'upstream'].filter((group) =>
      drawn(name, 20).querySelector(`path[data-figure=${group}][stroke="var(--${group})"]`),
    );
  expect(filled('base')).toEqual([]);
  expect(filled('swim')).toEqual(['swim']);
  expect(filled('everything')).toEqual(['rescue', 'swim', 'upstream']);
});

test('a drawing is kept and only changed', () => {
  const svg = drawn('base', 0);
  const before = [...svg.children];
  river.draw(svg, riverData('base', 12), wide);
  expect([...svg.children]).toEqual(before);
  river.draw(svg, riverData('slots', 12), wide);
  expect(before.filter((node) => node.isConnected).length).toBe(before.length);
});

test('no two streams cross but on the bridge', () => {
  const { now } = riverOfRun('slots').at(20);
  const { ribbons, mouths, frame } = layoutOf(now, frameOfRun('slots'));
  const crossings: string[] = [];
  ribbonIds.forEach((a, i) => {
    for (const b of ribbonIds.slice(i + 1)) {
      if (crosses(ribbons[a].path.points, ribbons[b].path.points)) crossings.push(`${a} × ${b}`);
    }
  });
  expect(crossings.sort()).toEqual([
    'leaveRiskToWork × leaveToNothing',
    'youngToOutside × gapToWork',
    'youngToOutside × programmeToWork',
  ]);
  expect(mouths.bridge).toBeGreaterThan(frame.x(23));
});

/** Do two lines of points cross, apart from their first and last pieces (which lie in pools and stages)? */
function crosses(a: Float64Array, b: Float64Array): boolean {
  const side = (px: number, py: number, qx: number, qy: number, x: number, y: number): number =>
    (qx - px) * (y - py) - (qy - py) * (x - px);
  for (let i = 0; i + 3 < a.length; i += 2) {
    for (let j = 0; j + 3 < b.length; j += 2) {
      const [p, q, r, s, t, u, v, w] = [
        a[i]!,
        a[i + 1]!,
        a[i + 2]!,
        a[i + 3]!,
        b[j]!,
        b[j + 1]!,
        b[j + 2]!,
        b[j + 3]!,
      ];
      const apart =
        side(p, q, r, s, t, u) * side(p, q, r, s, v, w) < -1 &&
        side(t, u, v, w, p, q) * side(t, u, v, w, r, s) < -1;
      if (apart) return true;
    }
  }
  return false;
}

test.each(['light', 'dark'])('axe finds nothing, %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const svg = drawn('slots', 20);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', river.describe(riverData('slots', 20)));
  const { violations } = await axe.run(svg, { rules: { region: { enabled: false } } });
  delete document.documentElement.dataset['theme'];
  expect(violations.map((v) => v.id)).toEqual([]);
});
