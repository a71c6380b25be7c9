import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { SegmentChange } from './events.ts';
import { reset, visuallyHidden } from '../style/shared.ts';

export interface Segment {
  readonly value: string;
  readonly text: string;
}

/**
 * A few choices side by side of which one holds: native radio buttons, so arrow keys and screen readers know them.
 *
 * @fires {SegmentChange} segment-change - a person chose another one
 * @cssproperty [--segments-wrap=nowrap] - `wrap` where a screen may be narrower than all of them
 */
@customElement('up-segments')
export class UpSegments extends LitElement {
  static override styles = [
    reset,
    visuallyHidden,
    css`
      :host {
        display: inline-block;
      }
      @media print {
        :host {
          display: none;
        }
      }
      fieldset {
        display: flex;
        min-inline-size: 0;
      }
      .parts {
        display: flex;
        flex-wrap: var(--segments-wrap, nowrap);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-control);
      }
      label {
        display: grid;
        place-items: center;
        min-block-size: var(--target);
        min-inline-size: var(--target);
        padding: 0 var(--space-3);
        font: var(--type-body);
        font-weight: 550;
        white-space: nowrap;
        cursor: pointer;
        color: var(--ink);
      }
      label + label {
        border-inline-start: var(--hairline) solid var(--outline);
      }
      label:first-of-type {
        border-start-start-radius: calc(var(--radius-control) - 1px);
        border-end-start-radius: calc(var(--radius-control) - 1px);
      }
      label:last-of-type {
        border-start-end-radius: calc(var(--radius-control) - 1px);
        border-end-end-radius: calc(var(--radius-control) - 1px);
      }
      label:hover {
        background: color-mix(in srgb, var(--ink) 8%, transparent);
      }
      label:has(:checked) {
        background: var(--ink);
        color: var(--paper);
        font-weight: 700;
      }
      label:has(:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
        position: relative;
        z-index: 1;
      }
      input {
        position: absolute;
        opacity: 0;
        pointer-events: none;
      }
      @media (forced-colors: active) {
        label:has(:checked) {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  /** What is chosen, for those who cannot see it: `Läs av efter`. */
  @property() label = '';
  @property({ attribute: false }) options: readonly Segment[] = [];
  @property() value = '';

  override render() {
    return html`<fieldset>
      <legend class="visually-hidden">${this.label}</legend>
      <div class="parts">
        ${this.options.map(
          ({ value, text }) =>
            html`<label>
              <input
                type="radio"
                name="part"
                .value=${value}
                .checked=${live(value === this.value)}
                @change=${this.#onChange}
              />
              <span>${text}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #onChange = (event: Event): void => {
    this.value = (event.currentTarget as HTMLInputElement).value;
    this.dispatchEvent(new SegmentChange(this.value));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-segments': UpSegments;
  }
}
