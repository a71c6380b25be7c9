// The bars of what contributed what: a picture that reads well in a diff, and what must hold in any of them.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { contributions, heightFor, type ContributionsData } from '../../src/chart/contributions.ts';
import { format, type Language } from '../../src/text/format.ts';
import '../../src/style/main.css';

const words = { sv: { average: 'bidrag', alone: 'ensam' }, en: { average: 'contribution', alone: 'alone' } };
const names = {
  sv: ['Samordnade platser', 'En väg in, gemensam budget', 'Strategisk samverkan', 'Tillsammans'],
  en: ['Coordinated places', 'One door, shared budget', 'Strategic collaboration', 'Together'],
};

/** The first two help, the third harms; the second would have harmed alone. */
function data(language: Language, scale = 1): ContributionsData {
  const [a, b, c, whole] = names[language] as [string, string, string, string];
  return {
    bars: [
      { id: 'a', label: a, mark: 'rescue', value: -230 * scale, alone: -264 * scale },
      { id: 'b', label: b, mark: 'upstream', value: -62 * scale, alone: 12 * scale },
      { id: 'c', label: c, mark: 'upstream', value: 31 * scale, alone: 20 * scale },
    ],
    whole: { id: 'whole', label: whole, mark: 'own', value: -261 * scale, alone: undefined },
    print: (value) => format(language).peopleDifference(value),
    words: words[language],
  };
}

beforeAll(() => document.fonts.load('700 14px "Schibsted Grotesk"'));
afterEach(() => document.body.replaceChildren());

function drawn(of: ContributionsData, width: number, scale = 1): SVGSVGElement {
  const height = heightFor(of, width, scale);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.style.cssText = `inline-size: ${width}px; block-size: ${height}px; font-family: var(--font)`;
  document.body.append(svg);
  contributions.draw(svg, of, { width, height, scale });
  return svg;
}

const bars = (svg: SVGSVGElement): { from: number; to: number }[] =>
  [...svg.querySelectorAll('rect')].map((bar) => {
    const from = Number(bar.getAttribute('x'));
    return { from, to: from + Number(bar.getAttribute('width')) };
  });

test.each<Language>(['sv', 'en'])('is a picture, %s', async (language) => {
  const lines = [...drawn(data(language), 700).children].map((node) => {
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${whole(value)}"`).sort();
    return `<${node.localName}${attributes.join('')}>${node.textContent}</${node.localName}>`;
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/contributions-${language}.txt`);
});

const whole = (text: string): string =>
  text.replaceAll(/(?<![\w.])-?\d+\.\d+(?!em|\d)/g, (n) => String(Math.round(Number(n))));

test('bars are as long as their values, from one line at zero', () => {
  const found = bars(drawn(data('sv'), 900));
  const [a, b, c, sum] = found as [
    (typeof found)[0],
    (typeof found)[0],
    (typeof found)[0],
    (typeof found)[0],
  ];
  const length = ({ from, to }: { from: number; to: number }): number => to - from;
  expect(length(a) / length(sum)).toBeCloseTo(230 / 261, 2);
  expect(length(b) / length(sum)).toBeCloseTo(62 / 261, 2);
  expect(c.from).toBeCloseTo(a.to, 0);
  expect(b.to).toBeCloseTo(sum.to, 0);
});

test.each([320, 519, 520, 900])(
  'nothing leaves the frame and no words lie on each other: %d px wide',
  (width) => {
    for (const scale of [1, 1.5]) {
      for (const of of [data('sv'), data('en', 10), data('sv', -1)]) {
        const svg = drawn(of, width * scale, scale);
        const frame = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll('text')].map((node) => node.getBoundingClientRect());
        for (const box of [
          ...boxes,
          ...[...svg.querySelectorAll('rect, circle')].map((n) => n.getBoundingClientRect()),
        ]) {
          expect(box.left).toBeGreaterThanOrEqual(frame.left - 1);
          expect(box.right).toBeLessThanOrEqual(frame.right + 1);
          expect(box.bottom).toBeLessThanOrEqual(frame.bottom + 1);
        }
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            expect(across > 1 && down > 0.35 * a.height).toBe(false);
          }
        });
        svg.remove();
      }
    }
  },
);

test('says in words and in a table what it shows, the sum last', () => {
  expect(contributions.describe(data('sv'))).toBe(
    'Samordnade platser −230 (ensam −264); En väg in, gemensam budget −62 (ensam +12); Strategisk samverkan +31 (ensam +20). Tillsammans −261.',
  );
  const { columns, rows } = contributions.table(data('en'));
  expect(columns).toEqual(['contribution', 'alone']);
  expect(rows.map(({ label, cells }) => [label, ...cells])).toEqual([
    ['Coordinated places', '−230', '−264'],
    ['One door, shared budget', '−62', '+12'],
    ['Strategic collaboration', '+31', '+20'],
    ['Together', '−261', ''],
  ]);
});
