import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createReader, type Reading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import type { AppState } from '../../app/state.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import { axisStart } from '../../chart/lines-frame.ts';
import type { ChartCursor, SegmentChange } from '../../elements/events.ts';
import '../../elements/up-headline.ts';
import '../../elements/up-lines-chart.ts';
import '../../elements/up-segments.ts';
import { seriesOf } from '../../model/experiment.ts';
import type { Outcome } from '../../model/model.ts';
import { focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import { describe } from '../../text/diagnostics.ts';
import { format } from '../../text/format.ts';
import type { Words } from '../../text/sv.ts';
import { words } from '../../text/words.ts';
import type { ViewContext } from '../context.ts';
import { strategyStrip, stripStyles } from '../strategy-strip.ts';
import type { Voice } from '../voice.ts';
import type { YearMove } from './events.ts';
import './up-explore-levers.ts';
import './up-explore-plain.ts';
import './up-explore-river.ts';
import './up-explore-table.ts';
import { layout } from './layout.ts';
import { presentingLayout, showings, type Showing } from './presenting.ts';
import { chipValue, difference, finding, moneySentence, passingSentence, resultAt } from './sentences.ts';

export const render = (context: ViewContext): TemplateResult =>
  html`<up-explore .context=${context}></up-explore>`;

/**
 * The first screen: levers in three places, the stock and the inflow side by side, the headline number, and what
 * the same money gives.
 */
@customElement('up-explore')
export class UpExplore extends LitElement {
  static override styles = [reset, focusRing, visuallyHidden, stripStyles, layout, presentingLayout];

  @property({ attribute: false }) context!: ViewContext;
  /** The year that the hairline stands at in both charts, or undefined when it is nowhere. */
  @property({ attribute: false }) cursorYear: number | undefined;

  /** What stands beside the claim before a room. */
  @property({ reflect: true }) showing: Showing = 'charts';

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  /** Chart data per outcome, and what they were made from: a lever that moves redraws no chart before its run is there. */
  #charts: { source: readonly unknown[]; data: Map<string, LinesData> } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (state) => state);
  }

  protected override willUpdate(): void {
    this.toggleAttribute('presenting', this.#state!.value.session.presenting);
  }

  protected override render(): TemplateResult {
    const state = this.#state!.value;
    const { language, model } = state.session;
    const voice: Voice = { language, words: words(language), format: format(language) };
    if (model.status === 'failed') {
      return html`<main class="empty" role="alert">
        <h1>${voice.words.app.noModel}</h1>
        ${model.diagnostics.map((d) => {
          const said = describe(d, language);
          return html`<p>${said.words} ${said.todo}</p>`;
        })}
      </main>`;
    }
    const reading = this.#read(state);
    if (reading === undefined) {
      return model.status === 'ready'
        ? html`<up-explore-plain
            class="plain"
            .context=${this.context}
            .model=${model.value}
            .voice=${voice}
          ></up-explore-plain>`
        : html`<main class="empty" aria-busy="true"><p>${voice.words.app.loading}</p></main>`;
    }
    return html`
      <up-explore-levers .context=${this.context} .reading=${reading} .voice=${voice}></up-explore-levers>
      <main id="result" tabindex="-1">${this.#result(reading, state, voice)}</main>
      ${this.#strip(reading, state, voice)}
    `;
  }

  #result(reading: Reading, state: AppState, voice: Voice): TemplateResult {
    const { model, stock, inflow, selected } = reading;
    const { words: w, language } = voice;
    const preset = model.presets.find((p) => p.id === reading.where.preset);
    const place = reading.where.municipality ? w.municipality.yours : (preset?.name[language] ?? '');
    return html`
      <header>
        <h1>${finding(reading, voice) ?? model.name[language]}</h1>
        <p>
          ${model.strategies.length < 2 ? model.about[language] : moneySentence(reading, voice)}
          ${w.explore.where(model.name[language], place)} ${w.app.disclaimer}
        </p>
        ${selected.stale ? this.#failed(reading, state, voice) : nothing}
        ${state.session.presenting ? this.#showings(w) : nothing}
      </header>
      <up-explore-river
        .context=${this.context}
        .reading=${reading}
        .voice=${voice}
        .horizon=${state.session.horizon}
        @year-move=${(e: YearMove) => (this.cursorYear = e.year)}
      ></up-explore-river>
      <div class="picture">
        ${this.#chart(reading, stock, state, voice)} ${this.#chart(reading, inflow, state, voice)}
        ${this.#headline(reading, state, voice)}
      </div>
      <up-explore-table
        .reading=${reading}
        .voice=${voice}
        .horizon=${state.session.horizon}
      ></up-explore-table>
    `;
  }

  #showings({ app: { showing } }: Words): TemplateResult {
    return html`<up-segments
      .label=${showing.label}
      .options=${showings.map((value) => ({ value, text: showing[value] }))}
      .value=${this.showing}
      @segment-change=${(e: SegmentChange) => (this.showing = e.value as Showing)}
    ></up-segments>`;
  }

  #failed(reading: Reading, { session }: AppState, { words: w, language }: Voice): TemplateResult {
    const why = session.failures[reading.selected.strategy.id] ?? [];
    return html`<p class="failed" role="alert">
      ${w.app.stale}
      ${why.map((d) => `${describe(d, language).words} ${describe(d, language).todo}`).join(' ')}
    </p>`;
  }

  #chart(reading: Reading, outcome: Outcome, state: AppState, voice: Voice): TemplateResult {
    const data = this.#dataFor(reading, outcome, state, voice);
    const start = data && axisStart(data);
    return html`<up-lines-chart
      .heading=${outcome.name[voice.language]}
      .unit=${outcome.unitWords[voice.language]}
      .data=${data}
      .note=${start === undefined ? '' : voice.words.chart.axisFrom(voice.format.people(start))}
      .tableText=${voice.words.chart.asTable}
      .chartText=${voice.words.chart.asChart}
      .readText=${voice.words.chart.read}
      .cursorYear=${this.cursorYear}
      @chart-cursor=${(e: ChartCursor) => (this.cursorYear = e.year)}
    ></up-lines-chart>`;
  }

  #dataFor(reading: Reading, outcome: Outcome, state: AppState, voice: Voice): LinesData | undefined {
    const { document, session } = state;
    const { runs, failures, horizon, language } = session;
    const source = [runs, failures, document.selected, horizon, language];
    if (this.#charts?.source.every((part, i) => part === source[i]) !== true) {
      this.#charts = { source, data: new Map() };
    }
    const known = this.#charts.data.get(outcome.variable);
    if (known !== undefined) return known;
    const data = linesData(reading, outcome, horizon, voice);
    if (data !== undefined) this.#charts.data.set(outcome.variable, data);
    return data;
  }

  #headline({ selected, base }: Reading, { session }: AppState, voice: Voice): TemplateResult {
    const { words: w, format: f } = voice;
    const { horizon } = session;
    const result = resultAt(selected, base, horizon, voice);
    if (result === undefined || selected.inflow === undefined || base.inflow === undefined) {
      return html`<p class="waiting">${w.app.loading}</p>`;
    }
    const isBase = selected === base;
    const other = horizon === 4 ? 20 : 4;
    const atOther = resultAt(selected, base, other, voice)!;
    const inflowChange = difference(selected.inflow[horizon], base.inflow[horizon], voice);
    const fewerOutside = selected.stock![horizon] < base.stock![horizon];
    const moreNew = selected.inflow[horizon] > base.inflow[horizon];
    return html`<up-headline .label=${w.explore.outsideIn(horizon)} .value=${result.value}>
      ${
        isBase
          ? nothing
          : html`<p><strong>${result.difference}</strong> ${w.explore.thanBase(result.base)}</p>
              <p>${w.explore.atYear(other, atOther.value, atOther.difference)}</p>`
      }
      <p slot="but">
        ${isBase ? nothing : fewerOutside === moreNew ? w.explore.but : w.explore.also}
        <strong>${w.explore.inflow(f.people(selected.inflow[horizon]))}</strong> ${w.explore.inflowTail}${
          isBase
            ? '.'
            : html`,
              ${inflowChange === undefined ? w.explore.asInBase : html`<strong>${inflowChange}</strong> ${w.explore.thanInBase}`}`
        }
      </p>
    </up-headline>`;
  }

  #strip(reading: Reading, { session: { horizon } }: AppState, voice: Voice): TemplateResult {
    const spoken = resultAt(reading.selected, reading.base, horizon, voice);
    const name = reading.selected.strategy.name[voice.language];
    return strategyStrip({
      reading,
      voice,
      actions: this.context.actions,
      value: (row) => chipValue(row, reading, horizon, voice),
      spoken:
        spoken && `${name}. ${voice.words.explore.resultSpoken(horizon, spoken.value, spoken.difference)}`,
    });
  }
}

function linesData(reading: Reading, outcome: Outcome, horizon: number, voice: Voice): LinesData | undefined {
  const { language, words: w } = voice;
  const times = reading.base.run?.times;
  if (times === undefined) return undefined;
  const crossing = outcome === reading.stock ? reading.passing : undefined;
  return {
    times: times.map((t) => t - reading.yearZero),
    series: reading.onScreen.flatMap(({ strategy, run, stale }) => {
      const values = run && seriesOf(run, outcome.variable);
      const selected = strategy.id === reading.selected.strategy.id;
      return values
        ? [{ id: strategy.id, label: strategy.name[language], mark: strategy.mark, values, selected, stale }]
        : [];
    }),
    horizon,
    bands: [4, 20],
    last: 40,
    yStart: outcome.role === 'stock' ? 'fit' : 'zero',
    ...(crossing && {
      crossing: { year: crossing.year, value: crossing.value, words: passingSentence(crossing, voice) },
    }),
    language,
    words: w.chart,
  };
}
