import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Comparison } from '../../app/state.ts';
import { isBase } from '../../app/strategies.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import { axisStart } from '../../chart/lines-frame.ts';
import type { ChartCursor, SegmentChange } from '../../elements/events.ts';
import { lineSample } from '../../elements/line-sample.ts';
import '../../elements/up-lines-chart.ts';
import '../../elements/up-segments.ts';
import type { Outcome } from '../../model/model.ts';
import { reset, visuallyHidden } from '../../style/shared.ts';
import { assumedText } from '../assumed-badge.ts';
import { originOf } from '../origin.ts';
import { difference, multiple, overlay, type Shown } from './charts.ts';
import type { Meeting } from './crossings.ts';
import { picturesStyles } from './pictures-styles.ts';
import { quantityOf } from './quantity.ts';

/** Stock beside inflow: all strategies in one picture, each in its own, or as differences. One hairline through all. */
@customElement('up-compare-pictures')
export class UpComparePictures extends LitElement {
  static override styles = [reset, visuallyHidden, picturesStyles];

  @property({ attribute: false }) shown!: Shown;
  /** The crossing that answers who is best when. */
  @property({ attribute: false }) crossing: Meeting | undefined;
  @property({ attribute: false }) comparison: Comparison = 'overlay';
  @property({ type: Boolean, reflect: true }) presenting = false;
  /** The year that the hairline stands at, or undefined when it is nowhere. */
  @state() private cursorYear: number | undefined;
  /** The chart that a narrow screen shows. */
  @state() private quantity: 'stock' | 'inflow' = 'stock';
  /** Chart data, and what they were made from: a chart is drawn again only when its data are others. */
  #made:
    | { readonly source: readonly unknown[]; readonly data: Map<string, LinesData | undefined> }
    | undefined;

  protected override render(): TemplateResult {
    const { reading, rows, voice } = this.shown;
    const { c, language } = voice;
    const options = [reading.stock, reading.inflow].map((o) => ({ value: o.role, text: o.name[language] }));
    return html`<up-segments
        class="quantity"
        .label=${c.quantity}
        .options=${options}
        .value=${this.quantity}
        @segment-change=${(e: SegmentChange) => (this.quantity = e.value as 'stock' | 'inflow')}
      ></up-segments>
      ${
        this.comparison === 'multiples'
          ? html`<div class="charts multiples" data-quantity=${this.quantity}>
              ${rows
                .filter(({ strategy }) => !isBase(strategy))
                .map(
                  (row) =>
                    html`<section aria-label=${row.strategy.name[language]}>
                      <h2>${lineSample(row.strategy.mark)}${row.strategy.name[language]}</h2>
                      ${this.#pair(row.strategy.id, (outcome) => multiple(this.shown, outcome, row))}
                    </section>`,
                )}
              <p class="visually-hidden">${c.sharedAxis}</p>
            </div>`
          : html`<div class="charts" data-quantity=${this.quantity}>
              ${this.#pair('', (outcome) =>
                this.comparison === 'overlay'
                  ? overlay(this.shown, outcome, this.crossing)
                  : difference(this.shown, outcome),
              )}
            </div>`
      }`;
  }

  #pair(of: string, make: (outcome: Outcome) => LinesData | undefined): TemplateResult[] {
    const { stock, inflow } = this.shown.reading;
    return [stock, inflow].map((outcome) =>
      this.#chart(
        outcome,
        this.#kept(`${of} ${outcome.variable}`, () => make(outcome)),
      ),
    );
  }

  /** Chart data that were made from the same before. */
  #kept(key: string, make: () => LinesData | undefined): LinesData | undefined {
    const { reading, horizon, voice } = this.shown;
    const source = [reading, horizon, voice, this.comparison];
    if (this.#made?.source.every((part, i) => part === source[i]) !== true) {
      this.#made = { source, data: new Map() };
    }
    const { data } = this.#made;
    if (!data.has(key)) data.set(key, make());
    return data.get(key);
  }

  #chart(outcome: Outcome, data: LinesData | undefined): TemplateResult {
    const { reading, voice } = this.shown;
    const { series = [] } = data ?? {};
    const names = series.filter(({ selected }) => selected).map(({ label }) => label);
    const origin = [originOf(reading, voice), ...names].join(', ');
    const { c, words: w, language } = voice;
    const start = data && axisStart(data);
    const unit = outcome.unitWords[language];
    const { print } = quantityOf(reading.model, outcome, voice);
    return html`<up-lines-chart
      data-role=${outcome.role}
      .heading=${outcome.name[language]}
      .unit=${this.comparison === 'difference' ? c.differenceUnit(unit) : unit}
      .data=${data}
      .badge=${assumedText(reading, voice)}
      .note=${start === undefined ? '' : w.chart.axisFrom(print(start))}
      .tableText=${w.chart.asTable}
      .chartText=${w.chart.asChart}
      .origin=${origin}
      .readText=${w.chart.read}
      .cursorYear=${this.cursorYear}
      @chart-cursor=${(e: ChartCursor) => (this.cursorYear = e.year)}
    ></up-lines-chart>`;
  }
}
