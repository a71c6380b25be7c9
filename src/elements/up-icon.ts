import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons, type IconName } from './icons.ts';

/**
 * A small drawing beside a word, or inside a button that has a name of its own: never read aloud.
 *
 * @cssproperty [color] - the stroke
 */
@customElement('up-icon')
export class UpIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      inline-size: 1.25rem;
      block-size: 1.25rem;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      overflow: visible;
    }
    path {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .solid {
      fill: currentColor;
    }
  `;

  @property() name: IconName = 'help';

  override render() {
    const paths = icons[this.name];
    return html`<svg viewBox="0 0 20 20" aria-hidden="true">
      ${paths.map((d) => svg`<path d=${d} class=${this.name === 'play' ? 'solid' : ''} />`)}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-icon': UpIcon;
  }
}
