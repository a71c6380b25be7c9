import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { linesData, oneStrategy } from '../chart/lines-fixture.ts';
import { expectNoFindings, inside, listen, mount, settled } from './mount.ts';
import type { ChartCursor } from '../../src/elements/events.ts';
import type { UpLinesChart } from '../../src/elements/up-lines-chart.ts';
import '../../src/elements/up-lines-chart.ts';

const words = {
  heading: 'Utanför',
  unit: 'personer',
  tableText: 'Tabell',
  chartText: 'Diagram',
  readText: 'Läs av år',
};

async function mountChart(properties: Partial<UpLinesChart> = {}): Promise<UpLinesChart> {
  const chart = await mount('up-lines-chart', { ...words, data: linesData('outside', 'sv'), ...properties });
  chart.style.blockSize = '320px';
  await drawn(chart);
  return chart;
}

const drawn = (chart: UpLinesChart) =>
  vi.waitFor(() => expect(chart.shadowRoot!.querySelectorAll('svg.lines path').length).toBeGreaterThan(0));
const line = (chart: UpLinesChart) =>
  inside(chart, 'svg.lines path[stroke="var(--upstream)"]').getAttribute('d');
const years = (events: readonly Event[]) => events.map((event) => (event as ChartCursor).year);

test.each([
  ['as a chart', {}],
  ['as a table', { table: true }],
])('axe finds nothing: %s', async (_, state) => {
  const chart = await mount('up-lines-chart', { ...words, data: linesData('outside', 'sv'), ...state });
  await expectNoFindings(chart);
});

test('the drawing is an image with a spoken summary', async () => {
  const chart = await mountChart({ note: 'axeln börjar på 1 000' });
  const image = inside(chart, '[role=img]');
  expect(image.getAttribute('aria-label')).toMatch(
    /^Utanför, personer, axeln börjar på 1 000\. bas, start: .*om Dra upp\.$/,
  );
});

test('draws itself again when its data is set, and tells nobody', async () => {
  const heard = listen('chart-cursor');
  const chart = await mountChart();
  const before = line(chart);
  const node = inside(chart, 'svg.lines path[stroke="var(--upstream)"]');
  const data = linesData('outside', 'sv');
  chart.data = {
    ...data,
    series: data.series.map((s) => ({ ...s, values: Array.from(s.values, (v) => v - 100) })),
  };
  chart.cursorYear = 7;
  await settled(chart);
  expect(line(chart)).not.toBe(before);
  expect(inside(chart, 'svg.lines path[stroke="var(--upstream)"]')).toBe(node); // kept, not rebuilt
  expect(chart.shadowRoot!.textContent).toContain('år 7');
  expect(heard).toEqual([]);
});

test('fits the size it is given', async () => {
  const chart = await mountChart();
  const before = line(chart);
  chart.style.inlineSize = '500px';
  await vi.waitFor(() => expect(line(chart)).not.toBe(before));
});

test('goes on fitting after it has been moved in the page', async () => {
  const chart = await mountChart();
  const elsewhere = document.createElement('div');
  document.body.append(elsewhere);
  elsewhere.append(chart);
  const before = line(chart);
  chart.style.inlineSize = '500px';
  await vi.waitFor(() => expect(line(chart)).not.toBe(before));
});

test('the same numbers are a table at the press of a button, and back', async () => {
  const chart = await mountChart();
  const button = inside(chart, 'button');
  expect(button.getAttribute('aria-label')).toBe('Tabell: Utanför');
  await userEvent.click(button);
  await settled(chart);
  const cells = [...chart.shadowRoot!.querySelectorAll('tbody tr:nth-child(2) > *')].map((cell) =>
    cell.textContent.replaceAll(/\s+/g, ' ').trim(),
  );
  expect(cells).toEqual(['Dra upp', '1 836', '1 736', '1 613', '1 542', '1 550', '1 573']);
  expect(inside(chart, '.plot').hidden).toBe(true);
  expect(inside(chart, 'button').getAttribute('aria-label')).toBe('Diagram: Utanför');
  await userEvent.click(inside(chart, 'button'));
  expect(chart.table).toBe(false);
});

test('without words for it there is no button', async () => {
  const chart = await mountChart({ tableText: '' });
  expect(chart.shadowRoot!.querySelector('button')).toBeNull();
});

test('arrow keys move the reading line year by year, from the horizon; Escape takes it away', async () => {
  const chart = await mountChart({ data: oneStrategy('outside', 'sv') });
  const heard = listen('chart-cursor');
  const reader = inside<HTMLInputElement>(chart, '.reader');
  reader.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  await settled(chart);
  expect(years(heard)).toEqual([20, 21, 22, 21]);
  expect(reader.getAttribute('aria-valuetext')).toMatch(/^år 21: bas 1\s836, Dra upp 1\s\d{3}$/);
  await userEvent.keyboard('{Escape}');
  expect(years(heard).at(-1)).toBeUndefined();
  expect(chart.cursorYear).toBeUndefined();
});

test('leaving with the keyboard takes the reading line away', async () => {
  const chart = await mountChart();
  const heard = listen('chart-cursor');
  inside(chart, '.reader').focus();
  inside(chart, 'button').focus();
  expect(years(heard)).toEqual([20, undefined]);
});

test('the pointer moves the reading line to whole years, and nothing is told twice', async () => {
  const chart = await mountChart();
  const heard = listen('chart-cursor');
  const plot = inside(chart, '.plot');
  const box = plot.getBoundingClientRect();
  const move = (x: number) =>
    plot.dispatchEvent(new PointerEvent('pointermove', { clientX: box.x + x, bubbles: true }));
  move(box.width / 2);
  move(box.width / 2 + 1);
  move(2); // on the axis' words: beside the plot
  plot.dispatchEvent(new PointerEvent('pointerleave'));
  const [first, second, ...rest] = years(heard);
  expect(Number.isInteger(first)).toBe(true);
  expect(second).toBeUndefined();
  expect(rest).toEqual([]);
});

test('a tap leaves the reading line there, a second tap on the same year takes it away, a scroll does not leave it', async () => {
  const chart = await mountChart();
  const plot = inside(chart, '.plot');
  const box = plot.getBoundingClientRect();
  const touch = (type: string) =>
    plot.dispatchEvent(new PointerEvent(type, { clientX: box.x + box.width / 2, pointerType: 'touch' }));
  const tap = () => ['pointerdown', 'pointerup', 'pointerleave'].forEach(touch);
  tap();
  expect(chart.cursorYear).toBeGreaterThan(10);
  tap();
  expect(chart.cursorYear).toBeUndefined();
  ['pointerdown', 'pointercancel', 'pointerleave'].forEach(touch);
  expect(chart.cursorYear).toBeUndefined();
});

test('the exact year of the crossing is told where the reading line meets it', async () => {
  const chart = await mountChart({ cursorYear: 12 });
  expect(inside(chart, 'svg.lines').textContent).toContain('år 12 (12,4)');
});
