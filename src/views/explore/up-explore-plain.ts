import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Select } from '../../app/select.ts';
import { localityOf, selectedStrategy, strategiesOf } from '../../app/strategies.ts';
import type { AppState } from '../../app/state.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import '../../elements/up-chip.ts';
import '../../elements/up-lines-chart.ts';
import type { Model } from '../../model/model.ts';
import { yearlyCost } from '../../model/policy.ts';
import type { Variable } from '../../model/variable.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { exploreWords } from '../../text/explore.ts';
import { decimalsOf } from '../../text/quantity.ts';
import { workWords } from '../../text/work.ts';
import type { ViewContext } from '../context.ts';
import { shownSeries, valuesOf, type ShownSeries } from '../series-lines.ts';
import { linesOf, type ToldLine } from '../told-lines.ts';
import type { Voice } from '../voice.ts';
import './up-chart-choice.ts';
import type { ChartChoiceChange } from './up-chart-choice.ts';
import './up-constants.ts';
import './up-explore-levers.ts';

/** No more charts than can be looked at. */
const mostCharts = 8;
/** As many messages about a file as are read. */
const mostTold = 40;
/** The chart draws years 0 to 40: the model's own time is laid along it, and told in its own unit. */
const drawn = 40;

/**
 * The simple frame: any model that is not about a municipality's next forty years. Its levers, its story, and its
 * outcomes and stocks over its own time, in its own unit.
 */
@customElement('up-explore-plain')
export class UpExplorePlain extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
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
      .told {
        margin-block-start: var(--space-3);
        padding-inline-start: var(--space-3);
        border-inline-start: 4px solid var(--outline);
      }
      .told .button {
        margin-block-start: var(--space-2);
      }
      .told summary {
        min-block-size: 1.75rem;
        font-weight: 600;
        cursor: pointer;
      }
      .told li {
        max-inline-size: 72ch;
        margin-block-start: var(--space-1);
        overflow-wrap: anywhere;
      }
      .told span {
        color: var(--ink-2);
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-block: var(--space-3);
      }
      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        gap: var(--space-5);
      }
      up-lines-chart {
        block-size: 300px;
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (state) => state);
  }

  protected override updated(): void {
    const shown = this.#shown;
    if (this.#asked?.join('\n') === shown.join('\n')) return;
    this.#asked = shown;
    this.context.actions.showSeries(shown);
  }

  protected override render(): TemplateResult {
    const { document, session } = this.#state!.value;
    const { model, voice } = this;
    const where = localityOf(document);
    const strategy = selectedStrategy(model, document);
    const selected = { strategy, cost: yearlyCost(model, where, strategy.policy) };
    const w = workWords(voice.language).file;
    const failed = linesOf(session.failures[strategy.id] ?? [], voice.language, mostTold);
    const strategies = strategiesOf(model, document);
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
        ${session.file === undefined ? nothing : html`<p>${w.from(session.file.name)}</p>`}
        ${failed.length === 0 ? nothing : this.#failed(failed, session.runs[strategy.id] !== undefined)}
        ${this.#report()}
        <div class="chips" role="group" aria-label=${voice.words.explore.strategies}>
          ${strategies.map(
            (s) =>
              html`<up-chip
                .mark=${s.mark}
                .name=${s.name[voice.language]}
                .pressed=${s.id === strategy.id}
                @click=${() => this.context.actions.selectStrategy(s.id)}
              ></up-chip>`,
          )}
        </div>
        ${
          series(model).length <= this.#shown.length
            ? nothing
            : html`<up-chart-choice
                .options=${series(model).map((v) => ({ id: v.id, name: v.name[voice.language], kind: v.kind }))}
                .chosen=${this.#shown}
                .most=${mostCharts}
                .language=${voice.language}
                @chart-choice=${(e: ChartChoiceChange) => this.context.actions.chooseSeries(e.chosen)}
              ></up-chart-choice>`
        }
        ${this.#shown.length === 0 ? html`<p>${w.noCharts}</p>` : nothing}
        <div class="charts">${this.#shown.map((name) => this.#chart(name, strategy.id))}</div>
      </main>
    `;
  }

  /** Why the chosen strategy cannot be computed, and what to do about it. */
  #failed(lines: readonly ToldLine[], hasLast: boolean): TemplateResult {
    const { past } = this.#state!.value;
    return html`<div class="told" role="alert">
      ${told(lines)} ${hasLast ? html`<p>${exploreWords(this.voice.language).failure.last}</p>` : nothing}
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
    return shown?.slice(0, mostCharts) ?? seriesShown(this.model);
  }

  /** What of the file is not as its author wrote it, or that all of it is. */
  #report(): TemplateResult | typeof nothing {
    const { session } = this.#state!.value;
    const { language, format } = this.voice;
    const w = workWords(language).file;
    const lines = linesOf(this.model.warnings ?? [], language, mostTold);
    if (lines.length === 0) return session.file === undefined ? nothing : html`<p>${w.reportNone}</p>`;
    return html`<details class="told">
      <summary>${w.report} (${format.people(lines.length)})</summary>
      ${told(lines)}
    </details>`;
  }

  #chart(name: string, selected: string): TemplateResult | typeof nothing {
    const { model, voice } = this;
    const shown = shownSeries(model, name, voice.language);
    const data = shown && this.#data(shown, selected);
    if (shown === undefined || data === undefined) return nothing;
    return html`<up-lines-chart
      .heading=${shown.heading}
      .unit=${shown.unit}
      .data=${data}
      .tableText=${voice.words.chart.asTable}
      .chartText=${voice.words.chart.asChart}
      .readText=${voice.words.chart.read}
    ></up-lines-chart>`;
  }

  #data(shown: ShownSeries, selected: string): LinesData | undefined {
    const { document, session } = this.#state!.value;
    const { language, format: f } = this.voice;
    const times = session.runs['base']?.times;
    if (times === undefined || times.length < 2) return undefined;
    const start = times[0]!;
    const length = times.at(-1)! - start;
    const { timeUnit } = this.model.simSpecs;
    const units: Readonly<Record<string, string>> = this.voice.words.time;
    const tick = (n: number): string => f.number(start + (n / drawn) * length, 1);
    const at = (n: number): string => `${units[timeUnit] ?? timeUnit} ${tick(n)}`;
    const series = strategiesOf(this.model, document).flatMap((s) => {
      const run = session.runs[s.id];
      const values = run && valuesOf(run, shown);
      return values
        ? [
            {
              id: s.id,
              label: s.name[language],
              mark: s.mark,
              values,
              selected: s.id === selected,
              stale: session.failures[s.id] !== undefined,
            },
          ]
        : [];
    });
    // As many decimals as the largest value needs: what has shrunk to nothing beside it is printed as nothing.
    const largest = Math.max(...series.flatMap(({ values }) => [...values].map(Math.abs)));
    const decimals = decimalsOf(largest);
    return {
      times: times.map((t) => ((t - start) / length) * drawn),
      series,
      horizon: drawn,
      bands: [],
      last: drawn,
      yStart: 'zero',
      language,
      words: { start: at(0), year: at, tick, band: at },
      ...(shown.print && { print: shown.scale === 1 ? (value) => f.number(value, decimals) : shown.print }),
    };
  }
}

const told = (lines: readonly ToldLine[]): TemplateResult =>
  html`<ul>
    ${lines.map(({ place, text }) => html`<li>${place === '' ? nothing : html`<span>${place}: </span>`}${text}</li>`)}
  </ul>`;

/** What a model computes and shows: what the reader made for its own use is left out. */
const series = (model: Model): readonly Variable[] =>
  [...model.variables.values()].filter(
    (v) => v.kind !== 'parameter' && v.kind !== 'table' && v.origin === undefined && v.hidden !== true,
  );

/** The model's outcomes, then its stocks; of a model with neither, the first that it computes. */
function seriesShown(model: Model): readonly string[] {
  const all = series(model);
  const stocks = all.filter((v) => v.kind === 'stock').map((v) => v.id);
  const names = [...model.outcomes.map((o) => o.variable), ...stocks];
  return [...new Set(names.length > 0 ? names : all.map((v) => v.id))].slice(0, mostCharts);
}
