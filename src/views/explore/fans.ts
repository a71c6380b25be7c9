import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bandsOf, placeOf, type Banding, type BandsAnswer } from '../../app/bands.ts';
import type { Reading } from '../../app/readings.ts';
import { horizons, type AppState } from '../../app/state.ts';
import type { Fan } from '../../chart/lines-data.ts';
import { uncertainIn } from '../../model/certainty.ts';
import type { Model } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import { uncertaintyWords } from '../../text/uncertainty.ts';
import type { ViewContext } from '../context.ts';
import type { ShownSeries } from '../series-lines.ts';
import type { Voice } from '../voice.ts';

/** What fields are made from: of a municipality's people, or of any model. */
export type FanReading = Pick<Reading, 'model' | 'where' | 'strategies' | 'selected' | 'yearZero'>;

/**
 * How uncertain the selected strategy is, for the charts of a screen, when a person wants to see it. It comes later than
 * the lines: they never wait for it. When another strategy is selected the last fields stay, in their own colour, until
 * there are others.
 */
export class Fans implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #context: () => ViewContext;
  #banding: Banding | undefined;
  #answer: BandsAnswer | undefined;
  #made: { readonly source: readonly unknown[]; readonly fans: Map<VariableId, Fan> } | undefined;
  #ranges: { readonly model: Model; readonly place: string; readonly some: boolean } | undefined;

  constructor(host: ReactiveControllerHost, context: () => ViewContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#banding?.want(undefined, false);
    this.#answer = undefined;
  }

  /** Whether there is anything to draw from: assumptions with ranges that nobody has set. */
  hasRanges({ model, where, selected: { strategy } }: FanReading, { document }: AppState): boolean {
    const place = placeOf(document, strategy);
    if (this.#ranges?.model !== model || this.#ranges.place !== place)
      this.#ranges = { model, place, some: uncertainIn(model, where, strategy.scenario).length > 0 };
    return this.#ranges.some;
  }

  /** Asks for what the screen shows, for so many units of time from year zero. Call when its lines are drawn. */
  follow(
    reading: FanReading | undefined,
    state: AppState,
    series: readonly VariableId[],
    last: number = horizons.at(-1)!,
  ): void {
    if (reading === undefined || !this.#isWanted(reading, state)) {
      this.#answer = undefined;
      this.#banding?.want(undefined, false);
      return;
    }
    this.#banding ??= this.#context().actions.examine.banding((answer) => {
      this.#answer = answer;
      this.#host.requestUpdate();
    });
    const { model, selected, yearZero } = reading;
    this.#banding.want(
      bandsOf(model, state.document, selected.strategy, series, yearZero + last),
      state.beforeDrag !== undefined,
    );
  }

  /** The fields of a series; without rows while they are computed or if they cannot be. The same object while nothing of it is another. */
  of(shown: ShownSeries, reading: FanReading, state: AppState, voice: Voice): Fan | undefined {
    if (!this.#isWanted(reading, state)) return undefined;
    const { selected, yearZero } = reading;
    const place = placeOf(state.document, selected.strategy);
    const source = [this.#answer, place, yearZero, selected.strategy.id, state.document.own, voice.language];
    if (this.#made === undefined || source.some((part, i) => part !== this.#made!.source[i]))
      this.#made = { source, fans: new Map() };
    const { fans } = this.#made;
    const fan = fans.get(shown.variable) ?? fanOf(this.#answer, place, shown, reading, voice);
    fans.set(shown.variable, fan);
    return fan;
  }

  /** A line of an earlier setting has no fields of its own. */
  #isWanted(reading: FanReading, state: AppState): boolean {
    return state.session.uncertainty === true && !reading.selected.stale && this.hasRanges(reading, state);
  }
}

function fanOf(
  answer: BandsAnswer | undefined,
  place: string,
  shown: ShownSeries,
  { strategies, selected, yearZero }: FanReading,
  { language, format: f }: Voice,
): Fan {
  const w = uncertaintyWords(language);
  const bands = answer?.kind === 'bands' && answer.bands.place === place ? answer.bands : undefined;
  const row = strategies.find(({ strategy }) => strategy.id === bands?.strategy);
  const band = bands?.ensemble.bands.find(({ outcome }) => outcome === shown.variable);
  const { strategy } = row ?? selected;
  const named = { label: strategy.name[language], mark: strategy.mark };
  if (bands === undefined || row === undefined || band === undefined) {
    const how = answer?.kind === 'failed' ? w.problem : w.counting;
    return { ...named, times: [], rows: [], words: { ...w, how } };
  }
  const { times, shares, runs, failed } = bands.ensemble;
  const { request, unfinished } = bands;
  const of = f.people(request.runs);
  const counted = [
    unfinished ? w.soFar(f.people(runs), of) : w.runs(of),
    ...(failed > 0 ? [w.failed(f.people(failed))] : []),
  ].join(', ');
  return {
    ...named,
    times: times.map((t) => t - yearZero),
    rows: shares.map((_, i) =>
      band.values.subarray(i * times.length, (i + 1) * times.length).map((value) => value * shown.scale),
    ),
    words: { ...w, how: w.how(counted, f.people(request.seed)) },
  };
}
