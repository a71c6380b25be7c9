// Five strategies with the figures of the design's comparison (year: value), joined by smooth curves: what the
// charts' tests draw.
import type { LineSeries, LinesData } from '../../src/chart/lines-data.ts';
import type { ChartMark } from '../../src/chart/marks.ts';
import type { Language } from '../../src/text/format.ts';
import { uncertaintyWords } from '../../src/text/uncertainty.ts';
import { words } from '../../src/text/words.ts';

type Points = readonly (readonly [year: number, value: number])[];

const outside = {
  base: [
    [0, 1836],
    [40, 1836],
  ],
  rescue: [
    [0, 1836],
    [4, 1736],
    [8, 1648],
    [12.4, 1583],
    [20, 1542],
    [25, 1540],
    [40, 1573],
  ],
  swim: [
    [0, 1836],
    [4, 1792],
    [8, 1706],
    [12.4, 1604],
    [20, 1467],
    [30, 1356],
    [40, 1299],
  ],
  upstream: [
    [0, 1836],
    [2, 1853],
    [4, 1828],
    [8, 1712],
    [12.4, 1583],
    [20, 1400],
    [30, 1255],
    [40, 1182],
  ],
} as const satisfies Record<string, Points>;

const inflow = {
  base: [
    [0, 108],
    [40, 108],
  ],
  rescue: [
    [0, 108],
    [3, 101],
    [8, 104],
    [20, 113],
    [40, 120],
  ],
  swim: [
    [0, 108],
    [4, 93],
    [10, 83],
    [20, 75.4],
    [40, 74.8],
  ],
  upstream: [
    [0, 108],
    [3, 105],
    [8, 91],
    [14, 82],
    [20, 78],
    [40, 76],
  ],
} as const satisfies Record<string, Points>;

export const names = {
  sv: { base: 'bas', rescue: 'Dra upp', swim: 'Lär simma', upstream: 'Gå uppströms', own: 'Din strategi' },
  en: {
    base: 'base',
    rescue: 'Pull out',
    swim: 'Teach to swim',
    upstream: 'Go upstream',
    own: 'Your strategy',
  },
} as const;

/** 16 steps a year from two years before year zero, as the model saves them. */
const times = Float64Array.from({ length: 42 * 4 + 1 }, (_, i) => -2 + i / 4);

export function linesData(
  quantity: 'outside' | 'inflow',
  language: Language,
  changes: Partial<LinesData> = {},
): LinesData {
  const points = quantity === 'outside' ? outside : inflow;
  const series = (Object.keys(points) as (keyof typeof points)[]).map((mark): LineSeries => ({
    id: mark,
    label: names[language][mark],
    mark,
    values: curve(points[mark]),
    selected: true,
  }));
  const crossing =
    quantity === 'outside'
      ? {
          year: 12.4,
          value: 1583,
          words: words(language).explore.passes('12', names[language].upstream, names[language].rescue),
        }
      : undefined;
  return {
    times,
    series,
    horizon: 20,
    bands: [4, 20],
    last: 40,
    yStart: quantity === 'outside' ? 'fit' : 'zero',
    ...(crossing && { crossing }),
    language,
    words: words(language).chart,
    ...changes,
  };
}

/** One strategy beside base: what Explore shows when a person has moved a lever. */
export function oneStrategy(
  quantity: 'outside' | 'inflow',
  language: Language,
  mark: Extract<ChartMark, keyof (typeof names)['sv']> = 'rescue',
): LinesData {
  const { crossing: _, ...data } = linesData(quantity, language, { yStart: 'zero' });
  const rescue = data.series.find((s) => s.id === 'rescue')!;
  const base = { ...data.series[0]!, selected: false };
  return { ...data, series: [base, { ...rescue, mark, label: names[language][mark] }] };
}

/** The fields of a strategy whose runs lie within a fifth of its line, and half of them within a tenth. */
export function withFan(data: LinesData, id: string): LinesData {
  const { label, mark, values } = data.series.find((s) => s.id === id)!;
  const rows = [0.8, 0.9, 1.02, 1.1, 1.2].map((share) => Array.from(values, (v) => v * share));
  const w = uncertaintyWords(data.language);
  const words = { ...w, how: w.how(w.runs('500'), '1') };
  return { ...data, fan: { label, mark, times: data.times, rows, words } };
}

function curve(points: Points): Float64Array {
  const slope = points.map((_, i) => {
    const a = points[Math.max(0, i - 1)]!;
    const b = points[Math.min(points.length - 1, i + 1)]!;
    return (b[1] - a[1]) / (b[0] - a[0]);
  });
  return times.map((year) => {
    if (year <= 0) return points[0]![1];
    const i = Math.min(
      points.findLastIndex(([x]) => x <= year),
      points.length - 2,
    );
    const [x0, y0] = points[i]!;
    const [x1, y1] = points[i + 1]!;
    const [h, s] = [x1 - x0, (year - x0) / (x1 - x0)];
    const hermite = (2 * s ** 3 - 3 * s ** 2 + 1) * y0 + (3 * s ** 2 - 2 * s ** 3) * y1;
    return hermite + h * (s ** 3 - 2 * s ** 2 + s) * slope[i]! + h * (s ** 3 - s ** 2) * slope[i + 1]!;
  });
}
