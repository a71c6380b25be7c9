import type { Run } from '../model/experiment.ts';

/** A name as a field of RFC 4180: in quotation marks, its own doubled, if it holds a mark of the format. */
export const csvField = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A double in the fewest digits that read back as the same double. */
export const csvNumber = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));

/** A run as comma-separated values: a row of names, then one row per saved time. */
export function* csvOf({ times, names, values }: Run): Iterable<string> {
  yield `${['time', ...names].map(csvField).join(',')}\n`;
  for (const [row, time] of times.entries()) {
    const fields = [csvNumber(time)];
    for (let i = 0; i < names.length; i++) fields.push(csvNumber(values[i * times.length + row]!));
    yield `${fields.join(',')}\n`;
  }
}
