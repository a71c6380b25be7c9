import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LifeCourse, PlaceKind } from '../../model/life.ts';
import type { Life } from '../../model/lives.ts';
import { reset } from '../../style/shared.ts';
import { isHandover, kindOf } from './reading.ts';

/** Height of the water that each kind of place is in, from the upper bank. */
const depth: Readonly<Record<PlaceKind, number>> = { school: 10, inside: 10, between: 46, outside: 46 };
const band = 20;
const [left, width] = [4, 992];

/** Ages that hold for all, then even years, and the last. */
function ticksOf({ stages, ends }: LifeCourse): readonly number[] {
  const fixed = [0, ...stages.map(({ until }) => until)];
  const step = ends > 25 ? 10 : 5;
  const even = Array.from({ length: Math.ceil(ends / step) }, (_, i) => i * step);
  return [...fixed, ...even.filter((year) => year > fixed.at(-1)! && ends - year >= step / 4), ends];
}

/**
 * One life from where it begins to the last year as a band that goes between two waters: school and inside above, outside below; a gap
 * where nobody is responsible, and a post where the responsibility is handed over.
 */
@customElement('up-life-line')
export class UpLifeLine extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: auto;
        overflow: visible;
      }
      .stay {
        stroke: var(--flow-edge);
        stroke-width: 1.5;
      }
      .school {
        fill: var(--flow-in);
      }
      .inside {
        fill: var(--flow-in);
      }
      .outside {
        fill: var(--stock-outside);
        stroke: var(--stock-entrenched);
      }
      .between {
        fill: none;
        stroke: var(--stock-outside);
        stroke-dasharray: 5 4;
        stroke-width: 2.5;
      }
      .fall {
        stroke: var(--flow-edge);
        stroke-width: 2;
        fill: none;
      }
      .post {
        stroke: var(--ink);
        stroke-width: 2.5;
      }
      .grid {
        stroke: var(--grid);
      }
      .now {
        stroke: var(--ink);
        stroke-width: 1.5;
        stroke-dasharray: 2 3;
      }
      .now-mark {
        fill: var(--ink);
      }
      text {
        font: var(--type-small);
        fill: var(--ink-2);
        text-anchor: middle;
      }
      @media (max-width: 639px) {
        text {
          font-size: 24px;
        }
      }
    `,
  ];

  @property({ attribute: false }) course!: LifeCourse;
  @property({ attribute: false }) life: Life = [];
  /** The year that is looked at. */
  @property({ type: Number }) year = 0;
  /** What a screen reader says of the whole. */
  @property() label = '';

  protected override render(): TemplateResult {
    const { ends } = this.course;
    const x = (year: number): number => left + (year / ends) * width;
    return html`<svg viewBox="0 0 1000 96" role="img" aria-label=${this.label}>
      ${ticksOf(this.course).map(
        (year) =>
          svg`<line class="grid" x1=${x(year)} x2=${x(year)} y1="4" y2="74" />
            <text x=${Math.min(980, Math.max(14, x(year)))} y="90">${year}</text>`,
      )}
      ${this.life.map((stay, i) => {
        const kind = kindOf(this.course, stay.place);
        const before = this.life[i - 1];
        const from = before === undefined ? undefined : depth[kindOf(this.course, before.place)];
        const y = depth[kind];
        const wide = Math.max(1.5, x(stay.to) - x(stay.from));
        return svg`${
          from === undefined || from === y
            ? ''
            : svg`<line class="fall" x1=${x(stay.from)} x2=${x(stay.from)} y1=${from + band / 2} y2=${y + band / 2} />`
        }
          <rect class="stay ${kind}" x=${x(stay.from)} y=${y} width=${wide} height=${band} />
          ${
            isHandover(this.course, before, stay)
              ? svg`<line class="post" x1=${x(stay.from)} x2=${x(stay.from)} y1=${y - 4} y2=${y + band + 4} />`
              : ''
          }`;
      })}
      <line class="now" x1=${x(this.year)} x2=${x(this.year)} y1="0" y2="76" />
      <circle class="now-mark" cx=${x(this.year)} cy="3" r="3.5" />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-life-line': UpLifeLine;
  }
}
