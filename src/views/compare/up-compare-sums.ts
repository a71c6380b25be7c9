import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Actions } from '../../app/actions.ts';
import type { Reading, StrategyReading } from '../../app/readings.ts';
import { ownIds } from '../../app/state.ts';
import '../../elements/up-icon.ts';
import type { Budget } from '../../model/budget.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import type { Uneven, Way } from './sums.ts';
import type { CompareVoice } from './voice.ts';

/** Warns that what is compared does not cost the same, and offers to bring it to one sum. */
@customElement('up-compare-sums')
export class UpCompareSums extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-1) var(--space-3);
        padding: var(--space-3) var(--space-4);
        border: var(--hairline) solid var(--negative);
        border-inline-start-width: 5px;
        border-radius: var(--radius-badge);
        background: var(--surface);
      }
      section > * {
        grid-column: 2;
      }
      up-icon {
        grid-column: 1;
        color: var(--negative);
      }
      h2 {
        font: var(--type-section);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-block-start: var(--space-2);
      }
      .short {
        color: var(--ink-2);
      }
      @media print {
        .acts {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) actions!: Actions;
  @property({ attribute: false }) reading!: Reading;
  /** The strategies that are compared; base is not among them. */
  @property({ attribute: false }) rows: readonly StrategyReading[] = [];
  @property({ attribute: false }) uneven!: Uneven;
  /** The sum that own strategies are held to, if it is locked. */
  @property({ attribute: false }) locked: Budget | undefined;
  @property({ attribute: false }) voice!: CompareVoice;

  protected override render(): TemplateResult {
    const { wanted, short, free, way } = this.uneven;
    const { c, format: f } = this.voice;
    return html`<section role="status">
      <up-icon name="warning"></up-icon>
      <h2>${c.unequal}</h2>
      <p>${c.unequalText(this.rows.map((row) => c.sum(this.#name(row), f.money(row.cost))))}</p>
      ${
        short.length === 0
          ? nothing
          : html`<p class="short">
              ${c.notAll(
                f.money(wanted),
                short.map(({ row, end }) => c.endsAt(f.money(end), this.#name(row))),
              )}
            </p>`
      }
      ${free.map((row) => html`<p class="short">${c.unscalable(this.#name(row))}</p>`)}
      ${way === undefined ? nothing : this.#way(way)}
    </section>`;
  }

  #name = ({ strategy }: StrategyReading): string => strategy.name[this.voice.language];

  /** One press, the same for all: what is not the person's own is left as it is, and a copy is scaled. */
  #way({ rows, sum, lower }: Way): TemplateResult {
    const { c, format: f } = this.voice;
    const money = f.money(sum);
    const ready = rows.filter(({ strategy }) => strategy.ready);
    const own = this.reading.strategies.filter(({ strategy }) => !strategy.ready);
    if (own.length + ready.length > ownIds.length)
      return html`<p class="short">${c.fullOwn(ready.length)}</p>`;
    const [first] = rows;
    const one = (ready.length === 0 ? c.scale : c.scaleCopy)(this.#name(first!), money);
    const scale = (): void =>
      this.actions.scaleStrategies(
        rows.map((row) => ({ id: row.strategy.id, copyName: c.copyName(this.#name(row)) })),
        sum,
      );
    return html`${ready.length === 0 || rows.length === 1 ? nothing : html`<p class="short">${c.copies}</p>`}
      ${this.locked && this.locked.sum !== sum ? html`<p class="short">${c.lockFollows(money)}</p>` : nothing}
      <div class="acts">
        <button class="button" type="button" @click=${scale}>
          ${rows.length === 1 ? one : lower ? c.lowerOthers(money) : c.scaleAll(rows.length, money)}
        </button>
      </div>`;
  }
}
