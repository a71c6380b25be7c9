import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

/** A few words in a frame, beside the name of what they hold for: `dina antaganden`. */
@customElement('up-badge')
export class UpBadge extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      margin-inline-start: var(--space-1);
      padding-inline: 6px;
      border: var(--hairline) dashed var(--ink-2);
      border-radius: var(--radius-badge);
      color: var(--ink);
      font: var(--type-small);
      line-height: 1.125rem;
      white-space: nowrap;
    }
  `;

  protected override render() {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-badge': UpBadge;
  }
}
