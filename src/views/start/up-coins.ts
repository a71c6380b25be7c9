import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Account, Accounts } from '../../model/accounts.ts';
import { reset, tables, visuallyHidden } from '../../style/shared.ts';
import type { StartWords } from '../../text/start-sv.ts';
import type { Voice } from '../voice.ts';

/** Coins in a row of the picture, and px from one to the next. */
const perRow = 10;
const coin = 8;

/** Who paid for a place and what came back to whom, as coins and as numbers. */
@customElement('up-coins')
export class UpCoins extends LitElement {
  static override styles = [
    reset,
    tables,
    visuallyHidden,
    css`
      :host {
        display: block;
      }
      td,
      th {
        vertical-align: middle;
        block-size: 2.5rem;
        padding-inline: var(--space-2);
        white-space: normal;
      }
      thead th {
        text-align: start;
      }
      thead th:last-child,
      td:last-child {
        text-align: end;
      }
      td {
        text-align: start;
      }
      .amount {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .number {
        min-inline-size: 2.25rem;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      svg {
        flex: none;
      }
      .paid {
        fill: none;
        stroke: var(--ink-2);
        stroke-width: 1.5;
      }
      .back {
        fill: var(--ink);
      }
      .sum th,
      .sum td {
        font-weight: 700;
        border-block-start: var(--hairline) solid var(--outline);
      }
      /* Row after row they find their places; never faded, so that they can be read from the first moment. */
      tbody tr {
        animation: come var(--coming, 260ms) ease-out backwards;
      }
      tbody tr:nth-child(2) {
        animation-delay: 160ms;
      }
      tbody tr:nth-child(3) {
        animation-delay: 320ms;
      }
      tbody tr:nth-child(4) {
        animation-delay: 480ms;
      }
      tbody tr:nth-child(5) {
        animation-delay: 640ms;
      }
      tbody tr:nth-child(n + 6) {
        animation-delay: 800ms;
      }
      @keyframes come {
        from {
          translate: -3rem 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        tbody tr {
          animation: none;
        }
      }
      /* On a phone the coins lie under their number. */
      @media (max-width: 639px) {
        .amount {
          flex-direction: column;
          align-items: start;
          gap: 2px;
          padding-block: var(--space-1);
        }
        .number {
          min-inline-size: 0;
        }
        svg {
          zoom: 0.75;
        }
      }
    `,
  ];

  @property({ attribute: false }) accounts!: Accounts;
  /** What one coin is, SEK. */
  @property({ type: Number }) worth = 1e6;
  @property({ attribute: false }) voice!: Voice;
  @property({ attribute: false }) words!: StartWords;
  /** What the table is about. */
  @property() heading = '';

  protected override render(): TemplateResult {
    const { words: w } = this;
    const rows = [...this.accounts.cash].sort((a, b) => b.net[20] - a.net[20]);
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${this.heading}>
      <table>
        <caption class="visually-hidden">
          ${this.heading}
        </caption>
        <thead>
          <tr>
            <th scope="col">${w.actor}</th>
            <th scope="col">${w.paid}</th>
            <th scope="col">${w.back}</th>
            <th scope="col">${w.net}, ${w.unit}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#row(row, row.actor!.name[this.voice.language]))}
          ${this.#row(this.accounts.sum, w.sum, 'sum')}
        </tbody>
      </table>
    </div>`;
  }

  #row(account: Account, name: string, kind: '' | 'sum' = ''): TemplateResult {
    const { format: f } = this.voice;
    const net = Math.round(account.net[20] / 1e6);
    const amount = (sek: number, look: 'paid' | 'back'): TemplateResult =>
      html`<td>
        <div class="amount">
          <span class="number">${f.number(sek / 1e6, 0)}</span>
          ${kind === 'sum' ? '' : this.#coins(sek, look)}
        </div>
      </td>`;
    return html`<tr class=${kind}>
      <th scope="row">${name}</th>
      ${amount(account.paid[20], 'paid')} ${amount(account.back[20], 'back')}
      <td class=${net < 0 ? 'loss' : ''}>${f.millionsDifference(account.net[20])}</td>
    </tr>`;
  }

  /** Whole coins; what is less than half of one is in the number alone. */
  #coins(sek: number, look: 'paid' | 'back'): TemplateResult | typeof nothing {
    const count = Math.max(0, Math.round(sek / this.worth));
    if (count === 0) return nothing;
    const [width, height] = [Math.min(count, perRow) * coin, Math.ceil(count / perRow) * coin];
    return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
      ${Array.from({ length: count }, (_, i) => {
        const [x, y] = [(i % perRow) * coin + coin / 2, Math.floor(i / perRow) * coin + coin / 2];
        return svg`<circle class=${look} cx=${x} cy=${y} r=${look === 'paid' ? 2.6 : 3.2} />`;
      })}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-coins': UpCoins;
  }
}
