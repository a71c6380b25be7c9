import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { flowTable } from '../../chart/export-table.ts';
import { svgFile } from '../../chart/export.ts';
import type { PayersFlowData } from '../../chart/payers-flow-data.ts';
import { forgetWidths, payersFlow } from '../../chart/payers-flow.ts';
import { chartTable } from '../../elements/chart-table.ts';
import { chartTools, chartToolsStyles } from '../../elements/chart-tools.ts';
import { linesChartStyles } from '../../elements/lines-chart-styles.ts';
import { SizeController } from '../../elements/size-controller.ts';
import type { Takeaway } from '../../elements/up-chart-menu.ts';
import '../../elements/up-badge.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import type { Language } from '../../text/format.ts';

/** px */
const fileSize = { width: 912, height: 480, scale: 1 };

/** Who pays and who gains as a flow, with its title, and the same as a table at the press of a button. */
@customElement('up-payers-flow')
export class UpPayersFlow extends LitElement {
  static override styles = [
    reset,
    visuallyHidden,
    focusRing,
    buttons,
    tables,
    chartToolsStyles,
    linesChartStyles,
  ];

  @property() heading = '';
  @property() unit = '';
  /** What holds for all of it and is not the model's own: `dina antaganden`. */
  @property() badge = '';
  @property({ attribute: false }) data!: PayersFlowData;
  @property({ type: Boolean, reflect: true }) table = false;
  @property() tableText = '';
  @property() chartText = '';

  @property() language: Language = 'sv';
  /** What it is about, for a file of it: model and municipality. */
  @property() origin = '';

  readonly #take: Takeaway = {
    svg: (plate) => svgFile((svg, size) => payersFlow.draw(svg, this.data, size), fileSize, plate),
    table: () => flowTable(this.data),
    summary: () => payersFlow.describe(this.data),
  };

  @query('.plot') private plot!: HTMLElement;
  @query('svg.lines') private drawing!: SVGSVGElement;

  readonly #sizes = new SizeController(
    this,
    () => this.plot,
    () => forgetWidths(this.drawing),
  );

  protected override updated(): void {
    const { size } = this.#sizes;
    if (!this.table && size) payersFlow.draw(this.drawing, this.data, size);
  }

  protected override render(): TemplateResult {
    const { heading, unit, origin, language, table, tableText, chartText } = this;
    return html`<figure aria-label=${heading}>
      <figcaption>
        <h2>
          ${heading} <span class="unit">${unit}</span>
          ${this.badge === '' ? nothing : html`<up-badge>${this.badge}</up-badge>`}
        </h2>
        ${chartTools({
          ...{ heading, unit, origin, language, table, tableText, chartText },
          take: this.#take,
          onSwitch: () => (this.table = !this.table),
        })}
      </figcaption>
      <div class="plot" ?hidden=${table}>
        <svg
          class="lines"
          role="img"
          aria-label="${heading}, ${unit}. ${payersFlow.describe(this.data)}"
        ></svg>
      </div>
      ${
        table
          ? chartTable(payersFlow.table(this.data), {
              name: heading,
              unit,
              first: this.data.words.actor,
            })
          : nothing
      }
    </figure>`;
  }
}
