import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Actions } from '../../app/actions.ts';
import type { Reading, StrategyReading } from '../../app/readings.ts';
import { ownIds } from '../../app/state.ts';
import '../../elements/up-icon.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import type { Scaling } from './sums.ts';
import type { CompareVoice } from './voice.ts';

/** Warns that what is compared does not cost the same, and offers to scale it. */
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
  @property({ attribute: false }) scalings: readonly Scaling[] = [];
  @property({ attribute: false }) voice!: CompareVoice;

  protected override render(): TemplateResult {
    const { scalings } = this;
    const { c, format: f } = this.voice;
    const full = this.reading.strategies.filter(({ strategy }) => !strategy.ready).length === ownIds.length;
    const open = scalings.filter(({ row, reached }) => reached > 0 && (!full || !row.strategy.ready));
    return html`<section role="status">
      <up-icon name="warning"></up-icon>
      <h2>${c.unequal}</h2>
      <p>${c.unequalText(this.rows.map((row) => c.sum(this.#name(row), f.money(row.cost))))}</p>
      ${scalings.map((scaling) => this.#limit(scaling))}
      ${full && scalings.some(({ row }) => row.strategy.ready) ? html`<p class="short">${c.fullOwn}</p>` : nothing}
      <div class="acts">${open.map((scaling) => this.#act(scaling))}</div>
    </section>`;
  }

  #name = ({ strategy }: StrategyReading): string => strategy.name[this.voice.language];

  /** What cannot be reached, and why. */
  #limit({ row, wanted, reached }: Scaling): TemplateResult | typeof nothing {
    const { c, format: f } = this.voice;
    const missing = wanted - reached;
    if (reached === 0) return html`<p class="short">${c.unscalable(this.#name(row))}</p>`;
    // Half a hundredth of a million is printed as nothing.
    if (missing < 5000) return nothing;
    return html`<p class="short">${c.reaches(this.#name(row), f.money(reached), f.money(missing))}</p>`;
  }

  #act({ row, wanted, reached }: Scaling): TemplateResult | typeof nothing {
    // At its end already: nothing would happen.
    if (Math.abs(reached - row.cost) < 5000) return nothing;
    const { c, format: f } = this.voice;
    const words = row.strategy.ready ? c.scaleCopy : c.scale;
    return html`<button
      class="button"
      type="button"
      @click=${() => this.actions.scaleStrategy(row.strategy.id, wanted)}
    >
      ${words(this.#name(row), f.money(reached))}
    </button>`;
  }
}
