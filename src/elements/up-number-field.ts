import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { PartEvent } from './events.ts';
import { reset, visuallyHidden } from '../style/shared.ts';
import { format, type Language } from '../text/format.ts';

/** A number was typed that can be. */
export class NumberChange extends PartEvent {
  static readonly type = 'number-change';
  readonly value: number;
  constructor(value: number) {
    super(NumberChange.type);
    this.value = value;
  }
}

/**
 * A field for one number as a person writes it, with its unit. What cannot be is told beside it, and what was there
 * before still holds.
 *
 * @fires {NumberChange} number-change - another number within the bounds was typed, on Enter or when the field is left
 */
@customElement('up-number-field')
export class UpNumberField extends LitElement {
  static override styles = [
    reset,
    visuallyHidden,
    css`
      :host {
        display: inline-grid;
        grid-template-columns: auto minmax(4ch, var(--field, 6.5rem)) auto;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        word-spacing: var(--thin-space);
      }
      label {
        font: var(--type-body);
        font-weight: 550;
      }
      input {
        grid-column: 2;
        inline-size: 100%;
        min-block-size: var(--target);
        padding: 0 var(--space-2);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-control);
        background: var(--surface);
        text-align: end;
      }
      input:focus-visible {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      input[aria-invalid='true'] {
        border: 2px solid var(--negative);
      }
      .unit {
        grid-column: 3;
        font: var(--type-label);
        color: var(--ink-2);
        white-space: nowrap;
      }
      .wrong {
        grid-column: 1 / -1;
        font: var(--type-small);
        font-weight: 600;
        color: var(--negative);
      }
    `,
  ];

  @property() label = '';
  /** The label is only spoken: what stands beside the field says it to the eye. */
  @property({ type: Boolean }) bare = false;
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 1;
  /** What the value is multiplied by to be shown: 100 for percent, 1e-6 for millions. */
  @property({ type: Number }) scale = 1;
  @property({ type: Number }) decimals = 1;
  @property() unit = '';
  /** `Skriv ett tal mellan 0 och 100.` */
  @property({ attribute: false }) between: (least: string, most: string) => string = () => '';
  @property() language: Language = 'sv';

  /** What was typed and cannot be. */
  @state() private refused: string | undefined;
  @query('input') private input!: HTMLInputElement;

  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  protected override render() {
    const wrong = this.refused !== undefined;
    return html`
      <label for="field" class=${this.bare ? 'visually-hidden' : ''}>${this.label}</label>
      <input
        id="field"
        inputmode="decimal"
        autocomplete="off"
        aria-invalid=${wrong}
        aria-describedby=${wrong ? 'wrong' : 'unit'}
        .value=${live(this.refused ?? this.#print(this.value))}
        @change=${this.#onChange}
        @keydown=${this.#onKey}
      />
      <span class="unit" id="unit">${this.unit}</span>
      ${
        wrong
          ? html`<p class="wrong" id="wrong" role="alert">
              ${this.between(this.#print(this.min), this.#print(this.max))}
            </p>`
          : nothing
      }
    `;
  }

  #print(value: number): string {
    return format(this.language).number(value * this.scale, this.decimals);
  }

  #onChange = (): void => {
    const text = this.input.value;
    if (text.trim() === '' || text === this.#print(this.value)) {
      this.#restore();
      return;
    }
    const typed = format(this.language).parse(text.replace('%', ''));
    const value = typed === undefined ? NaN : typed / this.scale;
    this.refused = value >= this.min && value <= this.max ? undefined : text;
    if (this.refused !== undefined) return;
    this.value = value;
    this.dispatchEvent(new NumberChange(value));
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#restore();
  };

  #restore(): void {
    this.refused = undefined;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-number-field': UpNumberField;
  }
  interface HTMLElementEventMap {
    'number-change': NumberChange;
  }
}
