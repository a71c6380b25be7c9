import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Reading } from '../../app/readings.ts';
import type { AppState, Horizon } from '../../app/state.ts';
import { contributions as chart, forgetWidths, heightFor } from '../../chart/contributions.ts';
import { contributionsTable } from '../../chart/export-table.ts';
import { svgFile } from '../../chart/export.ts';
import { chartTable } from '../../elements/chart-table.ts';
import { chartTools, chartToolsStyles } from '../../elements/chart-tools.ts';
import type { SegmentChange } from '../../elements/events.ts';
import { SizeController } from '../../elements/size-controller.ts';
import type { Takeaway } from '../../elements/up-chart-menu.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-segments.ts';
import type { Contributions } from '../../model/contributions.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { describe } from '../../text/diagnostics.ts';
import { assumedBadge } from '../assumed-badge.ts';
import type { ViewContext } from '../context.ts';
import { originOf } from '../origin.ts';
import { chipsStyles, strategyChips } from '../strategy-strip.ts';
import { explainedBy, gauges, isAbout, synergyOf, type Explained, type Gauge } from './contributions.ts';
import { contributionsStyles } from './contributions-styles.ts';
import { disclosure } from './disclosure.ts';
import type { CompareVoice } from './voice.ts';

/** px */
const fileWidth = 912;

/** What each lever of the selected strategy contributes. Computed when it is opened, and not before. */
@customElement('up-compare-contributions')
export class UpCompareContributions extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    tables,
    visuallyHidden,
    chipsStyles,
    chartToolsStyles,
    disclosure,
    contributionsStyles,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) state!: AppState;
  @property({ attribute: false }) reading!: Reading;
  @property({ attribute: false }) horizon: Horizon = 20;
  @property({ attribute: false }) voice!: CompareVoice;
  @state() private open = false;
  @state() private table = false;
  @state() private gauge: Gauge = 'stock';
  @query('svg.bars') private drawing!: SVGSVGElement | null;
  @query('.room') private room!: HTMLElement;

  #explained: Explained | undefined;
  readonly #take: Takeaway = {
    svg: (plate) => {
      const { data } = this.#explained!;
      const size = { width: fileWidth, height: heightFor(data, fileWidth, 1), scale: 1 };
      const notes = [this.voice.c.aloneNote, ...plate.notes];
      return svgFile((svg, room) => chart.draw(svg, data, room), size, { ...plate, notes });
    },
    table: () => contributionsTable(this.#explained!.data, this.voice.c.lever, this.#explained!.unit),
    summary: () => chart.describe(this.#explained!.data),
  };
  #asked: string | undefined;
  readonly #sizes = new SizeController(
    this,
    () => this.room,
    () => this.drawing && forgetWidths(this.drawing),
  );

  protected override updated(): void {
    this.#ask();
    const { size } = this.#sizes;
    if (this.drawing === null || this.#explained === undefined || size === undefined) return;
    const height = heightFor(this.#explained.data, size.width, size.scale);
    this.drawing.setAttribute('height', String(height));
    chart.draw(this.drawing, this.#explained.data, { ...size, height });
  }

  protected override render(): TemplateResult {
    const { c } = this.voice;
    return html`<details ?open=${this.open} @toggle=${this.#onToggle}>
      <summary>
        <up-icon name="right"></up-icon>
        <h2>${c.contributions}</h2>
      </summary>
      <div class="room"></div>
      ${this.open ? this.#content() : nothing}
    </details>`;
  }

  /** Asks once for what is on the screen, and again when it is opened again: what failed may then go well. */
  #ask(): void {
    const { model, where, selected } = this.reading;
    const { id, policy } = selected.strategy;
    const wanted = this.open && this.#levers > 1 ? JSON.stringify([model.id, where, id, policy]) : undefined;
    if (wanted !== undefined && wanted !== this.#asked) this.context.actions.explainStrategy(id);
    this.#asked = wanted;
  }

  /** Strategies on the screen that have something to take apart. */
  #choose(): TemplateResult {
    const { c } = this.voice;
    const rows = this.reading.onScreen.filter(({ strategy }) => Object.keys(strategy.policy).length > 0);
    return html`<p>${c.contributionsChoose}</p>
      ${strategyChips({ reading: this.reading, voice: this.voice, actions: this.context.actions, value: () => '' }, rows)}`;
  }

  /** How many levers of the selected strategy have been moved. */
  get #levers(): number {
    return Object.keys(this.reading.selected.strategy.policy).length;
  }

  #content(): TemplateResult {
    const { c, language } = this.voice;
    this.#explained = undefined;
    if (this.#levers === 0) return this.#choose();
    if (this.#levers === 1) return html`<p>${c.contributionsOne}</p>`;
    const asked = this.state.session.contributions;
    if (asked?.status === 'failed') {
      return html`<p role="alert">
        ${c.failed}
        ${asked.diagnostics.map((d) => `${describe(d, language).words} ${describe(d, language).todo}`).join(' ')}
      </p>`;
    }
    if (asked?.status !== 'ready' || !isAbout(asked.value, this.state)) {
      return html`<p aria-busy="true" role="status">${c.computing}…</p>`;
    }
    return this.#result(asked.value);
  }

  #result(contributions: Contributions): TemplateResult {
    const { c, words: w, format: f, language } = this.voice;
    const { reading, horizon, voice } = this;
    const open = gauges.filter(
      (gauge) => explainedBy(contributions, reading, gauge, horizon, voice) !== undefined,
    );
    const gauge = open.includes(this.gauge) ? this.gauge : 'stock';
    const explained = explainedBy(contributions, reading, gauge, horizon, voice)!;
    this.#explained = explained;
    const { print } = explained.data;
    const names: Readonly<Record<Gauge, string>> = {
      stock: reading.stock.name[language],
      inflow: reading.inflow.name[language],
      net: c.netOutcome,
    };
    const heading = `${c.explained(reading.selected.strategy.name[language])}: ${names[gauge]}`;
    const unit = `${explained.unit.name}, ${c.contributionsAxis(horizon)}`;
    const orders = contributions.orders ?? factorial(contributions.levers.length);
    const runs = f.number(contributions.runs);
    return html`
      <p>${c.overlap(print(explained.alone), print(explained.whole))} ${c.synergy[synergyOf(explained)]}</p>
      <div class="head">
        <h3>${heading} <span class="unit">${unit}</span> ${assumedBadge(reading, voice)}</h3>
        <up-segments
          .label=${c.contributionsWhat}
          .options=${open.map((value) => ({ value, text: names[value] }))}
          .value=${gauge}
          @segment-change=${(e: SegmentChange) => (this.gauge = e.value as Gauge)}
        ></up-segments>
        ${chartTools({
          ...{ heading, unit, language },
          origin: originOf(reading, voice),
          take: this.#take,
          table: this.table,
          tableText: w.chart.asTable,
          chartText: w.chart.asChart,
          onSwitch: this.#onSwitch,
        })}
      </div>
      ${
        this.table
          ? chartTable(chart.table(explained.data), { name: heading, unit, first: c.lever })
          : html`<svg
              class="bars"
              role="img"
              aria-label="${heading}. ${chart.describe(explained.data)}"
            ></svg>`
      }
      <p class="note">
        ${this.table ? nothing : c.aloneNote} ${c.why}
        ${
          contributions.orders === undefined
            ? c.exact(f.number(orders), runs)
            : c.drawn(f.number(orders), runs, print(explained.error).replace('+', ''))
        }
      </p>
    `;
  }

  #onToggle = (event: Event): void => {
    this.open = (event.currentTarget as HTMLDetailsElement).open;
  };

  #onSwitch = (): void => {
    this.table = !this.table;
  };
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
