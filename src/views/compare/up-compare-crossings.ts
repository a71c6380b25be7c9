import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StrategyReading } from '../../app/readings.ts';
import { horizons } from '../../app/state.ts';
import '../../elements/up-icon.ts';
import { focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { assumedBadge } from '../assumed-badge.ts';
import type { Shown } from './charts.ts';
import { meetings } from './crossings.ts';
import { disclosure } from './disclosure.ts';
import { quantityOf } from './quantity.ts';

/** Nobody reads the table while lines move: it follows them at this distance, ms. */
const behind = 150;

/** Every meeting of two lines, in a table: the chart marks only the one that answers its question. */
@customElement('up-compare-crossings')
export class UpCompareCrossings extends LitElement {
  static override styles = [
    reset,
    focusRing,
    tables,
    visuallyHidden,
    disclosure,
    css`
      table {
        inline-size: auto;
      }
      th,
      td {
        text-align: start;
      }
      :is(th, td):first-child {
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) shown!: Shown;

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise((done) => setTimeout(done, behind));
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { reading, rows, voice } = this.shown;
    const { c, format: f, language } = voice;
    const found = [reading.stock, reading.inflow].flatMap((outcome) =>
      meetings(rows, outcome.variable, {
        from: reading.yearZero,
        years: horizons.at(-1)!,
        apart: quantityOf(reading.model, outcome, voice).apart,
      }).map((meeting) => ({ outcome, meeting })),
    );
    if (found.length === 0) return html`<p>${c.noCrossings}</p>`;
    const name = (row: StrategyReading): string => row.strategy.name[language];
    return html`<details>
      <summary>
        <up-icon name="right"></up-icon>
        <h2>${c.crossings(found.length)} ${assumedBadge(reading, voice)}</h2>
      </summary>
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
