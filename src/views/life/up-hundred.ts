import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { focusRing, reset } from '../../style/shared.ts';
import { isOutside, type Hundred } from './reading.ts';

/** Another life is to be followed. */
export class ChildPick extends Event {
  static readonly type = 'child-pick';
  readonly child: number;
  constructor(child: number) {
    super(ChildPick.type);
    this.child = child;
  }
}

const perRow = 10;
const cell = { width: 22, height: 30 };

/**
 * A hundred lives in one year: filled where they are outside, pale where they are inside, ringed where that is another
 * side than in base. The same life stands in the same place in every year and under every strategy.
 *
 * @fires {ChildPick} child-pick - a child was pressed
 */
@customElement('up-hundred')
export class UpHundred extends LitElement {
  static override styles = [
    reset,
    focusRing,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        inline-size: 100%;
        max-inline-size: 17rem;
        block-size: auto;
      }
      .child {
        cursor: pointer;
      }
      .body {
        fill: var(--flow-in);
        stroke: var(--flow-edge);
        stroke-width: 1.2;
      }
      .outside .body {
        fill: var(--stock-outside);
        stroke: var(--stock-entrenched);
      }
      .ring {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2;
      }
      .worse .ring {
        stroke-dasharray: 3 2.5;
      }
      .chosen {
        fill: var(--band-4);
      }
      @media (forced-colors: active) {
        .outside .body {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) hundred!: Hundred;
  @property({ type: Number }) chosen = 0;
  @property() label = '';

  constructor() {
    super();
    // A way for the pointer; the keyboard has the button that goes to the next child.
    this.addEventListener('click', this.#onClick);
  }

  protected override render(): TemplateResult {
    const { kinds, better, worse } = this.hundred;
    const rows = Math.ceil(kinds.length / perRow);
    return html`<svg
      viewBox="0 0 ${perRow * cell.width} ${rows * cell.height}"
      role="img"
      aria-label=${this.label}
    >
      ${kinds.map((kind, i) => {
        const [x, y] = [(i % perRow) * cell.width, Math.floor(i / perRow) * cell.height];
        const change = better.includes(i) ? 'better' : worse.includes(i) ? 'worse' : '';
        return svg`<g class="child ${isOutside(kind) ? 'outside' : ''} ${change}" data-child=${i} transform="translate(${x} ${y})">
          <rect class=${i === this.chosen ? 'chosen' : ''} fill="transparent" width=${cell.width} height=${cell.height} />
          ${change === '' ? '' : svg`<rect class="ring" x="2" y="1.5" width="18" height="27" rx="8" />`}
          <circle class="body" cx="11" cy="8.5" r="3.6" />
          <path class="body" d="M6.5,25.5v-7a4,4 0 0 1 4,-4h1a4,4 0 0 1 4,4v7z" />
        </g>`;
      })}
    </svg>`;
  }

  #onClick = (event: Event): void => {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    const child = target.closest<SVGElement>('.child')?.dataset['child'];
    if (child !== undefined) this.dispatchEvent(new ChildPick(Number(child)));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-hundred': UpHundred;
  }
}
