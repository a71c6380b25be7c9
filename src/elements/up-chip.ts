import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { lineSample } from './line-sample.ts';
import { focusRing, reset } from '../style/shared.ts';
import type { ChartMark } from '../chart/marks.ts';

/**
 * A strategy to choose: a piece of its line, its name, and its value at the horizon.
 *
 * @fires click - the native one, from the button
 */
@customElement('up-chip')
export class UpChip extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = [
    reset,
    focusRing,
    css`
      :host {
        display: inline-block;
        max-inline-size: 100%;
      }
      button {
        --chip-paper: var(--paper);
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: var(--target);
        max-inline-size: 100%;
        /* One px less than with the 2 px border of the pressed state: nothing moves when it is chosen. */
        padding: 3px 13px 3px 11px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: none;
        color: var(--ink);
        font: var(--type-body);
        font-weight: 550;
        text-align: start;
        word-spacing: var(--thin-space);
        cursor: pointer;
      }
      button:hover {
        border-color: var(--outline);
      }
      button[aria-pressed='true'] {
        --chip-paper: var(--surface);
        padding: 2px 12px 2px 10px;
        border: 2px solid var(--ink);
        background: var(--surface);
        font-weight: 700;
      }
      .line-sample {
        flex: none;
        overflow: visible;
        inline-size: 1.75rem;
        block-size: 1rem;
      }
      .value {
        color: var(--ink-2);
        font-weight: 450;
        white-space: nowrap;
      }
      /* Bold and regular name take the same width: the hidden twin holds it. */
      .name {
        display: inline-grid;
      }
      .name::after {
        content: attr(data-name);
        block-size: 0;
        overflow: hidden;
        visibility: hidden;
        font-weight: 700;
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          border-color: Highlight;
        }
      }
    `,
  ];

  @property() name = '';
  /** `1 575`, or with another budget `1 164, men 30 mnkr`. */
  @property() value = '';
  @property() mark: ChartMark = 'base';
  @property({ type: Boolean, reflect: true }) pressed = false;

  override render() {
    return html`<button type="button" aria-pressed=${this.pressed}>
      ${lineSample(this.mark)}
      <span class="name" data-name=${this.name}>${this.name}</span>
      ${this.value === '' ? nothing : html`<span class="value">${this.value}</span>`}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-chip': UpChip;
  }
}
