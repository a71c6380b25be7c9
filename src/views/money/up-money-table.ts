import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { horizons, type Horizon } from '../../app/state.ts';
import '../../elements/up-why.ts';
import type { LedgerSeries } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import { focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { moneyWords } from '../../text/money.ts';
import type { Voice } from '../voice.ts';
import type { Account, Accounts } from '../../model/accounts.ts';
import { breakEvenWords } from '../break-even.ts';
import { spark, type SparkScale } from './spark.ts';

type RowKind = '' | 'reinvested' | 'sum' | 'value';

/** What each actor pays, gets back and is left with, in millions; the sum of cash, and production value below it. */
@customElement('up-money-table')
export class UpMoneyTable extends LitElement {
  static override styles = [
    reset,
    focusRing,
    tables,
    visuallyHidden,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      table {
        font-size: 0.9375rem;
      }
      thead tr:first-child > * {
        border: 0;
      }
      tbody th {
        font-weight: 450;
      }
      .now {
        font-weight: 700;
      }
      thead .now {
        color: var(--ink);
      }
      .parted {
        border-inline-start: var(--hairline) solid var(--line);
      }
      .sum > * {
        font-weight: 700;
        border-block-end: 2px solid var(--ink);
        word-spacing: var(--thin-space-bold);
      }
      .value > :not(.loss) {
        color: var(--ink-2);
      }
      .badge {
        margin-inline-start: var(--space-2);
        padding: 0 var(--space-1);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-badge);
        font: var(--type-small);
      }
      /* The font's tabular comma is as wide as a digit, and English parts thousands with it. */
      :host(:lang(en)) td {
        font-variant-numeric: proportional-nums;
      }
      .all {
        text-align: start;
        padding-inline-start: 0;
      }
      .all up-badge {
        margin: 0;
      }
      .spark {
        padding-inline-end: 0;
      }
      .spark svg {
        display: block;
        margin-inline-start: auto;
      }
      @media (max-height: 860px) {
        th,
        td {
          block-size: 2rem;
        }
      }
      @media (max-width: 639px) {
        th,
        td {
          padding-inline: var(--space-2);
        }
        tbody th {
          white-space: normal;
          min-inline-size: 7.5rem;
          max-inline-size: 9rem;
        }
        .badge {
          margin: 0;
          padding: 0;
          border: 0;
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) accounts!: Accounts;
  @property({ attribute: false }) voice!: Voice;
  @property({ attribute: false }) horizon: Horizon = 20;
  /** The series that the figures are traced to; undefined where the accounts are not the model's own. */
  @property({ attribute: false }) ledger: LedgerSeries | undefined;
  /** Production value is shown, in rows of its own. */
  @property({ type: Boolean }) withValue = true;
  /** What holds for all of it and is not the model's own: `dina antaganden`. */
  @property() badge = '';

  protected override render(): TemplateResult {
    const w = this.voice.words.money;
    const { cash, reinvested, sum } = this.accounts;
    const value = this.withValue ? this.accounts.value : [];
    const last = Math.max(20, this.horizon);
    const used = reinvested === undefined ? [] : [reinvested];
    const scale = this.#scale([...cash, ...used, sum, ...value], last);
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${w.caption}>
      <table>
        <caption class="visually-hidden">
          ${w.caption}, ${w.unit}
        </caption>
        <thead>
          <tr>
            <td class="all">${this.badge === '' ? nothing : html`<up-badge>${this.badge}</up-badge>`}</td>
            <th scope="colgroup" colspan="2">${w.presentValue(this.horizon)}</th>
            <th scope="colgroup" colspan="3">${w.net}</th>
            <td></td>
            <td></td>
          </tr>
          <tr>
            <th scope="col"><span class="visually-hidden">${w.actor}, </span>${w.unit}</th>
            <th scope="col">${w.pays}</th>
            <th scope="col">${w.back}</th>
            ${horizons.map(
              (h, i) =>
                html`<th scope="col" class="${i === 0 ? 'parted' : ''} ${h === this.horizon ? 'now' : ''}">
                  ${w.years(h)}
                </th>`,
            )}
            <th scope="col" class="parted">${w.plusFrom}</th>
            <th scope="col">${w.spark(last)}</th>
          </tr>
        </thead>
        <tbody>
          ${cash.map((account) => this.#row(account, '', scale))}
          ${used.map((account) => this.#row(account, 'reinvested', scale))} ${this.#row(sum, 'sum', scale)}
          ${value.map((account) => this.#row(account, 'value', scale))}
        </tbody>
      </table>
    </div>`;
  }

  #row(account: Account, kind: RowKind, scale: SparkScale): TemplateResult {
    const { words, language, format: f } = this.voice;
    const { actor, paid, back, net } = account;
    const w = words.money;
    const m = moneyWords(language);
    const name = actor?.name[language] ?? (kind === 'sum' ? w.sum : m.reinvested);
    const badge = kind === 'value' ? w.notCash : kind === 'reinvested' ? m.reinvestedBadge : undefined;
    const millions = (sek: number): string => f.number(sek / 1e6, 0);
    // What is reinvested comes back in the actors' rows, and never in its own.
    const from =
      kind === 'reinvested' ? '–' : breakEvenWords(account.breakEven, horizons.at(-1)!, this.voice);
    return html`<tr class=${kind}>
      <th scope="row">
        ${name} ${badge === undefined ? nothing : html`<span class="badge">${badge}</span>`}
      </th>
      <td>
        ${this.#traced(`${name}, ${w.pays}`, this.#effortOf(account, kind), millions(paid[this.horizon]))}
      </td>
      <td class=${lossIf(back[this.horizon])}>
        ${this.#traced(`${name}, ${w.back}`, kind === 'reinvested' ? undefined : this.#seriesOf(account, kind), millions(back[this.horizon]))}
      </td>
      ${horizons.map(
        (h, i) =>
          html`<td class="${i === 0 ? 'parted' : ''} ${h === this.horizon ? 'now' : ''} ${lossIf(net[h])}">
            ${h === this.horizon ? this.#traced(name, this.#seriesOf(account, kind), f.millionsDifference(net[h])) : f.millionsDifference(net[h])}
          </td>`,
      )}
      <td class="parted">${from}</td>
      <td class="spark">${spark(account.netOverTime, scale)}</td>
    </tr>`;
  }

  /** A figure at the year on screen: it can be asked why, where the model has a sum that it is of. */
  #traced(name: string, series: VariableId | undefined, text: string): TemplateResult | string {
    return series === undefined
      ? text
      : html`<up-why
          figure
          .variable=${series}
          .text=${text}
          .label="${this.voice.words.drawers.why} ${name} ${text}"
        ></up-why>`;
  }

  /** What is paid is a share of what the efforts cost. */
  #effortOf({ paid }: Account, kind: RowKind): VariableId | undefined {
    if (kind === 'reinvested') return this.ledger?.reinvestedValue;
    return isNothing(paid[this.horizon]) ? undefined : this.ledger?.effortValue;
  }

  #seriesOf({ actor }: Account, kind: RowKind): VariableId | undefined {
    if (this.ledger === undefined) return undefined;
    if (kind === 'reinvested') return this.ledger.reinvestedValue;
    if (kind === 'sum') return this.accounts.reinvested === undefined ? this.ledger.publicValue : undefined;
    return actor?.presentValue;
  }

  #scale(rows: readonly Account[], last: number): SparkScale {
    const { years } = this.accounts;
    let [low, high] = [0, 0];
    for (const { netOverTime } of rows) {
      for (let i = 0; i < years.length && years[i]! <= last; i++) {
        low = Math.min(low, netOverTime[i]!);
        high = Math.max(high, netOverTime[i]!);
      }
    }
    return { years, last, low, high };
  }
}

/** A loss that is printed as nothing is not marked as one. */
const lossIf = (sek: number): string => (sek < 0 && !isNothing(sek) ? 'loss' : '');

const isNothing = (sek: number): boolean => Math.round(sek / 1e6) === 0;
