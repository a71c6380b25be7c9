// The flow of money as a picture: every width at one scale, nothing outside the frame, no words on each other.
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  describe as describeFlow,
  table,
  type FlowEnd,
  type PayersFlowData,
} from '../../src/chart/payers-flow-data.ts';
import { layoutOf } from '../../src/chart/payers-flow-layout.ts';
import { payersFlow } from '../../src/chart/payers-flow.ts';
import '../../src/style/main.css';

beforeAll(() => document.fonts.load('700 14px "Schibsted Grotesk"'));
afterEach(() => document.body.replaceChildren());

const end = (label: string, amount: number, kind: FlowEnd['kind'] = 'cash'): FlowEnd => ({
  id: label,
  label,
  amount: amount * 1e6,
  kind,
});
const flow = (payers: readonly FlowEnd[], gainers: readonly FlowEnd[]): PayersFlowData => ({
  payers,
  gainers,
  print: (sek) => String(Math.round(sek / 1e6)),
  words: {
    pays: 'betalar',
    back: 'får tillbaka',
    actor: 'Aktör',
    nothingIn: 'inga nya pengar',
    nothingBack: 'inget tillbaka ännu',
    notes: ['Kassa: 163 in, 708 tillbaka; produktionsvärde +682.', 'Bredden är kronor, samma skala.'],
  },
});

const payers = [end('Försäkringskassan', 82), end('Kommunen', 41), end('Regionen', 41)];
const gainers = [
  end('Kommunen', 364),
  end('Försäkringskassan', 122),
  end('Arbetsförmedlingen', 87),
  end('Regionen', 58),
  end('Rättsväsendet', 56),
  end('Övriga offentliga aktörer', 22),
  end('Produktionsvärde', 682, 'value'),
];
const cases = {
  'twenty years': flow(payers, gainers),
  'a term, with losses only': flow(
    [
      ...payers,
      end('ökade kostnader, 5 aktörer', 13, 'lost cash'),
      end('Produktionsvärde, minskat', 13, 'lost value'),
    ],
    [],
  ),
  'more actors than lines of words': flow(
    Array.from({ length: 20 }, (_, i) => end(`Aktör ${i}`, 5)),
    gainers,
  ),
  'names that are long': flow(
    [end('Social Insurance Agency', 82), end('The municipality', 41), end('The region', 41)],
    [
      end('The municipality', 278),
      end('Social Insurance Agency', 145),
      end('Public Employment Service', 104),
      end('The region', 68),
      end('The justice system', 66),
      end('Other public actors', 26),
      end('Production value', 810, 'value'),
    ],
  ),
  'no new money': flow([], gainers),
  'one payer, one gainer': flow([end('Kommunen', 5)], [end('Kommunen', 1)]),
  'nothing at all': flow([], []),
};
const sizes = [
  { width: 620, height: 270, scale: 1 },
  { width: 358, height: 310, scale: 1 },
  { width: 420, height: 230, scale: 1 },
  { width: 930, height: 480, scale: 1.5 },
];

function drawn(data: PayersFlowData, size: (typeof sizes)[number]): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.style.cssText = `inline-size: ${size.width}px; block-size: ${size.height}px; font-family: var(--font)`;
  document.body.append(svg);
  payersFlow.draw(svg, data, size);
  return svg;
}

describe.each(Object.entries(cases))('%s', (name, data) => {
  test.each(sizes)('$width × $height: one scale, in the frame, words apart', (size) => {
    const {
      pxPerKrona,
      payers: left,
      gainers: right,
      brook,
      river,
    } = layoutOf(data, size, (t, px) => t.length * px * 0.55);
    const sum = (ends: readonly FlowEnd[]) => ends.reduce((total, { amount }) => total + amount, 0);
    expect(pxPerKrona).toBeGreaterThan(0);
    for (const {
      end: { amount },
      top,
      bottom,
    } of [...left, ...right]) {
      expect(bottom - top).toBeCloseTo(amount * pxPerKrona, 6);
      expect(top).toBeGreaterThanOrEqual(-0.01);
      expect(bottom).toBeLessThanOrEqual(size.height);
    }
    expect(brook[1] - brook[0]).toBeCloseTo(sum(data.payers) * pxPerKrona, 6);
    expect(river[1] - river[0]).toBeCloseTo(sum(data.gainers) * pxPerKrona, 6);

    const svg = drawn(data, size);
    expect(svg.innerHTML).not.toContain('NaN');
    // Twenty actors have not room for their words: these are squeezed evenly, and may touch.
    const squeezed = name === 'more actors than lines of words';
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].map((node) => ({
      text: node.textContent,
      box: node.getBoundingClientRect(),
    }));
    boxes.forEach(({ text, box }, i) => {
      expect(box.left, text).toBeGreaterThanOrEqual(frame.left - 1);
      expect(box.right, text).toBeLessThanOrEqual(frame.right + 1);
      expect(box.top, text).toBeGreaterThanOrEqual(frame.top - (squeezed ? 4 : 2));
      expect(box.bottom, text).toBeLessThanOrEqual(frame.bottom + 1);
      for (const other of boxes.slice(i + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        const touch = across > 1 && down > 0.35 * Math.min(box.height, other.box.height);
        if (!squeezed) expect(touch, `${text} and ${other.text}`).toBe(false);
      }
    });
  });
});

test('the same in words and as a table: a purse that pays and gains is one row', () => {
  const data = cases['twenty years'];
  expect(describeFlow(data)).toContain('Betalar: Försäkringskassan 82, Kommunen 41, Regionen 41.');
  expect(describeFlow(data)).toContain('Produktionsvärde 682.');
  const { columns, rows } = table(data);
  expect(columns).toEqual(['betalar', 'får tillbaka']);
  expect(rows.map(({ label, cells }) => [label, ...cells])).toContainEqual(['Kommunen', '41', '364']);
  expect(rows).toHaveLength(7);
});

test('axe finds nothing, and a redraw keeps the nodes', async () => {
  const svg = drawn(cases['twenty years'], sizes[0]!);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', describeFlow(cases['twenty years']));
  expect((await axe.run(svg)).violations.map((v) => v.id)).toEqual([]);
  const river = svg.firstElementChild;
  payersFlow.draw(svg, cases['one payer, one gainer'], sizes[0]!);
  expect(svg.firstElementChild).toBe(river);
  expect(svg.textContent).not.toContain('Regionen');
});
