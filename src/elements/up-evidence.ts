import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Grade } from '../model/variable.ts';

const filled: Readonly<Record<Grade, number>> = { measured: 4, estimated: 3, assumed: 2, illustrative: 1 };

/** How well a number is known: four rising bars and a word. The word is the message, the bars only repeat it. */
@customElement('up-evidence')
export class UpEvidence extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: baseline;
      gap: var(--space-2);
      font: var(--type-label);
      font-weight: 600;
      color: var(--ink);
    }
    svg {
      inline-size: 1.25rem;
      block-size: 0.8125rem;
      flex: none;
      align-self: center;
    }
    rect {
      fill: none;
      stroke: var(--outline);
      stroke-width: 1;
    }
    .filled {
      fill: var(--ink);
      stroke: var(--ink);
    }
  `;

  @property() grade: Grade = 'assumed';
  /** The grade in words: `skattad`. */
  @property() text = '';

  override render() {
    const count = filled[this.grade];
    return html`<svg viewBox="0 0 20 13" aria-hidden="true">
        ${[4, 6.5, 9, 12].map(
          (height, i) =>
            svg`<rect class=${i < count ? 'filled' : ''} x=${0.5 + i * 5} y=${12.5 - height} width="3.4" height=${height} />`,
        )}
      </svg>
      <span>${this.text}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-evidence': UpEvidence;
  }
}
