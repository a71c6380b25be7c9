import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createReader, type Reading, type StrategyReading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import { comparisons, type AppState, type Comparison } from '../../app/state.ts';
import { isBase } from '../../app/strategies.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import { axisStart } from '../../chart/lines-frame.ts';
import type { ChartCursor, SegmentChange } from '../../elements/events.ts';
import { lineSample } from '../../elements/line-sample.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-lines-chart.ts';
import '../../elements/up-segments.ts';
import type { Outcome } from '../../model/model.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { describe } from '../../text/diagnostics.ts';
import type { ViewContext } from '../context.ts';
import { strategyStrip, stripStyles } from '../strategy-strip.ts';
import { difference, multiple, overlay, type Shown } from './charts.ts';
import { meetings } from './crossings.ts';
import { findingOf, type Finding } from './finding.ts';
import { layout } from './layout.ts';
import { quantityOf } from './quantity.ts';
import { scalingsFor } from './sums.ts';
import './up-compare-contributions.ts';
import './up-compare-levers.ts';
import './up-compare-outcomes.ts';
import './up-compare-sums.ts';
import { compareVoice, type CompareVoice } from './voice.ts';

export const render = (context: ViewContext): TemplateResult =>
  html`<up-compare .context=${context}></up-compare>`;

/** Strategies side by side: lines, results at three horizons, what differs between them and what each lever does. */
@customElement('up-compare')
export class UpCompare extends LitElement {
  static override styles = [reset, focusRing, buttons, tables, visuallyHidden, stripStyles, layout];

  @property({ attribute: false }) context!: ViewContext;
  /** The year that the hairline stands at in all charts, or undefined when it is nowhere. */
  @state() private cursorYear: number | undefined;
  /** The chart that a narrow screen shows. */
  @state() private quantity: 'stock' | 'inflow' = 'stock';

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  /** Chart data by what they are of, and what they were made from: a chart is drawn again only when its data are others. */
  #charts:
    { readonly source: readonly unknown[]; readonly data: Map<string, LinesData | undefined> } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
  }

  /** Once a frame: the strategies' results come one by one, and each would draw the whole screen. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && document.visibilityState === 'visible') await new Promise(requestAnimationFrame);
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const app = this.#state!.value;
    const { language, model, horizon } = app.session;
    const voice = compareVoice(language);
    const w = voice.words;
    if (model.status === 'failed') {
      return html`<main role="alert">
        <h1>${w.app.noModel}</h1>
        ${model.diagnostics.map((d) => html`<p>${describe(d, language).words} ${describe(d, language).todo}</p>`)}
      </main>`;
    }
    const reading = this.#read(app);
    if (reading === undefined) {
      return model.status === 'ready'
        ? html`<main id="result" tabindex="-1">
            <h1>${voice.c.otherTimes}</h1>
            <div class="acts">
              <button class="button primary" @click=${() => this.context.actions.openView('explore')}>
                ${voice.c.openExplore}
              </button>
            </div>
          </main>`
        : html`<main aria-busy="true"><p>${w.app.loading}</p></main>`;
    }
    const rows = reading.onScreen;
    const strategies = rows.filter(({ strategy }) => !isBase(strategy));
    const finding = findingOf(reading, strategies, horizon, voice);
    return html`<main id="result" tabindex="-1" class=${app.session.presenting ? 'presenting' : ''}>
        ${strategies.length === 0 ? this.#empty(reading, voice) : this.#result(reading, strategies, finding, app, voice)}
      </main>
      ${strategyStrip({
        reading,
        voice,
        actions: this.context.actions,
        value: () => '',
        spoken: finding?.title,
      })}`;
  }

  /** One thing to do next: put a ready strategy beside base, or make one. */
  #empty({ strategies }: Reading, { c, language }: CompareVoice): TemplateResult {
    const ready = strategies.filter(({ strategy }) => !isBase(strategy));
    const { actions } = this.context;
    return html`<h1>${c.empty}</h1>
      <p>${ready.length === 0 ? c.emptyOwn : c.emptyText}</p>
      <div class="acts">
        ${ready.map(
          ({ strategy }) =>
            html`<button class="button" @click=${() => actions.compareStrategy(strategy.id, true)}>
              ${c.putBeside(strategy.name[language])}
            </button>`,
        )}
        ${
          ready.length > 0
            ? nothing
            : html`<button
                class="button primary"
                @click=${() => {
                  actions.duplicateStrategy('base');
                  actions.openView('explore');
                }}
              >
                ${c.makeOwn}
              </button>`
        }
      </div>`;
  }

  #result(
    reading: Reading,
    strategies: readonly StrategyReading[],
    finding: Finding | undefined,
    app: AppState,
    voice: CompareVoice,
  ): TemplateResult {
    const { c, words: w } = voice;
    const { horizon, comparison = 'overlay' } = app.session;
    const { actions } = this.context;
    const rows = reading.onScreen;
    const shown: Shown = { reading, rows, horizon, voice };
    const scalings = scalingsFor(reading, strategies);
    return html`
      <header>
        <div class="claim">
          <h1>${finding?.title ?? w.app.loading}</h1>
          <p>${finding?.text} ${w.app.disclaimer}</p>
          ${rows.some(({ stale }) => stale) ? this.#failed(rows, app, voice) : nothing}
        </div>
        <div class="choices">
          <up-segments
            .label=${c.draw}
            .options=${comparisons.map((value) => ({ value, text: c.modes[value] }))}
            .value=${comparison}
            @segment-change=${(e: SegmentChange) => actions.drawComparison(e.value as Comparison)}
          ></up-segments>
        </div>
      </header>
      ${
        scalings === undefined
          ? nothing
          : html`<up-compare-sums
              .actions=${actions}
              .reading=${reading}
              .rows=${strategies}
              .scalings=${scalings}
              .voice=${voice}
            ></up-compare-sums>`
      }
      <up-segments
        class="quantity"
        .label=${c.quantity}
        .options=${[reading.stock, reading.inflow].map((o) => ({ value: o.role, text: o.name[voice.language] }))}
        .value=${this.quantity}
        @segment-change=${(e: SegmentChange) => (this.quantity = e.value as 'stock' | 'inflow')}
      ></up-segments>
      ${this.#pictures(shown, strategies, finding, comparison, app)}
      <up-compare-outcomes
        .reading=${reading}
        .rows=${rows}
        .voice=${voice}
        .horizon=${horizon}
      ></up-compare-outcomes>
      ${this.#crossings(shown)}
      <up-compare-levers
        .actions=${actions}
        .reading=${reading}
        .rows=${strategies}
        .voice=${voice}
      ></up-compare-levers>
      <up-compare-contributions
        .context=${this.context}
        .state=${app}
        .reading=${reading}
        .horizon=${horizon}
        .voice=${voice}
      ></up-compare-contributions>
    `;
  }

  #failed(
    rows: readonly StrategyReading[],
    { session }: AppState,
    { words: w, language }: CompareVoice,
  ): TemplateResult {
    const why = rows.flatMap(({ strategy }) =>
      (session.failures[strategy.id] ?? []).map(
        (d) => `${strategy.name[language]}: ${describe(d, language).words}`,
      ),
    );
    return html`<p class="failed" role="alert">${w.app.stale} ${why.join(' ')}</p>`;
  }

  #pictures(
    shown: Shown,
    strategies: readonly StrategyReading[],
    finding: Finding | undefined,
    comparison: Comparison,
    app: AppState,
  ): TemplateResult {
    const { stock, inflow } = shown.reading;
    const { c, language } = shown.voice;
    const made = (key: string, make: () => LinesData | undefined): LinesData | undefined =>
      this.#kept([app, shown.rows, comparison], key, make);
    const pair = (key: string, make: (outcome: Outcome) => LinesData | undefined): TemplateResult[] =>
      [stock, inflow].map((outcome) =>
        this.#chart(
          outcome,
          made(`${key} ${outcome.variable}`, () => make(outcome)),
          comparison,
          shown.voice,
        ),
      );
    if (comparison !== 'multiples') {
      return html`<div class="charts" data-quantity=${this.quantity}>
        ${pair(comparison, (outcome) =>
          comparison === 'overlay' ? overlay(shown, outcome, finding?.crossing) : difference(shown, outcome),
        )}
      </div>`;
    }
    return html`<div class="charts multiples" data-quantity=${this.quantity}>
      ${strategies.map(
        (row) =>
          html`<section aria-label=${row.strategy.name[language]}>
            <h2>${lineSample(row.strategy.mark)}${row.strategy.name[language]}</h2>
            ${pair(row.strategy.id, (outcome) => multiple(shown, outcome, row))}
          </section>`,
      )}
      <p class="visually-hidden">${c.sharedAxis}</p>
    </div>`;
  }

  /** Chart data that were made from the same before. */
  #kept(
    [{ document, session }, ...others]: readonly [AppState, ...unknown[]],
    key: string,
    make: () => LinesData | undefined,
  ): LinesData | undefined {
    const { runs, failures, horizon, language } = session;
    const source = [
      runs,
      failures,
      document.own,
      document.compared,
      document.selected,
      horizon,
      language,
      others[1],
    ];
    if (this.#charts?.source.every((part, i) => part === source[i]) !== true) {
      this.#charts = { source, data: new Map() };
    }
    const { data } = this.#charts;
    if (!data.has(key)) data.set(key, make());
    return data.get(key);
  }

  #chart(
    outcome: Outcome,
    data: LinesData | undefined,
    comparison: Comparison,
    { c, words: w, format: f, language }: CompareVoice,
  ): TemplateResult {
    const start = data && axisStart(data);
    const unit = outcome.unitWords[language];
    return html`<up-lines-chart
      data-role=${outcome.role}
      .heading=${outcome.name[language]}
      .unit=${comparison === 'difference' ? c.differenceUnit(unit) : unit}
      .data=${data}
      .note=${start === undefined ? '' : w.chart.axisFrom(f.people(start))}
      .tableText=${w.chart.asTable}
      .chartText=${w.chart.asChart}
      .readText=${w.chart.read}
      .cursorYear=${this.cursorYear}
      @chart-cursor=${(e: ChartCursor) => (this.cursorYear = e.year)}
    ></up-lines-chart>`;
  }

  /** Every meeting of two lines; the one that answers the screen's question is marked in the chart. */
  #crossings({ reading, rows, voice }: Shown): TemplateResult | typeof nothing {
    const { c, format: f, language } = voice;
    const found = [reading.stock, reading.inflow].flatMap((outcome) =>
      meetings(rows, outcome.variable, {
        from: reading.yearZero,
        years: 40,
        apart: quantityOf(reading.model, outcome, voice).apart,
      }).map((meeting) => ({ outcome, meeting })),
    );
    if (found.length === 0) return html`<p>${c.noCrossings}</p>`;
    const name = (row: StrategyReading): string => row.strategy.name[language];
    return html`<details class="crossings">
      <summary><up-icon name="right"></up-icon>${c.crossings(found.length)}</summary>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${c.crossingsCaption}>
        <table>
          <caption class="visually-hidden">
            ${c.crossingsCaption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${c.crossingYear}</th>
              <th scope="col">${c.crossingWhat}</th>
              <th scope="col">${c.crossingOf}</th>
            </tr>
          </thead>
          <tbody>
            ${found.map(
              ({ outcome, meeting: { lower, higher, year } }) =>
                html`<tr>
                  <td>${f.exactYear(year)}</td>
                  <td>${c.goesBelow(name(lower), name(higher))}</td>
                  <td>${outcome.name[language]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}
