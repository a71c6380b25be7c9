import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { buttons, focusRing, reset } from '../style/shared.ts';
import type { CardText } from '../chart/river/card.ts';
import './up-icon.ts';
import './up-why.ts';

/** The part before (-1) or after (1) this one in the stream is asked for. */
export class CardStep extends Event {
  static readonly type = 'card-step';
  readonly by: -1 | 1;
  constructor(by: -1 | 1) {
    super(CardStep.type);
    this.by = by;
  }
}

/**
 * What is told of one part of the river: how many, what comes in and goes out, how long people stay, who pays.
 *
 * @fires {Event} close - the person is done with it
 * @fires {CardStep} card-step - another part of the river is asked for
 */
@customElement('up-river-card')
export class UpRiverCard extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
        background: var(--surface);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-control);
        padding: var(--space-3) var(--space-4) var(--space-4);
        color: var(--ink);
        font: var(--type-label);
        word-spacing: var(--thin-space);
        overflow: auto;
      }
      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--space-1);
      }
      h3 {
        flex: 1;
        font: var(--type-section);
        padding-block-start: var(--space-2);
      }
      .before up-icon {
        transform: scaleX(-1);
      }
      .number {
        font-weight: 700;
        font-size: 1rem;
      }
      .base,
      h4,
      dt {
        color: var(--ink-2);
      }
      h4 {
        font: var(--type-label);
        font-weight: 650;
        margin: var(--space-3) 0 var(--space-1);
      }
      dl {
        margin: 0;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: var(--space-4);
        padding-block: 1px;
      }
      dd {
        margin: 0;
        white-space: nowrap;
        font-weight: 600;
      }
      .how {
        color: var(--ink-2);
        font: var(--type-small);
        text-align: end;
      }
      .note {
        color: var(--ink-2);
        margin-block-start: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) text: CardText | undefined;
  /** `Tid här i medeltal` */
  @property() stayText = '';
  /** `Varför?` */
  @property() whyText = '';
  @property() closeText = '';
  /** `Föregående i floden`, `Nästa i floden` */
  @property() beforeText = '';
  @property() afterText = '';

  @query('.close') private button!: HTMLButtonElement | null;

  override focus(options?: FocusOptions): void {
    this.button?.focus(options);
  }

  override render() {
    const { text } = this;
    if (text === undefined) return nothing;
    return html`<header>
        <h3>${text.title}</h3>
        ${this.#step(-1, 'before', this.beforeText)} ${this.#step(1, 'after', this.afterText)}
        <button
          class="button quiet icon close"
          type="button"
          aria-label=${this.closeText}
          title=${this.closeText}
          @click=${this.#onClose}
        >
          <up-icon name="close"></up-icon>
        </button>
      </header>
      <p>
        <span class="number">${this.#value(text.title, text.number, text.variable)}</span>
        <span class="base">${text.base}</span>
      </p>
      ${
        text.stay
          ? html`<dl>
                <div>
                  <dt>${this.stayText}</dt>
                  <dd>${text.stay}</dd>
                </div>
              </dl>
              <p class="how">${text.stayWhy}</p>`
          : nothing
      }
      ${text.lists.map(
        ({ title, rows }) =>
          html`<h4>${title}</h4>
            <dl>
              ${rows.map(
                ({ label, value, variable }) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd>${this.#value(label, value, variable)}</dd>
                  </div>`,
              )}
            </dl>`,
      )}
      ${text.note ? html`<p class="note">${text.note}</p>` : nothing}`;
  }

  #step(by: -1 | 1, side: string, label: string): TemplateResult {
    return html`<button
      class="button quiet icon ${side}"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new CardStep(by))}
    >
      <up-icon name="right"></up-icon>
    </button>`;
  }

  /** A number; where a variable stands behind it, one that can be asked why. */
  #value(label: string, value: string, variable: string | undefined): TemplateResult | string {
    if (variable === undefined) return value;
    return html`<up-why
      figure
      .variable=${variable}
      .text=${value}
      .label="${this.whyText} ${label}, ${value}"
    ></up-why>`;
  }

  #onClose = (): void => {
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-river-card': UpRiverCard;
  }
}
