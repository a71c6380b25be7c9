import { svg, type SVGTemplateResult } from 'lit';

const width = 116;
const height = 28;
const pad = 2;

export interface SparkScale {
  readonly years: ArrayLike<number>;
  readonly last: number;
  /** The least and the most of all rows: every spark has the same scale. */
  readonly low: number;
  readonly high: number;
}

/** Accumulated net in a table cell, with the term of office as a band. Decoration: the row has the numbers. */
export function spark(values: ArrayLike<number>, { years, last, low, high }: SparkScale): SVGTemplateResult {
  const x = (year: number): number => (year / last) * width;
  const y = (value: number): number =>
    high === low ? height / 2 : pad + ((high - value) / (high - low)) * (height - 2 * pad);
  let path = '';
  for (let i = 0; i < years.length && years[i]! <= last; i++) {
    if (years[i]! < 0) continue;
    path += `${path === '' ? 'M' : 'L'}${x(years[i]!).toFixed(1)},${y(values[i]!).toFixed(1)}`;
  }
  const zero = y(0).toFixed(1);
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <rect width=${x(4)} height=${height} fill="var(--band-4)" />
    <path d="M0,${zero}H${width}" stroke="var(--outline)" stroke-dasharray="1 3" />
    <path d=${path} fill="none" stroke="var(--ink)" stroke-width="1.8" stroke-linejoin="round" />
  </svg>`;
}
