import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Budget } from '../../model/budget.ts';
import { focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import type { ExploreWords } from '../../text/explore-sv.ts';
import { exploreWords } from '../../text/explore.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';
import { pricedLevers, remaining, yieldsOf, type Move, type Yield } from './budget.ts';
import { YieldChange } from './events.ts';
import type { PanelReading } from './panel-reading.ts';
import type { Since } from './since.ts';

/** Text that follows a hand is set anew at most so often, ms: nobody reads faster, and the lever must not wait for it. */
const pause = 90;

/** The horizons at which a move within the same money is judged: a term of office and a generation. */
const judged = [4, 20] as const;

/**
 * Under a locked budget, what a move made others give up, which lever gives way first, and what the move did to people
 * and money at both horizons. What is said aloud is said when the hand has let go.
 *
 * @fires {YieldChange} yield-change - another lever shall give way first
 */
@customElement('up-explore-moved')
export class UpExploreMoved extends LitElement {
  static override styles = [
    reset,
    focusRing,
    visuallyHidden,
    css`
      :host {
        display: block;
        contain: layout style;
        font: var(--type-label);
        word-spacing: var(--thin-space);
      }
      .yields {
        font-weight: 600;
        min-block-size: 1lh;
      }
      .rest {
        color: var(--ink-2);
      }
      .fit {
        min-block-size: 1.75rem;
        padding: 0;
        border: 0;
        background: none;
        font: inherit;
        color: var(--ink);
        font-weight: 650;
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0 var(--space-2);
        margin: 2px 0 0;
        font: var(--type-small);
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        margin: 0;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--ink-2);
        margin-block-start: var(--space-1);
        white-space: nowrap;
      }
      select {
        flex: 1;
        min-inline-size: 0;
        min-block-size: 1.75rem;
        font: inherit;
        color: var(--ink);
        background: var(--paper);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-badge);
      }
      /* A phone has no room for a choice before it is of use. */
      @media (max-width: 639px) {
        :host(:not([moved])) label {
          display: none;
        }
      }
      @media (pointer: coarse) {
        select,
        .fit {
          min-block-size: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) reading!: PanelReading;
  @property({ attribute: false }) budget!: Budget;
  @property({ attribute: false }) voice!: Voice;
  /** The newest move by hand, if nothing has happened since. */
  @property({ attribute: false }) move: Move | undefined;
  @property({ attribute: false }) since: Since | undefined;
  /** The hand still holds the lever. */
  @property({ type: Boolean }) moving = false;

  /** Something has been moved: there is something to choose between. */
  @property({ type: Boolean, reflect: true }) moved = false;

  #spoken = '';
  #shown = 0;
  #later: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#later);
    this.#later = undefined;
  }

  protected override shouldUpdate(): boolean {
    const now = performance.now();
    if (!this.moving || now - this.#shown >= pause) {
      this.#shown = now;
      return true;
    }
    this.#later ??= setTimeout(() => {
      this.#later = undefined;
      this.requestUpdate();
    }, pause);
    return false;
  }

  protected override willUpdate(): void {
    this.moved = this.move !== undefined;
  }

  protected override render(): TemplateResult {
    const { model, where, selected } = this.reading;
    const { move, since } = this;
    const w = this.#words.moved;
    const yields = move === undefined ? undefined : yieldsOf(model, where, move, selected.strategy.policy);
    const happened = since !== undefined && yields !== undefined;
    if (!this.moving) this.#spoken = this.#speak(yields);
    return html`
      <p class="yields">${this.#yields(yields)}</p>
      ${this.#rest()}
      ${happened ? html`<dl aria-label=${w.since}>${judged.map((h) => this.#change(since, h))}</dl>` : nothing}
      <label>
        ${w.chooseLabel}
        <select @change=${this.#onChoice}>
          <option value="" ?selected=${this.budget.yields === undefined}>${w.all}</option>
          ${pricedLevers(model).map(
            (lever) =>
              html`<option value=${lever.variable} ?selected=${lever.variable === this.budget.yields}>
                ${lever.name[this.voice.language]}
              </option>`,
          )}
        </select>
      </label>
      <p class="visually-hidden" role="status">${this.#spoken}</p>
    `;
  }

  /** What of the sum is not used, or what is too much, and the way to mend it. */
  #rest(): TemplateResult | typeof nothing {
    const { selected } = this.reading;
    const w = this.#words.budget;
    const left = remaining(this.budget.sum, selected.cost);
    if (left === 0) return nothing;
    if (left > 0) return html`<p class="rest">${w.left(this.#sum(left))}</p>`;
    const { id } = selected.strategy;
    return html`<p class="rest">
      ${w.tooMuch(this.#sum(-left))}
      <button
        type="button"
        class="fit"
        @click=${() => this.context.actions.scaleStrategies([{ id }], this.budget.sum)}
      >
        ${w.fit(this.voice.format.money(this.budget.sum))}
      </button>
    </p>`;
  }

  /** Money in millions; in kronor where those would be rounded to nothing. */
  #sum(sek: number): string {
    const { format: f } = this.voice;
    return sek < 50_000 ? this.#words.budget.kronor(f.people(sek)) : f.money(sek);
  }

  get #words(): ExploreWords {
    return exploreWords(this.voice.language);
  }

  #yields(yields: readonly Yield[] | undefined): string {
    const w = this.#words.moved;
    if (yields === undefined) return w.before;
    if (yields.length === 0) return w.nothing;
    return yields.map((y) => this.#one(y, w.yields, w.takes)).join(' · ');
  }

  #one({ lever, change }: Yield, less: Sentence, more: Sentence): string {
    const { language } = this.voice;
    return (change < 0 ? less : more)(lever.name[language], this.#sum(Math.abs(change)));
  }

  #change(since: Since, horizon: (typeof judged)[number]): TemplateResult {
    const { people, money } = this.#said(since, horizon);
    return html`<dt>${this.#words.moved.at(horizon)}</dt>
      <dd><b>${people}</b>${money === undefined ? nothing : html`, ${money}`}</dd>`;
  }

  #said(
    { change }: Since,
    horizon: (typeof judged)[number],
  ): { readonly people: string; readonly money: string | undefined } {
    const { format: f } = this.voice;
    const w = this.#words.moved;
    const { people, money } = change[horizon];
    const count = f.people(Math.abs(people));
    return {
      people: people === 0 ? w.equal : people < 0 ? w.fewer(count) : w.more(count),
      money: money === undefined ? undefined : w.net(f.millionsDifference(money)),
    };
  }

  /** What gave way and what it did, as one sentence for the ear. */
  #speak(yields: readonly Yield[] | undefined): string {
    const w = this.#words.moved;
    if (yields === undefined || this.since === undefined) return this.#spoken;
    const given = yields.map((y) => this.#one(y, w.spokenYields, w.spokenTakes)).join(', ');
    const effects = judged.map((h) => {
      const { people, money } = this.#said(this.since!, h);
      return `${w.at(h)} ${people}${money === undefined ? '' : `, ${money}`}`;
    });
    const same = w.same(this.voice.format.money(this.reading.selected.cost));
    return `${given || w.nothing}. ${same} ${w.since}: ${effects.join('; ')}.`;
  }

  #onChoice = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    this.dispatchEvent(new YieldChange(value === '' ? undefined : value));
  };
}

type Sentence = (name: string, sum: string) => string;

declare global {
  interface HTMLElementTagNameMap {
    'up-explore-moved': UpExploreMoved;
  }
}
