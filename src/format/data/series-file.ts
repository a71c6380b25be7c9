import { canonical } from '../../equation/dialects/names.ts';
import { decode, readDelimited } from './delimited.ts';
import type { Curve } from '../../equation/dialects/term.ts';

/** Series over time by canonical name, from a `.dat` file or a table with the times in its first column. */
export function readSeries(bytes: Uint8Array, path: string): ReadonlyMap<string, Curve> {
  const text = decode(bytes).replace(/^\ufeff/, '');
  return /\.dat$/i.test(path) ? readDat(text) : readTable(text);
}

/** `name[a, b]` with every name in it in one spelling. */
export function seriesKey(name: string): string {
  const found = /^(.*?)\s*\[(.*)\]$/s.exec(name.trim());
  if (!found) return canonical(name);
  return `${canonical(found[1]!)}[${found[2]!.split(',').map((s) => canonical(s.trim())).join(',')}]`; // prettier-ignore
}

/** A name line, then lines of a time, a tab and a value, until the next name. */
function readDat(text: string): ReadonlyMap<string, Curve> {
  const series = new Map<string, { x: number[]; y: number[] }>();
  let open: { x: number[]; y: number[] } | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [first = '', second] = line.split('\t');
    const [time, value] = [Number(first), Number(second)];
    if (second === undefined) {
      if (line.trim() === '') continue;
      open = { x: [], y: [] };
      series.set(seriesKey(line), open);
    } else if (open && first.trim() !== '' && second.trim() !== '' && Number.isFinite(time + value)) {
      open.x.push(time);
      open.y.push(value);
    }
  }
  return series;
}

function readTable(text: string): ReadonlyMap<string, Curve> {
  const firstLine = text.slice(
    0,
    (text.search(/[\r\n]/) + text.length + 1) % (text.length + 1) || text.length,
  );
  const sheet = readDelimited(text, firstLine.includes('\t') ? '\t' : ',');
  const series = new Map<string, Curve>();
  for (let column = 1; column < sheet.columns; column++) {
    const x: number[] = [];
    const y: number[] = [];
    for (let row = 1; row < sheet.rows; row++) {
      const [time, value] = [sheet.at(row, 0), sheet.at(row, column)];
      if (typeof time !== 'number' || typeof value !== 'number') continue;
      x.push(time);
      y.push(value);
    }
    series.set(seriesKey(String(sheet.at(0, column) ?? '')), { x, y });
  }
  return series;
}
