import { html, nothing, type TemplateResult } from 'lit';
import type { ChartTable } from '../chart/chart.ts';

/** What a chart's table is called, and how its rows begin. */
interface Naming {
  /** The chart's name, which is also that of the place that scrolls. */
  readonly name: string;
  /** What follows the name in the caption. */
  readonly unit?: string;
  /** Whether the caption is seen; else it is only read aloud. */
  readonly seen?: boolean;
  /** Above the rows' own names; without it the corner is empty. */
  readonly first?: string;
  /** Before a row's name, such as its line. */
  readonly sample?: (row: number) => TemplateResult | undefined;
  /** The rows that stand out. */
  readonly selected?: (row: number) => boolean;
}

/** A chart's numbers as a table. The host has the styles `tables` and `visuallyHidden`. */
export function chartTable({ columns, rows }: ChartTable, naming: Naming): TemplateResult {
  const { name, unit, seen = false, first, sample, selected } = naming;
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${name}>
    <table>
      <caption class=${seen ? '' : 'visually-hidden'}>
        ${unit === undefined ? name : `${name}, ${unit}`}
      </caption>
      <thead>
        <tr>
          ${first === undefined ? html`<td></td>` : html`<th scope="col">${first}</th>`}
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, cells }, row) =>
            html`<tr class=${selected?.(row) === true ? 'selected' : ''}>
              <th scope="row">${sample?.(row) ?? nothing}${label}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
