import { strategiesOf } from '../../app/strategies.ts';
import type { AppState, StrategyId } from '../../app/state.ts';
import type { Fan, LinesData } from '../../chart/lines-data.ts';
import type { Run } from '../../model/experiment.ts';
import type { Model } from '../../model/model.ts';
import { exploreWords } from '../../text/explore.ts';
import { decimalsOf } from '../../text/quantity.ts';
import { valuesOf, type ShownSeries } from '../series-lines.ts';
import type { Voice } from '../voice.ts';

/** The chart draws years 0 to 40: the model's own time is laid along it, and told in its own unit. */
export const drawn = 40;

export interface PlainChart {
  readonly model: Model;
  readonly state: AppState;
  readonly shown: ShownSeries;
  readonly selected: StrategyId;
  /** The selected strategy's run before the newest change, if that is no line of its own. */
  readonly before: Run | undefined;
  /** Where the line of the selected strategy has come to while it draws itself, 0 to `drawn`. */
  readonly until: number | undefined;
  /** How uncertain the selected strategy is, if that is shown, over the model's own time from its start. */
  readonly fan: Fan | undefined;
  readonly voice: Voice;
}

/** The model's time in words: `dag 120`. */
export function timeWords({ simSpecs }: Model, time: number, { words, format }: Voice): string {
  const units: Readonly<Record<string, string>> = words.time;
  return `${units[simSpecs.timeUnit] ?? simSpecs.timeUnit} ${format.number(time, 1)}`;
}

/** As many decimals as the largest value needs: what has shrunk to nothing beside it is printed as nothing. */
export function printFor(shown: ShownSeries, values: Iterable<number>, { format }: Voice) {
  const decimals = decimalsOf(Math.max(...[...values].map(Math.abs)));
  const { print } = shown;
  return print && (shown.scale === 1 ? (value: number) => format.number(value, decimals) : print);
}

/** A series of every strategy over the model's own time; undefined before base has run. */
export function plainChart({
  model,
  state,
  shown,
  selected,
  before,
  until,
  fan,
  voice,
}: PlainChart): LinesData | undefined {
  const { runs, failures } = state.session;
  const { language, format } = voice;
  const times = runs['base']?.times;
  if (times === undefined || times.length < 2) return undefined;
  const start = times[0]!;
  const length = times.at(-1)! - start;
  const timeAt = (n: number): number => start + (n / drawn) * length;
  const at = (n: number): string => timeWords(model, timeAt(n), voice);
  const strategies = strategiesOf(model, state.document);
  const series = strategies.flatMap(({ id, name, mark }) => {
    const values = runs[id] && valuesOf(runs[id], shown);
    if (values === undefined) return [];
    const line = { id, mark, values, selected: id === selected, stale: failures[id] !== undefined };
    return [{ ...line, label: name[language], ...(id === selected && until !== undefined && { until }) }];
  });
  const ghost = before && valuesOf(before, shown);
  const mark = strategies.find(({ id }) => id === selected)?.mark;
  const print = printFor(
    shown,
    series.flatMap(({ values }) => [...values]),
    voice,
  );
  return {
    times: times.map((t) => ((t - start) / length) * drawn),
    series:
      ghost && mark
        ? [
            ...series,
            {
              id: 'before',
              label: exploreWords(language).charts.before,
              mark,
              values: ghost,
              selected: false,
              stale: true,
            },
          ]
        : series,
    horizon: until ?? drawn,
    bands: [],
    last: drawn,
    yStart: 'zero',
    language,
    words: { start: at(0), year: at, tick: (n) => format.number(timeAt(n), 1), band: at },
    ...(print && { print }),
    ...(fan && { fan: { ...fan, times: Array.from(fan.times, (t) => (t / length) * drawn) } }),
  };
}
