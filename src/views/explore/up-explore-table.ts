import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Reading, StrategyReading } from '../../app/readings.ts';
import { horizons, type Horizon } from '../../app/state.ts';
import { nextTask } from '../../base/next-task.ts';
import type { SegmentChange } from '../../elements/events.ts';
import '../../elements/up-segments.ts';
import { valueIn } from '../../model/policy.ts';
import { focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { explained } from '../explained.ts';
import type { Voice } from '../voice.ts';

/** What each strategy gives at 4, 20 and 40 years: people outside, new each year, and money against base. */
@customElement('up-explore-table')
export class UpExploreTable extends LitElement {
  static override styles = [
    reset,
    focusRing,
    tables,
    visuallyHidden,
    css`
      .below {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        margin-block-start: var(--space-2);
        --segments-wrap: wrap;
        font: var(--type-small);
        color: var(--ink-2);
      }
      thead tr:first-child > * {
        border: 0;
      }
      /* The font's tabular comma is as wide as a digit: the cost has decimals, so it is set proportionally. */
      .cost {
        font-variant-numeric: proportional-nums;
      }
      .inflow {
        min-inline-size: 5.5rem;
        white-space: normal;
      }
      .now {
        font-weight: 700;
      }
      @media (max-width: 1439px) {
        th,
        td {
          padding-inline: var(--space-2);
        }
      }
      tr.selected th {
        font-weight: 750;
      }
    `,
  ];

  @property({ attribute: false }) reading!: Reading;
  @property({ attribute: false }) voice!: Voice;
  @property({ attribute: false }) horizon: Horizon = 20;

  /** Which gain the last columns show. Production value is never mixed into public money unasked. */
  @state() private money: 'total' | 'public' = 'total';

  /** Many parts: the first drawing is a task of its own, so that the page can answer in between. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await nextTask();
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const t = this.voice.words.explore.table;
    const rate = this.reading.model.variables.has('discount_rate')
      ? valueIn(this.reading.model, this.reading.where, 'discount_rate')
      : undefined;
    const residual = this.#residualOfPeople();
    const head = (h: Horizon, label: string): TemplateResult =>
      html`<th scope="col" class=${h === this.horizon ? 'now' : ''}>${label}</th>`;
    return html`
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t.caption}>
        <table>
          <caption class="visually-hidden">
            ${t.caption}
          </caption>
          <thead>
            <tr>
              <td></td>
              <th scope="colgroup">${t.cost}</th>
              <th scope="colgroup" colspan="3">${t.outside}</th>
              <th class="inflow" scope="colgroup" colspan="1">
                ${t.inflow(this.reading.inflow.name[this.voice.language])}
              </th>
              ${this.#hasMoney ? html`<th scope="colgroup" colspan="3">${explained(t.net, 'presentValue', this.voice.language)}</th>` : nothing}
            </tr>
            <tr>
              <th scope="col">${t.strategy}</th>
              <th scope="col">${t.costUnit}</th>
              ${horizons.map((h) => head(h, t.year(h)))} ${head(this.horizon, t.year(this.horizon))}
              ${this.#hasMoney ? horizons.map((h) => head(h, t.yearsLong(h))) : nothing}
            </tr>
          </thead>
          <tbody>
            ${this.reading.strategies.map((s) => this.#row(s))}
          </tbody>
        </table>
      </div>
      <div class="below">
        <p>
          ${rate === undefined ? nothing : t.note(this.voice.format.percent(rate, 1))}
          ${residual === undefined ? nothing : this.voice.words.app.balance(this.voice.format.number(residual, 6))}
        </p>
        ${
          this.#hasMoney
            ? html`<up-segments
                .label=${t.money}
                .options=${[
                  { value: 'total', text: t.total },
                  { value: 'public', text: t.public },
                ]}
                .value=${this.money}
                @segment-change=${(e: SegmentChange) => (this.money = e.value === 'public' ? 'public' : 'total')}
              ></up-segments>`
            : nothing
        }
      </div>
    `;
  }

  /** A model without a ledger has no gains to show. */
  get #hasMoney(): boolean {
    return this.reading.model.ledger !== undefined;
  }

  /** The largest residual among the selected run's stocks of people, or undefined while there is no run. */
  #residualOfPeople(): number | undefined {
    const { model, selected } = this.reading;
    const people = selected.run?.balance.filter((b) => model.variables.get(b.stock)?.unit.text === 'person');
    return people?.reduce((most, b) => Math.max(most, Math.abs(b.residual)), 0);
  }

  #gain(row: StrategyReading): StrategyReading['gain'] {
    return this.money === 'total' ? row.gain : row.publicGain;
  }

  #row(row: StrategyReading): TemplateResult {
    const { format: f, language } = this.voice;
    const isBase = row === this.reading.base;
    const selected = row === this.reading.selected;
    return html`<tr class=${selected ? 'selected' : ''}>
      <th scope="row">${row.strategy.name[language]}</th>
      <td class="cost">${f.millions(row.cost)}</td>
      ${horizons.map((h) => this.#cell(row, (s) => s.stock?.[h], f.people, 'lower'))}
      ${this.#cell(row, (s) => s.inflow?.[this.horizon], f.people, 'lower')}
      ${
        this.#hasMoney
          ? horizons.map((h) =>
              isBase
                ? html`<td>–</td>`
                : this.#cell(row, (s) => this.#gain(s)?.[h], f.millionsDifference, 'higher'),
            )
          : nothing
      }
    </tr>`;
  }

  /**
   * A number; the best of those that cost the same is marked by a word, a loss by sign, hatch and colour. A strategy
   * with another budget is not in the contest: more money should win.
   */
  #cell(
    row: StrategyReading,
    of: (s: StrategyReading) => number | undefined,
    print: (value: number) => string,
    better: 'lower' | 'higher',
  ): TemplateResult {
    const value = of(row);
    if (value === undefined) return html`<td>…</td>`;
    const rivals = this.reading.strategies
      .filter((s) => s.comparable)
      .map(of)
      .filter((v) => v !== undefined);
    const best = better === 'lower' ? Math.min(...rivals) : Math.max(...rivals);
    const isBest = row.comparable && rivals.length > 1 && value === best;
    const isLoss = better === 'higher' && Math.round(value / 1e6) < 0;
    return html`<td class=${isBest ? 'best' : isLoss ? 'loss' : ''}>
      ${isBest ? html`<span class="best-word">${this.voice.words.explore.table.best}</span> ` : nothing}${print(value)}
    </td>`;
  }
}
