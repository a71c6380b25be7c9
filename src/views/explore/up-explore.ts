import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { createReader, type Reading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import type { AppState } from '../../app/state.ts';
import { axisStart } from '../../chart/lines-frame.ts';
import type { ChartCursor, SegmentChange } from '../../elements/events.ts';
import '../../elements/up-lines-chart.ts';
import '../../elements/up-why.ts';
import '../../elements/up-segments.ts';
import { countsPeople } from '../../model/outcomes.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import { describe } from '../../text/diagnostics.ts';
import { format } from '../../text/format.ts';
import type { Words } from '../../text/sv.ts';
import { words } from '../../text/words.ts';
import { exploreWords } from '../../text/explore.ts';
import type { ViewContext } from '../context.ts';
import { shownSeries, type ShownSeries } from '../series-lines.ts';
import { strategyStrip, stripStyles } from '../strategy-strip.ts';
import { assumedBadge, assumedText } from '../assumed-badge.ts';
import { originOf } from '../origin.ts';
import type { Voice } from '../voice.ts';
import { createChartData } from './chart-data.ts';
import type { SeriesChange, UncertaintyChange, YearMove } from './events.ts';
import { failure } from './failure.ts';
import { Fans } from './fans.ts';
import { headline, headlineAt } from './headline.ts';
import './up-explore-levers.ts';
import './up-explore-plain.ts';
import './up-file-report.ts';
import './up-explore-river.ts';
import './up-explore-table.ts';
import './up-series-menu.ts';
import { layout } from './layout.ts';
import { presentingLayout, showings, type Showing } from './presenting.ts';
import { Replay } from './replay.ts';
import { chipValue, finding, moneySentence, resultAt } from './sentences.ts';
import { sinceOf, type Since } from './since.ts';

const places = [0, 1] as const;

export const render = (context: ViewContext): TemplateResult =>
  html`<up-explore .context=${context}></up-explore>`;

/**
 * The first screen: levers in three places, the stock and the inflow side by side, the headline number, and what
 * the same money gives.
 */
@customElement('up-explore')
export class UpExplore extends LitElement {
  static override styles = [reset, focusRing, buttons, visuallyHidden, stripStyles, layout, presentingLayout];

  @property({ attribute: false }) context!: ViewContext;
  /** What stands beside the claim before a room. */
  @property({ reflect: true }) showing: Showing = 'charts';

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  readonly #dataFor = createChartData();
  readonly #fans = new Fans(this, () => this.context);
  readonly #replay = new Replay(this);
  /** How often a replay had been asked for when this was last looked at. */
  #asked: number | undefined;
  /** The request for a chart's menu that has been answered. */
  #menu: AppState['session']['chartMenu'];
  /** What the newest change did. */
  #since: Since | undefined;
  /** The year that the hairline stands at in both charts, or undefined when it is nowhere. */
  #cursorYear: number | undefined;
  /** On a phone: which of the two charts is shown. */
  @state() private tab: 0 | 1 = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (state) => state);
    this.#menu = this.#state.value.session.chartMenu;
  }

  protected override willUpdate(): void {
    const { presenting, replays = 0 } = this.#state!.value.session;
    this.toggleAttribute('presenting', presenting);
    this.#asked ??= replays;
    if (replays === this.#asked) return;
    this.#asked = replays;
    const step = this.#read(this.#state!.value)?.model.simSpecs.saveStep;
    if (step !== undefined && this.#since !== undefined) this.#replay.start(step);
  }

  protected override updated(): void {
    this.#followUncertainty(this.#state!.value);
    const { chartMenu } = this.#state!.value.session;
    if (chartMenu === undefined || chartMenu === this.#menu) return;
    this.#menu = chartMenu;
    this.renderRoot.querySelectorAll('up-series-menu')[chartMenu.place]?.show();
  }

  /** The lines are drawn by now: what the fields behind them need comes after. */
  #followUncertainty(state: AppState): void {
    const read = this.#read(state);
    const reading = read && countsPeople(read.model) ? read : undefined;
    const series = reading === undefined ? [] : places.map((place) => this.#shownIn(place, reading, state));
    this.#fans.follow(reading, state, [...new Set(series.map(({ variable }) => variable))]);
  }

  /** Only the charts change with it, many times a second while the river flows: nothing else is drawn again. */
  #moveCursor(year: number | undefined): void {
    this.#cursorYear = year;
    for (const chart of this.renderRoot.querySelectorAll('up-lines-chart')) chart.cursorYear = year;
  }

  /** A picture that is played is of one change: with another it is over. */
  #follow(since: Since | undefined): void {
    if (since?.run !== this.#since?.run) this.#replay.stop();
    this.#since = since;
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
    // The words of this screen count people: a model of anything else is shown in its own.
    if (reading === undefined || !countsPeople(reading.model)) {
      return model.status === 'ready'
        ? html`<up-explore-plain
            class="plain"
            .context=${this.context}
            .model=${model.value}
            .voice=${voice}
          ></up-explore-plain>`
        : html`<main class="empty" aria-busy="true"><p>${voice.words.app.loading}</p></main>`;
    }
    this.#follow(sinceOf(reading, state));
    return html`
      <up-explore-levers
        .context=${this.context}
        .reading=${reading}
        .since=${this.#since}
        .voice=${voice}
      ></up-explore-levers>
      <main id="result" class=${reading.selected.stale ? 'stale' : ''} tabindex="-1">
        ${this.#result(reading, state, voice)}
      </main>
      ${this.#strip(reading, state, voice)}
    `;
  }

  #result(reading: Reading, state: AppState, voice: Voice): TemplateResult {
    const { model } = reading;
    const { words: w, language } = voice;
    const preset = model.presets.find((p) => p.id === reading.where.preset);
    const place = reading.where.municipality ? w.municipality.yours : (preset?.name[language] ?? '');
    return html`
      <header>
        <h1>${finding(reading, voice) ?? model.name[language]}</h1>
        <p>
          ${model.strategies.length < 2 ? model.about[language] : moneySentence(reading, voice)}
          ${w.explore.where(model.name[language], place)} ${w.app.disclaimer} ${assumedBadge(reading, voice)}
        </p>
        ${failure(reading, state, this.context, voice)}
        ${
          state.session.file === undefined
            ? nothing
            : html`<up-file-report
                .model=${model}
                .file=${state.session.file.name}
                .voice=${voice}
              ></up-file-report>`
        }
        ${state.session.presenting ? this.#showings(w) : nothing}
      </header>
      <up-explore-river
        .context=${this.context}
        .reading=${reading}
        .voice=${voice}
        .horizon=${state.session.horizon}
        @year-move=${(e: YearMove) => this.#moveCursor(e.year)}
      ></up-explore-river>
      <div class="picture">
        ${this.#tabs(reading, state, voice)} ${this.#chart(0, reading, state, voice)}
        ${this.#chart(1, reading, state, voice)}
        ${
          this.#since && this.#replay.year !== undefined
            ? headlineAt(reading, this.#since, this.#replay.year, voice)
            : headline(reading, state.session.horizon, voice)
        }
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

  /** What a chart shows: what a person has chosen, else the outcome that belongs in its place. */
  #shownIn(place: 0 | 1, { model, stock, inflow }: Reading, { session }: AppState): ShownSeries {
    const usual = [stock, inflow][place]!.variable;
    const chosen = session.charts?.[place] ?? usual;
    const { language } = session;
    return shownSeries(model, chosen, language) ?? shownSeries(model, usual, language)!;
  }

  #tabs(reading: Reading, state: AppState, { language }: Voice): TemplateResult {
    const tab = (place: 0 | 1): TemplateResult =>
      html`<button type="button" aria-pressed=${this.tab === place} @click=${() => (this.tab = place)}>
        ${this.#shownIn(place, reading, state).heading}
      </button>`;
    return html`<div class="tabs" role="group" aria-label=${exploreWords(language).charts.tabs}>
      ${tab(0)} ${tab(1)}
    </div>`;
  }

  #chart(place: 0 | 1, reading: Reading, state: AppState, voice: Voice): TemplateResult {
    const { words: w, language } = voice;
    const shown = this.#shownIn(place, reading, state);
    const until = this.#replay.year;
    const fan = this.#fans.of(shown, reading, state, voice);
    const data = this.#dataFor({ reading, shown, state, since: this.#since, fan, until, voice });
    const start = data && axisStart(data);
    const from = start === undefined ? '' : (shown.print?.(start) ?? voice.format.people(start));
    const usual = [reading.stock, reading.inflow][place]!.variable;
    const { actions } = this.context;
    return html`<up-lines-chart
      ?data-elsewhere=${this.tab !== place}
      ?data-fan=${fan !== undefined}
      .heading=${shown.heading}
      .origin=${originOf(reading, voice)}
      .unit=${shown.unit}
      .data=${data}
      .note=${from === '' ? '' : w.chart.axisFrom(from)}
      .badge=${assumedText(reading, voice)}
      .tableText=${w.chart.asTable}
      .chartText=${w.chart.asChart}
      .readText=${w.chart.read}
      .cursorYear=${live(this.#cursorYear)}
      @chart-cursor=${(e: ChartCursor) => this.#moveCursor(e.year)}
      ><up-series-menu
        slot="heading"
        .model=${reading.model}
        .shown=${shown.variable}
        .usual=${usual}
        .heading=${shown.heading}
        .language=${language}
        .uncertain=${state.session.uncertainty === true}
        .ranges=${this.#fans.hasRanges(reading, state)}
        @uncertainty-change=${(e: UncertaintyChange) => actions.showUncertainty(e.on)}
        @series-change=${(e: SeriesChange) =>
          actions.showInChart(place, e.series === usual ? undefined : e.series)}
      ></up-series-menu
      ><up-why
        slot="heading"
        .variable=${shown.variable}
        .text=${w.drawers.why}
        .label="${w.drawers.why} ${shown.heading}"
      ></up-why
    ></up-lines-chart>`;
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
