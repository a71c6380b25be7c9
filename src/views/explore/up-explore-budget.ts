import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Budget } from '../../model/budget.ts';
import { scaledTo } from '../../model/budget.ts';
import '../../elements/up-icon.ts';
import { focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import type { ExploreWords } from '../../text/explore-sv.ts';
import { exploreWords } from '../../text/explore.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';
import { fullCost, remaining } from './budget.ts';
import { budgetStyles } from './budget-styles.ts';
import type { LeverGroupLines } from './levers.ts';
import type { PanelReading } from './panel-reading.ts';

/** The smallest sum that can be locked, SEK per year. */
const leastSum = 100_000;

/**
 * What the efforts cost together, split by where they stand at the river, against the same money for all; and the lock
 * that holds the sum while levers move.
 */
@customElement('up-explore-budget')
export class UpExploreBudget extends LitElement {
  static override styles = [reset, focusRing, visuallyHidden, budgetStyles];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) reading!: PanelReading;
  @property({ attribute: false }) groups: readonly LeverGroupLines[] = [];
  @property({ attribute: false }) budget: Budget | undefined;
  @property({ attribute: false }) voice!: Voice;

  /** What was typed as the locked sum and cannot be. */
  @state() private wrong = false;
  @query('.sum') private field!: HTMLInputElement | null;

  protected override render(): TemplateResult {
    const { format: f } = this.voice;
    const w = this.#words.budget;
    const { cost } = this.reading.selected;
    const sum = this.#sum;
    const spent = sum === undefined ? undefined : f.millions(cost);
    return html`
      <div class="title">
        <h2>${w.title}</h2>
        <p>
          ${
            sum === undefined
              ? html`<strong>${f.money(cost)}</strong>`
              : html`<strong>${spent}</strong>
                  ${remaining(sum, cost) < 0 ? w.against(f.money(sum)) : w.of(f.money(sum))}`
          }
        </p>
      </div>
      ${this.#bar(sum)}
      <div class="lock">
        <up-icon name="lock"></up-icon>
        <label for="lock">${this.budget === undefined ? w.lock : w.locked}</label>
        ${this.budget === undefined ? nothing : this.#typed(this.budget.sum)}
        <input
          id="lock"
          type="checkbox"
          role="switch"
          .checked=${live(this.budget !== undefined)}
          ?disabled=${this.#lockable === undefined && this.budget === undefined}
          @change=${this.#onLock}
        />
      </div>
      ${this.budget === undefined ? nothing : this.#note(this.budget.sum)}
    `;
  }

  get #words(): ExploreWords {
    return exploreWords(this.voice.language);
  }

  /** The sum that the bar is filled towards: the locked one, or that of the ready strategies. */
  get #sum(): number | undefined {
    return this.budget?.sum ?? this.reading.sameMoney;
  }

  /** What the lock holds when it is put on. */
  get #lockable(): number | undefined {
    const { cost } = this.reading.selected;
    return cost >= leastSum ? cost : this.reading.sameMoney;
  }

  #bar(sum: number | undefined): TemplateResult {
    const { words: w, format: f } = this.voice;
    const { cost } = this.reading.selected;
    const whole = Math.max(cost, sum ?? 0, 1);
    const left = sum === undefined ? 0 : remaining(sum, cost);
    let from = 0;
    const parts = this.groups.map(({ group, cost: part }) => {
      const share = { group, x: (from / whole) * 100, width: (part / whole) * 100 };
      from += part;
      return share;
    });
    const said = this.groups.map((g) => `${w.groups[g.group].name} ${f.millions(g.cost)}`).join(', ');
    return html`<svg
      class="bar"
      role="img"
      aria-label=${this.#words.budget.spoken(said, left > 0 ? f.money(left) : undefined)}
    >
      <rect class="well" width="100%" height="100%" />
      ${parts
        .filter(({ width }) => width > 0)
        .map(({ group, x, width }) => svg`<rect class=${group} x="${x}%" width="${width}%" height="100%" />`)}
      ${
        sum !== undefined && left < 0
          ? svg`<line class="limit" x1="${(sum / whole) * 100}%" x2="${(sum / whole) * 100}%" y1="0" y2="100%" />`
          : nothing
      }
      <rect class="edge" width="100%" height="100%" />
    </svg>`;
  }

  #typed(sum: number): TemplateResult {
    const w = this.#words.budget;
    return html`<input
        class="sum"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${w.sumLabel}
        aria-invalid=${this.wrong}
        aria-describedby="about-sum"
        .value=${live(this.voice.format.number(sum / 1e6, 3))}
        @change=${this.#onSum}
        @keydown=${this.#onSumKey}
      /><span class="unit" aria-hidden="true">${w.unit}</span>`;
  }

  /** What is not used of the sum, what is too much, or what is wrong with what was typed. */
  #note(sum: number): TemplateResult {
    const { format: f } = this.voice;
    const w = this.#words.budget;
    const { model, where, selected } = this.reading;
    const left = remaining(sum, selected.cost);
    if (this.wrong) {
      const most = f.number(fullCost(model, where) / 1e6, 2);
      return html`<p class="note wrong" id="about-sum" role="alert">
        ${w.wrongSum(f.number(leastSum / 1e6, 2), most)}
      </p>`;
    }
    return html`<p class="note" id="about-sum" role="status">
      ${left > 0 ? w.left(f.money(left)) : left < 0 ? w.tooMuch(f.money(-left)) : nothing}
      ${
        left < 0
          ? html`<button type="button" class="link" @click=${this.#onFit}>${w.fit(f.money(sum))}</button>`
          : nothing
      }
    </p>`;
  }

  #onLock = (event: Event): void => {
    const { checked } = event.currentTarget as HTMLInputElement;
    this.wrong = false;
    const sum = this.#lockable;
    this.context.actions.lockBudget(checked && sum !== undefined ? { sum: rounded(sum) } : undefined);
  };

  #onSum = (): void => {
    const { model, where } = this.reading;
    const typed = this.voice.format.parse(this.field!.value);
    const sum = typed === undefined ? NaN : rounded(typed * 1e6);
    this.wrong = !(sum >= leastSum && sum <= fullCost(model, where) + 1);
    if (!this.wrong && sum !== this.budget?.sum) this.context.actions.lockBudget({ ...this.budget, sum });
  };

  #onSumKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#onSum();
    if (event.key !== 'Escape' || this.budget === undefined) return;
    event.preventDefault();
    this.field!.value = this.voice.format.number(this.budget.sum / 1e6, 3);
    this.wrong = false;
  };

  /** Makes the strategy cost the locked sum, every lever in proportion. */
  #onFit = (): void => {
    const { model, where, selected } = this.reading;
    const { id, policy } = selected.strategy;
    if (this.budget) this.context.actions.setPolicy(id, scaledTo(model, where, policy, this.budget.sum));
  };
}

/** To the krona. */
const rounded = (sek: number): number => Math.round(sek);

declare global {
  interface HTMLElementTagNameMap {
    'up-explore-budget': UpExploreBudget;
  }
}
