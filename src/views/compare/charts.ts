import { isBase } from '../../app/strategies.ts';
import type { Reading, StrategyReading } from '../../app/readings.ts';
import { horizons, type Horizon } from '../../app/state.ts';
import type { LinesData, LineSeries } from '../../chart/lines-data.ts';
import { seriesOf } from '../../model/experiment.ts';
import type { Outcome } from '../../model/model.ts';
import type { Meeting } from './crossings.ts';
import { quantityOf } from './quantity.ts';
import type { CompareVoice } from './voice.ts';

/** What the charts of the comparison show. */
export interface Shown {
  readonly reading: Reading;
  /** Bases and strategies, in the order of the strip. */
  readonly rows: readonly StrategyReading[];
  readonly horizon: Horizon;
  readonly voice: CompareVoice;
}

const last = horizons.at(-1)!;

/** All lines in one picture, with the crossing that answers the screen's question. */
export function overlay(
  shown: Shown,
  outcome: Outcome,
  crossing: Meeting | undefined,
): LinesData | undefined {
  const { reading, rows, voice } = shown;
  const data = frame(shown, outcome);
  if (data === undefined) return undefined;
  const name = (row: StrategyReading): string => row.strategy.name[voice.language];
  return {
    ...data,
    series: rows.flatMap((row) => line(row, outcome, voice)),
    yStart: outcome.role === 'stock' ? 'fit' : 'zero',
    ...(crossing !== undefined &&
      outcome === reading.stock && {
        crossing: {
          year: crossing.year,
          value: crossing.value,
          words: voice.words.explore.passes(
            voice.format.year(crossing.year),
            name(crossing.lower),
            name(crossing.higher),
          ),
        },
      }),
  };
}

/** One strategy beside the bases, on a scale that all of them share. */
export function multiple(shown: Shown, outcome: Outcome, row: StrategyReading): LinesData | undefined {
  const whole = overlay(shown, outcome, undefined);
  const bases = shown.rows.filter(({ strategy }) => isBase(strategy));
  return (
    whole && {
      ...whole,
      series: [...bases, row].flatMap((each) => line(each, outcome, shown.voice)),
      yRange: rangeOf(whole),
    }
  );
}

/** What each strategy changes against base, which is the line at zero. */
export function difference(shown: Shown, outcome: Outcome): LinesData | undefined {
  const { reading, rows, voice } = shown;
  const data = frame(shown, outcome);
  const base = reading.base.run && seriesOf(reading.base.run, outcome.variable);
  if (data === undefined || base === undefined) return undefined;
  return {
    ...data,
    series: rows
      .flatMap((row) => line(row, outcome, voice))
      .map((series) => ({
        ...series,
        values: Float64Array.from(series.values, (value, i) => value - base[i]!),
      })),
    yStart: 'zero',
    print: quantityOf(reading.model, outcome, voice).printDifference,
  };
}

function frame(
  { reading, horizon, voice }: Shown,
  outcome: Outcome,
): Omit<LinesData, 'series' | 'yStart'> | undefined {
  const times = reading.base.run?.times;
  return (
    times && {
      times: times.map((time) => time - reading.yearZero),
      horizon,
      bands: [4, 20],
      last,
      print: quantityOf(reading.model, outcome, voice).print,
      language: voice.language,
      words: voice.words.chart,
    }
  );
}

function line(
  { strategy, run, stale }: StrategyReading,
  outcome: Outcome,
  { language }: CompareVoice,
): LineSeries[] {
  const values = run && seriesOf(run, outcome.variable);
  // Nobody's line stands out: the comparison takes no side.
  const selected = !isBase(strategy);
  return values
    ? [{ id: strategy.id, label: strategy.name[language], mark: strategy.mark, values, selected, stale }]
    : [];
}

/** The least and the greatest value that is drawn. */
function rangeOf({ times, series }: LinesData): readonly [number, number] {
  const seen = series.flatMap(({ values }) =>
    Array.from(values).filter((value, i) => times[i]! >= 0 && times[i]! <= last && Number.isFinite(value)),
  );
  return seen.length === 0 ? [0, 1] : [Math.min(...seen), Math.max(...seen)];
}
