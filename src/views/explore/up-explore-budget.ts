import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Budget } from '../../model/budget.ts';
import { focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import type { ExploreWords } from '../../text/explore-sv.ts';
import { exploreWords } from '../../text/explore.ts';
import type { Voice } from '../voice.ts';
import { remaining } from './budget.ts';
import { budgetStyles } from './budget-styles.ts';
import { isPriced, type LeverGroupLines } from './levers.ts';
import type { PanelReading } from './panel-reading.ts';

/** What the efforts cost together, split by where they stand at the river, against the same money for all. */
@customElement('up-explore-budget')
export class UpExploreBudget extends LitElement {
  static override styles = [reset, focusRing, visuallyHidden, budgetStyles];

  @property({ attribute: false }) reading!: PanelReading;
  @property({ attribute: false }) groups: readonly LeverGroupLines[] = [];
  @property({ attribute: false }) budget: Budget | undefined;
  @property({ attribute: false }) voice!: Voice;

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
    `;
  }

  get #words(): ExploreWords {
    return exploreWords(this.voice.language);
  }

  /** The sum that the bar is filled towards: the locked one, or that of the ready strategies. */
  get #sum(): number | undefined {
    return this.budget?.sum ?? this.reading.sameMoney;
  }

  #bar(sum: number | undefined): TemplateResult {
    const { words: w, format: f } = this.voice;
    const { cost } = this.reading.selected;
    const whole = Math.max(cost, sum ?? 0, 1);
    const left = sum === undefined ? 0 : remaining(sum, cost);
    let from = 0;
    const priced = this.groups.filter(({ lines }) => lines.some(isPriced));
    const parts = priced.map(({ group, cost: part }) => {
      const share = { group, x: (from / whole) * 100, width: (part / whole) * 100 };
      from += part;
      return share;
    });
    const said = priced.map((g) => `${w.groups[g.group].name} ${f.millions(g.cost)}`).join(', ');
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
}

declare global {
  interface HTMLElementTagNameMap {
    'up-explore-budget': UpExploreBudget;
  }
}
