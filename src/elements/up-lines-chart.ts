import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { chartTable } from './chart-table.ts';
import { chartTools, chartToolsStyles } from './chart-tools.ts';
import { ChartCursor } from './events.ts';
import { fanLegend, fanLegendStyles } from './fan-legend.ts';
import { lineSample } from './line-sample.ts';
import { linesChartStyles } from './lines-chart-styles.ts';
import { SizeController } from './size-controller.ts';
import { linesTable } from '../chart/export-table.ts';
import { svgFile } from '../chart/export.ts';
import { charts } from '../chart/index.ts';
import { describeYear, fanIn, type LinesData } from '../chart/lines-data.ts';
import { forgetWidths, yearAt } from '../chart/lines.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../style/shared.ts';
import { words } from '../text/words.ts';
import type { Takeaway } from './up-chart-menu.ts';
import './up-badge.ts';

/** px; wide enough for the names at the ends of the lines. */
const fileSize = { width: 912, height: 440, scale: 1 };

/**
 * A few strategies' lines over years, with their title, and the same numbers as a table at the press of a button.
 * Fills the height it is given. Over the drawing lies a native slider that only the keyboard and screen readers
 * meet: its arrow keys move the reading line, and its spoken value is what the lines show that year.
 *
 * @slot heading - stands for the title, such as a menu with its name
 * @fires {ChartCursor} chart-cursor - a person moved the reading line or took it away
 */
@customElement('up-lines-chart')
export class UpLinesChart extends LitElement {
  static override styles = [
    reset,
    visuallyHidden,
    focusRing,
    buttons,
    tables,
    chartToolsStyles,
    linesChartStyles,
    fanLegendStyles,
  ];

  /** The quantity: `Utanför, alla grupper`. */
  @property() heading = '';
  /** Its unit: `personer per år`. */
  @property() unit = '';
  /** What must be known to read it: `axeln börjar på 1 000`. */
  @property() note = '';
  /** What holds for all of it and is not the model's own: `dina antaganden`. */
  @property() badge = '';
  @property({ attribute: false }) data: LinesData | undefined;
  /** Where the reading line stands, in years after year zero. */
  @property({ type: Number }) cursorYear: number | undefined;
  @property({ type: Boolean, reflect: true }) table = false;
  /** Words of the switch: `Som tabell`, `Som diagram`. */
  @property() tableText = '';
  @property() chartText = '';
  /** What it is about, for a file of it: model and municipality. */
  @property() origin = '';
  /** Name of the reading slider: `Läs av år`. */
  @property() readText = '';

  /** One object: the menu asks for what is drawn when it is opened. */
  readonly #take: Takeaway = {
    svg: (plate) =>
      svgFile((svg, size) => charts.lines.draw(svg, this.data!, size), fileSize, {
        ...plate,
        notes: [...fanNotes(this.data!), ...plate.notes],
      }),
    table: () => linesTable(this.data!, words(this.data!.language).take.year),
    summary: () => charts.lines.describe(this.data!),
  };

  @query('.plot') private plot!: HTMLElement;
  @query('svg.lines') private drawing!: SVGSVGElement;

  readonly #sizes = new SizeController(
    this,
    () => this.plot,
    () => forgetWidths(this.drawing),
  );

  override updated(): void {
    const { size } = this.#sizes;
    if (!this.table && this.data && size) charts.lines.draw(this.drawing, this.data, size, this.cursorYear);
  }

  override render() {
    const unit = [this.unit, this.note].filter(Boolean).join(', ');
    return html`<figure aria-label=${this.heading}>
      <figcaption>
        <h2>
          <slot name="heading">${this.heading}</slot> <span class="unit">${unit}</span>
          ${this.badge === '' ? nothing : html`<up-badge>${this.badge}</up-badge>`}
        </h2>
        ${this.tableText && this.data ? this.#tools(this.data, unit) : nothing}
      </figcaption>
      <div
        class="plot"
        ?hidden=${this.table}
        @pointerdown=${this.#onPointer}
        @pointermove=${this.#onPointer}
        @pointerleave=${this.#onPointerLeave}
        @pointercancel=${this.#onLeave}
      >
        <svg
          class="lines"
          role="img"
          aria-label="${[this.heading, unit].filter(Boolean).join(', ')}. ${this.data ? charts.lines.describe(this.data) : ''}"
        ></svg>
        ${this.data ? this.#reader(this.data) : nothing}
      </div>
      ${this.table && this.data ? this.#table(this.data) : nothing}
      ${this.data?.fan ? fanLegend(this.data.fan) : nothing}
    </figure>`;
  }

  #tools(data: LinesData, unit: string): TemplateResult {
    const { heading, origin, table, tableText, chartText } = this;
    return chartTools({
      ...{ heading, unit, origin, table, tableText, chartText },
      language: data.language,
      take: this.#take,
      onSwitch: this.#onSwitch,
    });
  }

  #reader(data: LinesData): TemplateResult {
    const year = this.cursorYear ?? data.horizon;
    return html`<input
      class="reader"
      type="range"
      min="0"
      max=${data.last}
      step="1"
      aria-label="${this.readText}: ${this.heading}"
      aria-valuetext=${describeYear(data, year)}
      .value=${live(String(year))}
      @input=${this.#onReader}
      @focus=${this.#onReader}
      @blur=${this.#onLeave}
      @keydown=${this.#onReaderKey}
    />`;
  }

  #table(data: LinesData): TemplateResult {
    const some = !data.series.every((series) => series.selected); // all bold is none bold
    return chartTable(charts.lines.table(data), {
      name: this.heading,
      unit: this.unit,
      // Below the lines are rows of runs, which have none.
      sample: (row) => data.series[row] && lineSample(data.series[row].mark),
      selected: (row) => some && data.series[row]?.selected === true,
    });
  }

  #moveTo(year: number | undefined): void {
    if (year === this.cursorYear) return;
    this.cursorYear = year;
    this.dispatchEvent(new ChartCursor(year));
  }

  /** By touch a tap puts the line there, and a second tap on the same year takes it away. */
  #onPointer = (event: PointerEvent): void => {
    const left = this.plot.getBoundingClientRect().left;
    const year = yearAt(this.drawing, event.clientX - left);
    const again = event.type === 'pointerdown' && event.pointerType === 'touch' && year === this.cursorYear;
    this.#moveTo(again ? undefined : year);
  };

  #onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#moveTo(undefined);
  };

  #onLeave = (): void => this.#moveTo(undefined);

  #onReader = (event: Event): void => {
    this.#moveTo((event.currentTarget as HTMLInputElement).valueAsNumber);
  };

  #onReaderKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#moveTo(undefined);
  };

  #onSwitch = (): void => {
    this.table = !this.table;
  };
}

/** The legend of the fields, below a picture that is taken away. */
function fanNotes(data: LinesData): readonly string[] {
  const { label, words } = fanIn(data) ?? {};
  return words === undefined ? [] : [`${label}: ${words.wide} ${words.half} ${words.line} ${words.how}`];
}

declare global {
  interface HTMLElementTagNameMap {
    'up-lines-chart': UpLinesChart;
  }
}
