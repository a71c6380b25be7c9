import type { Reading } from '../../app/readings.ts';
import type { AppState } from '../../app/state.ts';
import type { Fan, LinesData } from '../../chart/lines-data.ts';
import { exploreWords } from '../../text/explore.ts';
import type { Voice } from '../voice.ts';
import { lineOf, linesFrame, valuesOf, type ShownSeries } from '../series-lines.ts';
import { passingSentence } from './sentences.ts';
import type { Since } from './since.ts';

/** What a chart of the screen is drawn from. */
export interface ChartInput {
  readonly reading: Reading;
  readonly shown: ShownSeries;
  readonly state: AppState;
  readonly since: Since | undefined;
  /** How uncertain the selected strategy is, if that is shown. */
  readonly fan: Fan | undefined;
  /** The year up to which the change is played again; undefined when it is not. */
  readonly until: number | undefined;
  readonly voice: Voice;
}

/** Chart data by series, made anew only when what they are made from is another: a lever that moves redraws no chart before its run is there. */
export function createChartData(): (input: ChartInput) => LinesData | undefined {
  let kept: { readonly source: readonly unknown[]; readonly data: Map<string, LinesData> } | undefined;
  return (input) => {
    const { state, shown, since, until } = input;
    const { runs, failures, horizon, language } = state.session;
    const { selected, compared } = state.document;
    const source = [runs, failures, selected, compared, since?.run, horizon, language, until];
    if (kept === undefined || source.some((part, i) => part !== kept!.source[i])) {
      kept = { source, data: new Map() };
    }
    const known = kept.data.get(shown.variable) ?? chartData(input);
    if (known === undefined) return undefined;
    // What is played again are lines; the fields belong to the end of it.
    const fan = until === undefined ? input.fan : undefined;
    const data = known.fan === fan ? known : { ...known, fan };
    kept.data.set(shown.variable, data);
    return data;
  };
}

function chartData({ reading, shown, state, since, until, voice }: ChartInput): LinesData | undefined {
  const frame = linesFrame(reading, shown, state.session.horizon, voice);
  if (frame === undefined) return undefined;
  const { selected, onScreen, passing, stock } = reading;
  const crossing = shown.variable === stock.variable && until === undefined ? passing : undefined;
  const lines = onScreen.flatMap((row) =>
    lineOf(row, shown, row === selected, voice.language).map((line) =>
      row === selected && until !== undefined ? { ...line, until } : line,
    ),
  );
  return {
    ...frame,
    // The markers go with the line that draws itself.
    ...(until !== undefined && { horizon: until }),
    series: [...lines, ...ghost(reading, shown, since, voice)],
    ...(crossing && {
      crossing: { year: crossing.year, value: crossing.value, words: passingSentence(crossing, voice) },
    }),
  };
}

/** The selected strategy before the newest change, unless that line is on the screen anyway. */
function ghost(
  { selected, onScreen }: Reading,
  shown: ShownSeries,
  since: Since | undefined,
  { language }: Voice,
): LinesData['series'] {
  const values = since && valuesOf(since.run, shown);
  // The same experiment may have been run again since, for more series.
  const before = JSON.stringify(since?.run.experiment);
  const shownAnyway = onScreen.some(({ run }) => run && JSON.stringify(run.experiment) === before);
  if (values === undefined || shownAnyway) return [];
  const label = exploreWords(language).charts.before;
  return [{ id: 'before', label, mark: selected.strategy.mark, values, selected: false, stale: true }];
}
