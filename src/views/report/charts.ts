import type { Size } from '../../chart/chart.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import type { Outcome } from '../../model/model.ts';
import { lineOf, linesFrame, shownSeries } from '../series-lines.ts';
import type { Content } from './content.ts';

/** px of the third page: what stands around its rows, and how high a row is, where there are few of them and many. */
const room = 646;
const around = 184;
const rowHeight = { usual: 22, dense: 18.5 };
const mostUsual = 13;

function rowsOnPage({ rows, ledger }: Content): number {
  const { cash, value, reinvested } = ledger?.accounts ?? { cash: [], value: [], reinvested: undefined };
  return rows.length + cash.length + value.length + 1 + (reinvested === undefined ? 0 : 1);
}

/** Whether the tables of the third page are set closer, so that the charts above them have room. */
export const isDense = (content: Content): boolean => rowsOnPage(content) > mostUsual;

/**
 * px that a chart is drawn in, and then as large as its place: paper is printed before anything can be measured. The
 * more rows the tables below have, the lower it is, so that the page holds them all.
 */
export function chartSizeOf(content: Content): Size {
  const rows = rowsOnPage(content) * rowHeight[isDense(content) ? 'dense' : 'usual'];
  return { width: 500, height: Math.max(108, Math.min(240, room - around - rows)), scale: 1 };
}

/** An outcome of every strategy in the report, over forty years. */
export function outcomeLines({ reading, rows, voice }: Content, outcome: Outcome): LinesData | undefined {
  const { words, format: f, language } = voice;
  const shown = shownSeries(reading.model, outcome.variable, language);
  const frame = shown && linesFrame(reading, shown, 20, voice);
  if (shown === undefined || frame === undefined) return undefined;
  const { passing, stock } = reading;
  const series = rows.flatMap((row) => lineOf(row, shown, true, language));
  const there = (id: string): boolean => series.some((line) => line.id === id);
  const marked = outcome === stock && passing && there(passing.later.id) && there(passing.earlier.id);
  return {
    ...frame,
    series,
    ...(marked && {
      crossing: {
        year: passing.year,
        value: passing.value,
        words: words.explore.passes(
          f.year(passing.year),
          passing.later.name[language],
          passing.earlier.name[language],
        ),
      },
    }),
  };
}
