import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { figures } from '../chart/figures.ts';
import type { LeverPlace } from '../model/model.ts';

/**
 * One of the three who stand at the river, or the frame that they stand in. Filled in its strategy's colour when money stands there, outlined when
 * not. Never alone: its name is beside it, so it is not read aloud.
 *
 * @cssproperty --figure-paper - what it stands on, `--paper` unless set
 */
@customElement('up-figure')
export class UpFigure extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      inline-size: 2.125rem;
      block-size: 2.125rem;
      --figure: var(--ink-2);
    }
    :host([funded][group='rescue']) {
      --figure: var(--rescue);
    }
    :host([funded][group='swim']) {
      --figure: var(--swim);
    }
    :host([funded][group='upstream']) {
      --figure: var(--upstream);
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      overflow: visible;
    }
    path {
      fill: none;
      stroke: var(--figure);
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 4.2;
    }
    .held {
      stroke-width: 2.2;
    }
    circle {
      fill: var(--figure);
    }
    /* The core of each stroke, in paper: what is left is an outline. */
    .core {
      stroke: var(--figure-paper, var(--paper));
      stroke-width: 1.4;
    }
    circle.core {
      fill: var(--figure-paper, var(--paper));
      stroke: none;
    }
    :host([funded]) .core {
      display: none;
    }
  `;

  @property({ reflect: true }) group: LeverPlace = 'rescue';
  @property({ type: Boolean, reflect: true }) funded = false;

  override render() {
    const { heads, body, held } = figures[this.group];
    return html`<svg viewBox="0 0 48 48" aria-hidden="true">
      ${held.map((d) => svg`<path class="held" d=${d} />`)}
      ${heads.map(({ x, y, r }) => svg`<circle cx=${x} cy=${y} r=${r} />`)}
      ${body.map((d) => svg`<path d=${d} />`)}
      ${heads.map(({ x, y, r }) => svg`<circle class="core" cx=${x} cy=${y} r=${r - 1.4} />`)}
      ${body.map((d) => svg`<path class="core" d=${d} />`)}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-figure': UpFigure;
  }
}
