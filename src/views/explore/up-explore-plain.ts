import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Select } from '../../app/select.ts';
import { comparedIds, localityOf, strategiesOf } from '../../app/strategies.ts';
import type { AppState } from '../../app/state.ts';
import type { StrategyReading } from '../../app/readings.ts';
import '../../elements/up-lines-chart.ts';
import '../../elements/up-why.ts';
import type { Run } from '../../model/experiment.ts';
import type { Model } from '../../model/model.ts';
import { yearlyCost } from '../../model/policy.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { exploreWords } from '../../text/explore.ts';
import { workWords } from '../../text/work.ts';
import type { ViewContext } from '../context.ts';
import { shownSeries } from '../series-lines.ts';
import { linesOf, type ToldLine } from '../told-lines.ts';
import '../up-strategies.ts';
import type { Voice } from '../voice.ts';
import { Fans, type FanReading } from './fans.ts';
import { drawn, plainChart } from './plain-chart.ts';
import { plainResults } from './plain-results.ts';
import { mostCharts, seriesOf, usualSeries } from './plain-series.ts';
import { Replay } from './replay.ts';
import './up-chart-choice.ts';
import type { ChartChoiceChange } from './up-chart-choice.ts';
import { toldList, toldStyles } from './told-list.ts';
import './up-constants.ts';
import './up-explore-levers.ts';
import './up-file-report.ts';
import { switchStyles, uncertaintySwitch } from './uncertainty-switch.ts';

/** As many messages about a run as are read. */
const mostTold = 40;

/**
 * The simple frame: any model that is not about a municipality's next forty years. Its levers, its story, its outcomes
 * and stocks over its own time, in its own unit, and what each strategy comes to at the end.
 */
@customElement('up-explore-plain')
export class UpExplorePlain extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    tables,
    visuallyHidden,
    toldStyles,
    switchStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: 308px minmax(0, 1fr);
        min-block-size: 0;
      }
      up-explore-levers,
      up-constants {
        background: var(--surface);
        border-inline-end: var(--hairline) solid var(--line);
      }
      main {
        padding: var(--space-4) var(--space-5);
      }
      h1 {
        margin: 0;
        font: var(--type-finding);
        letter-spacing: var(--track-tight);
      }
      p {
        max-inline-size: 62ch;
        color: var(--ink-2);
      }
      up-strategies {
        margin-block: var(--space-3);
        overflow-x: auto;
        scrollbar-width: thin;
      }
      .table-scroll {
        margin-block-end: var(--space-5);
      }
      table {
        inline-size: auto;
        min-inline-size: min(100%, 32rem);
      }
      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        gap: var(--space-5);
      }
      up-lines-chart {
        block-size: 300px;
      }
      /* As much room for what the fields are. */
      up-lines-chart[data-fan] {
        block-size: 360px;
      }
      .uncertainty {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-4);
        margin-block: var(--space-2);
      }
      @media (max-width: 1023px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) voice!: Voice;

  #state: Select<AppState> | undefined;
  #asked: readonly string[] | undefined;
  readonly #replay = new Replay(this);
  readonly #fans = new Fans(this, () => this.context);
  /** How often a replay had been asked for when this was last looked at. */
  #replays: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (state) => state);
  }

  protected override willUpdate(): void {
    const { replays = 0 } = this.#state!.value.session;
    this.#replays ??= replays;
    if (replays === this.#replays) return;
    this.#replays = replays;
    const { start, stop, saveStep } = this.model.simSpecs;
    if (this.#before() !== undefined) this.#replay.start((saveStep / (stop - start)) * drawn);
  }

  protected override updated(): void {
    const shown = this.#shown;
    const { start, stop } = this.model.simSpecs;
    this.#fans.follow(this.#fanReading(), this.#state!.value, shown, stop - start);
    if (this.#asked?.join('\n') === shown.join('\n')) return;
    this.#asked = shown;
    this.context.actions.showSeries(shown);
  }

  protected override render(): TemplateResult {
    const { document, session } = this.#state!.value;
    const { model, voice } = this;
    const where = localityOf(document);
    const strategies = this.#rows();
    const selected = strategies.find((row) => row.strategy.id === document.selected) ?? strategies[0]!;
    const { strategy } = selected;
    const compared = comparedIds(model, document);
    const w = workWords(voice.language).file;
    const failed = linesOf(session.failures[strategy.id] ?? [], voice.language, mostTold);
    const all = seriesOf(model);
    return html`
      ${
        model.levers.length === 0
          ? html`<up-constants .context=${this.context} .model=${model} .voice=${voice}></up-constants>`
          : html`<up-explore-levers
              .context=${this.context}
              .reading=${{ model, where, selected }}
              .voice=${voice}
            ></up-explore-levers>`
      }
      <main id="result" tabindex="-1">
        <h1>${model.name[voice.language]}</h1>
        <p>${model.about[voice.language]}</p>
        ${failed.length === 0 ? nothing : this.#failed(failed, session.runs[strategy.id] !== undefined)}
        <up-file-report .model=${model} .file=${session.file?.name} .voice=${voice}></up-file-report>
        <up-strategies
          .reading=${{ strategies, selected, compared: strategies.filter((row) => compared.includes(row.strategy.id)) }}
          .voice=${voice}
          .actions=${this.context.actions}
        ></up-strategies>
        ${plainResults({ model, strategies, selected, names: this.#shown, voice })}
        ${
          all.length <= this.#shown.length
            ? nothing
            : html`<up-chart-choice
                .options=${all.map((v) => ({ id: v.id, name: v.name[voice.language], kind: v.kind }))}
                .chosen=${this.#shown}
                .most=${mostCharts}
                .language=${voice.language}
                @chart-choice=${(e: ChartChoiceChange) => this.context.actions.chooseSeries(e.chosen)}
              ></up-chart-choice>`
        }
        ${this.#shown.length === 0 ? html`<p>${w.noCharts}</p>` : nothing} ${this.#uncertainty()}
        <div class="charts">${this.#shown.map((name) => this.#chart(name, strategy.id))}</div>
      </main>
    `;
  }

  /** Why the chosen strategy cannot be computed, and what to do about it. */
  #failed(lines: readonly ToldLine[], hasLast: boolean): TemplateResult {
    const { past } = this.#state!.value;
    return html`<div class="told" role="alert">
      ${toldList(lines)} ${hasLast ? html`<p>${exploreWords(this.voice.language).failure.last}</p>` : nothing}
      ${
        past.length === 0
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.context.actions.undo()}>
              ${this.voice.words.app.undo}
            </button>`
      }
    </div>`;
  }

  get #shown(): readonly string[] {
    const { shown } = this.#state!.value.document;
    return shown?.slice(0, mostCharts) ?? usualSeries(this.model);
  }

  #chart(name: string, selected: string): TemplateResult | typeof nothing {
    const { model, voice } = this;
    const shown = shownSeries(model, name, voice.language);
    const until = this.#replay.year;
    if (shown === undefined) return nothing;
    const state = this.#state!.value;
    const fan = this.#fans.of(shown, this.#fanReading(), state, voice);
    const data = plainChart({ model, state, shown, selected, before: this.#ghost(), until, fan, voice });
    if (data === undefined) return nothing;
    const { chart, drawers } = voice.words;
    return html`<up-lines-chart
      ?data-fan=${fan !== undefined}
      .heading=${shown.heading}
      .unit=${shown.unit}
      .data=${data}
      .tableText=${chart.asTable}
      .chartText=${chart.asChart}
      .readText=${chart.read}
      ><span slot="heading">${shown.heading}</span
      ><up-why
        slot="heading"
        .variable=${shown.variable}
        .text=${drawers.why}
        .label="${drawers.why} ${shown.heading}"
      ></up-why
    ></up-lines-chart>`;
  }

  /** The switch for how uncertain it is; of a model without ranges it says that there is nothing to show. */
  #uncertainty(): TemplateResult {
    const state = this.#state!.value;
    const on = state.session.uncertainty === true;
    return uncertaintySwitch({
      language: this.voice.language,
      ranges: this.#fans.hasRanges(this.#fanReading(), state),
      on,
      change: () => this.context.actions.showUncertainty(!on),
    });
  }

  #fanReading(): FanReading {
    const { document } = this.#state!.value;
    const strategies = this.#rows();
    const selected = strategies.find(({ strategy }) => strategy.id === document.selected) ?? strategies[0]!;
    const { model } = this;
    return { model, where: localityOf(document), strategies, selected, yearZero: model.simSpecs.start };
  }

  #rows(): readonly StrategyReading[] {
    const { document, session } = this.#state!.value;
    const { model } = this;
    return strategiesOf(model, document).map((strategy) => ({
      strategy,
      cost: yearlyCost(model, localityOf(document), strategy.policy),
      comparable: false,
      run: session.runs[strategy.id],
      stale: session.failures[strategy.id] !== undefined,
      stock: undefined,
      inflow: undefined,
      gain: undefined,
      publicGain: undefined,
    }));
  }

  /** What the chosen strategy gave before the newest change, if that was a change of it. */
  #before(): Run | undefined {
    const { document, previous, session } = this.#state!.value;
    const run = previous?.runs[document.selected] ?? previous?.runs[previous.document.selected];
    const now = session.runs[document.selected];
    return run === undefined || now === undefined || sameExperiment(run, now) ? undefined : run;
  }

  /** The run before the change, where it is not a line that is drawn anyway. */
  #ghost(): Run | undefined {
    const run = this.#before();
    const lines = strategiesOf(this.model, this.#state!.value.document);
    const { runs } = this.#state!.value.session;
    return run && lines.some(({ id }) => runs[id] && sameExperiment(runs[id], run)) ? undefined : run;
  }
}

const sameExperiment = (a: Run, b: Run): boolean =>
  JSON.stringify(a.experiment) === JSON.stringify(b.experiment);

declare global {
  interface HTMLElementTagNameMap {
    'up-explore-plain': UpExplorePlain;
  }
}
