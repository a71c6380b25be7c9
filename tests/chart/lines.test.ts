// The line chart as pictures that read well in a diff, at three sizes and in two languages; and what must hold in
// any picture: nothing leaves the frame, no words lie on each other, nodes are kept from one drawing to the next.
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { linesData, names, oneStrategy, withFan } from './lines-fixture.ts';
import { charts } from '../../src/chart/index.ts';
import { axisStart } from '../../src/chart/lines-frame.ts';
import { yearAt } from '../../src/chart/lines.ts';
import type { Size } from '../../src/chart/chart.ts';
import type { LinesData } from '../../src/chart/lines-data.ts';
import type { Language } from '../../src/text/format.ts';
import '../../src/style/main.css';

const sizes: readonly Size[] = [
  { width: 560, height: 400, scale: 1 },
  { width: 320, height: 240, scale: 1 },
  { width: 1180, height: 560, scale: 1.5 },
];
const languages: readonly Language[] = ['sv', 'en'];
const cases = sizes.flatMap((size) => languages.map((language) => [size.width, language, size] as const));

beforeAll(() => document.fonts.load('700 14px "Schibsted Grotesk"'));
afterEach(() => document.body.replaceChildren());

function drawn(data: LinesData, size: Size, cursorYear?: number): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.style.cssText = `inline-size: ${size.width}px; block-size: ${size.height}px; font-family: var(--font)`;
  document.body.append(svg);
  charts.lines.draw(svg, data, size, cursorYear);
  return svg;
}

const places = new Set(['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'transform']);

/** One element a line, attributes in order of name, places in whole px: what a person can read in a diff. */
function printed(svg: SVGSVGElement): string {
  const whole = (text: string) =>
    thinned(text).replaceAll(/(?<!scale\()-?\d+\.\d+/g, (n) => String(Math.round(Number(n))));
  const lines = [...svg.children].map((node) => {
    const attributes = [...node.attributes]
      .map(({ name, value }) => ` ${name}="${places.has(name) ? whole(value) : value}"`)
      .sort()
      .join('');
    return `<${node.localName}${attributes}>${node.textContent}</${node.localName}>`;
  });
  return `${lines.join('\n')}\n`;
}

/** Every twentieth point of a line: enough to see where it goes. */
const thinned = (path: string): string =>
  path.length < 400
    ? path
    : (path.match(/[ML][^ML]+/g) ?? []).filter((_, i, all) => i % 20 === 0 || i === all.length - 1).join('');

describe.each(cases)('%d px wide, %s', (width, language, size) => {
  test('the picture of the stock', async () => {
    await expect(printed(drawn(linesData('outside', language), size))).toMatchFileSnapshot(
      `golden/lines-outside-${width}-${language}.txt`,
    );
  });

  test('the picture of the inflow with the reading line', async () => {
    const svg = drawn(linesData('inflow', language), size, 12);
    await expect(printed(svg)).toMatchFileSnapshot(`golden/lines-inflow-${width}-${language}.txt`);
  });
});

const horizons = [4, 20, 40] as const;
const widths = [260, 320, 379, 380, 420, 479, 480, 560, 800, 1180];

test.each(widths)('nothing leaves the frame and no words lie on each other: %d px wide', (width) => {
  for (const language of languages) {
    for (const horizon of horizons) {
      for (const data of [
        linesData('outside', language, { horizon }),
        linesData('inflow', language, { horizon }),
        { ...oneStrategy('outside', language), horizon },
        { ...oneStrategy('inflow', language, 'own'), horizon },
      ]) {
        expectOrder(drawn(data, { width, height: 240, scale: 1 }));
        expectOrder(drawn(data, { width: width * 1.5, height: 480, scale: 1.5 }));
      }
      document.body.replaceChildren();
    }
  }
});

function expectOrder(svg: SVGSVGElement): void {
  const frame = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll('text')].map((node) => ({
    text: node.textContent,
    box: node.getBoundingClientRect(),
  }));
  for (const { text, box } of words) {
    expect(box.left, text).toBeGreaterThanOrEqual(frame.left - 1);
    expect(box.right, text).toBeLessThanOrEqual(frame.right + 1);
    expect(box.top, text).toBeGreaterThanOrEqual(frame.top - 1);
    expect(box.bottom, text).toBeLessThanOrEqual(frame.bottom + 1);
  }
  words.forEach((a, i) => {
    for (const b of words.slice(i + 1)) expect(overlap(a.box, b.box), `${a.text} and ${b.text}`).toBe(false);
  });
}

/** More than the air above and below the letters. */
function overlap(a: DOMRect, b: DOMRect): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 1 && down > 0.35 * Math.min(a.height, b.height);
}

const [large] = sizes as [Size];

test('axe finds nothing in the drawing with its summary', async () => {
  const data = linesData('outside', 'sv');
  const svg = drawn(data, large, 7);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', charts.lines.describe(data));
  const { violations } = await axe.run(svg);
  expect(violations.map((v) => v.id)).toEqual([]);
});

test('the sentence at the crossing lies on no line where the chart is large', () => {
  const svg = drawn(linesData('outside', 'sv'), large);
  const words = [...svg.querySelectorAll('text')].filter((node) => node.textContent.includes('går om'));
  expect(words).toHaveLength(1);
  const box = words[0]!.getBoundingClientRect();
  const origin = svg.getBoundingClientRect();
  for (const path of svg.querySelectorAll<SVGPathElement>('path[fill=none]')) {
    for (let at = 0; at < path.getTotalLength(); at += 3) {
      const point = path.getPointAtLength(at);
      const [x, y] = [point.x + origin.x, point.y + origin.y];
      expect(x > box.left && x < box.right && y > box.top + 3 && y < box.bottom - 3).toBe(false);
    }
  }
});

test('drawing again keeps the nodes and changes what must change', () => {
  const data = linesData('outside', 'sv');
  const svg = drawn(data, large);
  const before = [...svg.children];
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(svg, { subtree: true, attributes: true, childList: true, characterData: true });
  charts.lines.draw(svg, { ...data }, large);
  changes.push(...observer.takeRecords());
  expect(changes).toEqual([]); // the same data in a new object: nothing is touched
  const series = data.series.map((s) =>
    s.id === 'rescue' ? { ...s, values: Array.from(s.values, (v) => v - 5) } : s,
  );
  charts.lines.draw(svg, { ...data, series }, large);
  const moved = observer.takeRecords();
  expect(moved.every((record) => record.type !== 'childList' || record.target.nodeName === 'text')).toBe(
    true,
  );
  expect([...svg.children]).toEqual(before);
  expect(new Set(moved.map((record) => (record.target as Element).getAttribute('stroke')))).not.toContain(
    'var(--upstream)',
  );
  observer.disconnect();
});

test('in a very narrow chart the horizon in force keeps its word', () => {
  const words = (horizon: number) => {
    const svg = drawn(linesData('outside', 'sv', { horizon }), { width: 200, height: 160, scale: 1 });
    return [...svg.querySelectorAll('text')]
      .map((node) => node.textContent)
      .filter((word) => /^\d+ år$/.test(word));
  };
  expect(words(4)).toEqual(['4 år']);
  expect(words(20)).toEqual(['20 år']);
});

test('a strategy that goes away takes its line, marker and label with it', () => {
  const { crossing: _, ...data } = linesData('outside', 'sv');
  const svg = drawn(data, large);
  charts.lines.draw(svg, { ...data, series: data.series.slice(0, 2) }, large);
  expect(svg.textContent).not.toContain(names.sv.upstream);
  expect(svg.querySelectorAll('[stroke="var(--upstream)"], [fill="var(--upstream)"]')).toHaveLength(0);
  charts.lines.draw(svg, data, large);
  expect(svg.textContent).toContain(names.sv.upstream);
});

test('lines begin at year 0, where no time was saved, and years before it are not drawn', () => {
  const data = linesData('outside', 'sv', { yStart: 'zero' });
  const odd = { ...data, times: Array.from(data.times, (t) => t + 0.1) };
  const svg = drawn(odd, large);
  const axis = svg.querySelector('line[stroke="var(--outline)"]:not([stroke-dasharray])')!;
  const first = svg
    .querySelector('path[stroke="var(--upstream)"]')!
    .getAttribute('d')!
    .match(/^M([\d.]+)/)![1];
  expect(Number(first)).toBeCloseTo(Number(axis.getAttribute('x1')), 0);
});

test('a hole in the values is a hole in the line, and never a NaN in the drawing', () => {
  const data = linesData('outside', 'sv');
  const holes = data.series.map((s) => ({
    ...s,
    values: Array.from(s.values, (v, i) => (i > 60 && i < 80 ? NaN : v)),
  }));
  const svg = drawn({ ...data, series: holes }, large);
  const path = svg.querySelector('path[stroke="var(--upstream)"]')!.getAttribute('d')!;
  expect(path.match(/M/g)).toHaveLength(2);
  expect(svg.outerHTML).not.toContain('NaN');
});

test.each([
  ['no series', []],
  [
    'nothing finite',
    linesData('outside', 'sv').series.map((s) => ({ ...s, values: Array.from(s.values, () => NaN) })),
  ],
  [
    'all zero',
    linesData('outside', 'sv').series.map((s) => ({ ...s, values: Array.from(s.values, () => 0) })),
  ],
  [
    'all the same',
    linesData('outside', 'sv').series.map((s) => ({ ...s, values: Array.from(s.values, () => 7) })),
  ],
])('%s still gives a chart', (_, series) => {
  const { crossing: _crossing, ...data } = linesData('outside', 'sv');
  for (const yStart of ['zero', 'fit'] as const) {
    const svg = drawn({ ...data, yStart, series }, large, 12);
    expect(svg.outerHTML).not.toMatch(/NaN|Infinity/);
    expect(svg.querySelectorAll('text').length).toBeGreaterThan(5);
  }
});

test('a cut axis is told, one that begins at 0 is not', () => {
  expect(axisStart(linesData('outside', 'sv'))).toBe(1000);
  expect(axisStart(linesData('outside', 'sv', { yStart: 'zero' }))).toBeUndefined();
  expect(axisStart(linesData('inflow', 'sv'))).toBeUndefined();
});

test('a ghost is pale and dotted and has no marker', () => {
  const data = oneStrategy('outside', 'sv');
  const ghost = { ...data.series[1]!, id: 'before', label: 'förra', selected: false, stale: true };
  const svg = drawn({ ...data, series: [...data.series, ghost] }, large);
  const paths = [...svg.querySelectorAll('path[stroke="var(--rescue)"][fill=none]')];
  expect(paths.map((path) => path.getAttribute('stroke-opacity'))).toEqual(['0.35', null]);
  expect(paths[0]!.getAttribute('stroke-dasharray')).toBe('2 5');
  expect(svg.querySelectorAll('path[stroke="var(--rescue)"][fill="var(--paper)"]')).toHaveLength(1);
});

test('a point of the drawing is a whole year; beside the plot it is none', () => {
  const svg = drawn(linesData('outside', 'sv'), large);
  const axis = svg.querySelector('line[stroke="var(--outline)"]:not([stroke-dasharray])')!;
  const [left, right] = [Number(axis.getAttribute('x1')), Number(axis.getAttribute('x2'))];
  expect(yearAt(svg, left)).toBe(0);
  expect(yearAt(svg, (left + right) / 2 + 1)).toBe(20);
  expect(yearAt(svg, right)).toBe(40);
  expect(yearAt(svg, left - 20)).toBeUndefined();
  expect(yearAt(document.createElementNS('http://www.w3.org/2000/svg', 'svg'), 10)).toBeUndefined();
});

test('the runs of a strategy are two fields with edges, behind all lines, within the axis', () => {
  const data = withFan(linesData('outside', 'sv'), 'upstream');
  const svg = drawn(data, large, 12);
  const shapes = [...svg.children];
  const fields = shapes.filter((node) => node.hasAttribute('fill-opacity'));
  expect(fields.map((node) => node.getAttribute('fill'))).toEqual(['var(--upstream)', 'var(--upstream)']);
  const edges = shapes.filter((node) => node.hasAttribute('stroke-opacity'));
  expect(edges.map((node) => node.getAttribute('stroke-dasharray'))).toEqual(['1 3', '1 3', '5 3', '5 3']);
  const firstLine = shapes.findIndex((node) => node.getAttribute('stroke-linejoin') === 'round');
  expect(Math.max(...[...fields, ...edges].map((node) => shapes.indexOf(node)))).toBeLessThan(firstLine);
  const axis = [...svg.querySelectorAll('line[stroke="var(--grid)"]')].map((l) =>
    Number(l.getAttribute('y1')),
  );
  const heights = [...fields[0]!.getAttribute('d')!.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(Math.min(...axis) - 1);
  expect(Math.max(...heights)).toBeLessThanOrEqual(Math.max(...axis) + 1);
  expect(svg.textContent).toContain('9 av 10 körningar');
  // Without rows there is nothing to draw yet.
  charts.lines.draw(svg, { ...data, fan: { ...data.fan!, times: [], rows: [] } }, large);
  expect(svg.querySelector('[fill-opacity]')).toBeNull();
});
