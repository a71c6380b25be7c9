import type { Table } from './series.ts';

const TIMES = new Set([
  'time',
  'initial_time',
  'final_time',
  'time_step',
  'saveper',
  'dt',
  'starttime',
  'stoptime',
]);

/** Undefined if all expected values are there and near enough; else the first differences. */
export function difference(actual: Table, expected: Table, rtol: number): string | undefined {
  const rowOf = new Map(actual.times.map((t, i) => [key(t), i]));
  const complaints: string[] = [];
  const [first, last] = [expected.times[0]!, expected.times.at(-1)!];
  const near = (a: number | undefined, b: number): boolean =>
    a !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
  if (
    actual.times.length !== expected.times.length ||
    !near(actual.times[0], first) ||
    !near(actual.times.at(-1), last)
  ) {
    complaints.push(
      `${actual.times.length} rows ${actual.times[0]}–${actual.times.at(-1)}, expected ${expected.times.length} rows ${first}–${last}`,
    );
  }
  let compared = 0;
  for (const [name, values] of expected.columns) {
    if (TIMES.has(name)) continue;
    const own = actual.columns.get(name);
    const known = values.flatMap((v, i) => (Number.isNaN(v) ? [] : [i]));
    if (known.length === 0) continue;
    if (!own) {
      complaints.push(`${name} is missing`);
      continue;
    }
    const peak = Math.max(...known.map((i) => Math.abs(values[i]!)));
    const atol = Math.max(1e-6, 1e-5 * peak);
    for (const i of known) {
      const row = rowOf.get(key(expected.times[i]!));
      const [a, e] = [row === undefined ? NaN : own[row]!, values[i]!];
      compared++;
      if (Math.abs(a - e) <= atol + rtol * Math.max(Math.abs(a), Math.abs(e)) || a === e) continue;
      complaints.push(`${name} at ${expected.times[i]}: ${a}, expected ${e}`);
      break;
    }
  }
  if (compared === 0) complaints.push('nothing to compare');
  if (complaints.length === 0) return undefined;
  const more = complaints.length > 4 ? ` and ${complaints.length - 4} more` : '';
  return complaints.slice(0, 4).join('; ') + more;
}

const key = (time: number): string => time.toPrecision(9);
