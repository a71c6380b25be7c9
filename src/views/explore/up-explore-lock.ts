import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Budget } from '../../model/budget.ts';
import '../../elements/up-icon.ts';
import { focusRing, reset } from '../../style/shared.ts';
import { exploreWords } from '../../text/explore.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';
import { fullCost } from './budget.ts';
import { lockStyles } from './budget-styles.ts';
import type { PanelReading } from './panel-reading.ts';

/** The smallest sum that can be locked, SEK per year. */
const leastSum = 100_000;

/** The lock that holds a yearly sum while levers move, and the sum, which can be typed. */
@customElement('up-explore-lock')
export class UpExploreLock extends LitElement {
  static override styles = [reset, focusRing, lockStyles];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) reading!: PanelReading;
  @property({ attribute: false }) budget: Budget | undefined;
  @property({ attribute: false }) voice!: Voice;

  /** What was typed as the sum cannot be. */
  @state() private wrong = false;
  @query('.sum') private field!: HTMLInputElement | null;

  protected override render(): TemplateResult {
    const { budget } = this;
    const w = exploreWords(this.voice.language).budget;
    return html`<div class="lock">
        <up-icon name="lock"></up-icon>
        <label id="lock-name" for="lock">${budget === undefined ? w.lock : w.locked}</label>
        ${
          budget === undefined
            ? nothing
            : html`<input
                  class="sum"
                  inputmode="decimal"
                  autocomplete="off"
                  aria-label=${w.sumLabel}
                  aria-invalid=${this.wrong}
                  aria-describedby=${this.wrong ? 'wrong' : nothing}
                  .value=${this.#printed(budget)}
                  @change=${this.#onSum}
                  @keydown=${this.#onSumKey}
                /><span aria-hidden="true">${w.unit}</span>`
        }
        <button
          id="lock"
          type="button"
          role="switch"
          aria-labelledby="lock-name"
          aria-checked=${budget !== undefined}
          ?disabled=${budget === undefined && this.#lockable === undefined}
          @click=${this.#onLock}
        ></button>
      </div>
      ${this.wrong ? html`<p class="wrong" id="wrong" role="alert">${w.wrongSum(this.#millions(leastSum), this.#millions(this.#most))}</p>` : nothing}`;
  }

  /** What the lock holds when it is put on: what the strategy costs, or the same money for all. */
  get #lockable(): number | undefined {
    const { cost } = this.reading.selected;
    return cost >= leastSum ? cost : this.reading.sameMoney;
  }

  get #most(): number {
    return fullCost(this.reading.model, this.reading.where);
  }

  #millions(sek: number): string {
    return this.voice.format.number(sek / 1e6, 2);
  }

  #printed = ({ sum }: Budget): string => this.voice.format.number(sum / 1e6, 6);

  #onLock = (): void => {
    this.wrong = false;
    const sum = this.budget === undefined ? this.#lockable : undefined;
    this.context.actions.lockBudget(sum === undefined ? undefined : { sum: Math.round(sum) });
  };

  #onSum = (): void => {
    if (this.budget === undefined) return;
    const typed = this.voice.format.parse(this.field!.value);
    const sum = typed === undefined ? NaN : Math.round(typed * 1e6);
    this.wrong = !(sum >= leastSum && sum <= Math.ceil(this.#most));
    if (!this.wrong && sum !== this.budget.sum) this.context.actions.lockBudget({ ...this.budget, sum });
  };

  #onSumKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#onSum();
    if (event.key !== 'Escape' || this.budget === undefined) return;
    event.preventDefault();
    this.field!.value = this.#printed(this.budget);
    this.wrong = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-explore-lock': UpExploreLock;
  }
}
