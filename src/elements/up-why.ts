import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PartEvent } from './events.ts';
import { focusRing, reset } from '../style/shared.ts';

/** A person asks why a variable has the value that it has. Goes up through all elements. */
export class WhyAsk extends PartEvent {
  static readonly type = 'why-ask';
  readonly variable: string;
  constructor(variable: string) {
    super(WhyAsk.type);
    this.variable = variable;
  }
}

/**
 * The small button beside a number: "Varför?", or with `figure` the number itself. Whoever shows it need not know what
 * answers.
 *
 * @fires {WhyAsk} why-ask - it was pressed
 */
@customElement('up-why')
export class UpWhy extends LitElement {
  static override styles = [
    reset,
    focusRing,
    css`
      :host {
        display: inline-flex;
      }
      button {
        min-block-size: 1.5rem;
        padding: 0 var(--space-1);
        border: 0;
        border-radius: var(--radius-badge);
        background: none;
        font: var(--type-label);
        color: var(--ink-2);
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
      }
      button:hover {
        color: var(--ink);
      }
      /* The number itself is what is pressed. */
      :host([figure]) button {
        padding: 0;
        font: inherit;
        color: inherit;
        text-decoration-style: dotted;
        text-decoration-thickness: 1px;
      }
      @media (pointer: coarse) {
        button {
          min-block-size: 44px;
          padding: 0 var(--space-2);
        }
      }
      @media print {
        :host(:not([figure])) {
          display: none;
        }
        button {
          text-decoration: none;
        }
      }
    `,
  ];

  /** Its text is the number, among others of its kind. */
  @property({ type: Boolean, reflect: true }) figure = false;
  /** The variable that it asks about. */
  @property() variable = '';
  /** The word on it, and its whole name for those who meet it alone: "Varför? Utanför". */
  @property() text = '';
  @property() label = '';

  protected override render(): TemplateResult {
    return html`<button type="button" aria-label=${this.label} @click=${this.#ask}>${this.text}</button>`;
  }

  #ask = (): void => {
    this.dispatchEvent(new WhyAsk(this.variable));
  };
}

declare global {
  interface HTMLElementEventMap {
    'why-ask': WhyAsk;
  }
  interface HTMLElementTagNameMap {
    'up-why': UpWhy;
  }
}
