import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { SizeController } from '../../elements/size-controller.ts';
import { focusRing, reset } from '../../style/shared.ts';
import type { Format } from '../../text/format.ts';
import type { StartWords } from '../../text/start-sv.ts';
import { boundaryAt, boundaryPath, countAt, crowdOf, peoplePath, type Crowd } from './crowd.ts';

/** A person guesses another number. */
export class GuessInput extends Event {
  static readonly type = 'guess-input';
  readonly value: number;
  constructor(value: number) {
    super(GuessInput.type);
    this.value = value;
  }
}

/** Room over and under the crowd, px: of a ribbon's swell; for the names of the two numbers, at scale 1. */
const [swell, names] = [6, 26];

/**
 * All children born in a year, as small people in the water. A pointer that is dragged across them, or the arrow keys of
 * a native slider, says how many; when the answer is there it shows both.
 *
 * @fires {GuessInput} guess-input - the guess is another
 */
@customElement('up-guess')
export class UpGuess extends LitElement {
  static override styles = [
    reset,
    focusRing,
    css`
      :host {
        display: block;
        position: relative;
        /* What the lines above and below leave of the screen. */
        --crowd: clamp(170px, 100dvh - 21.5rem, 600px);
      }
      /* The next question has room under the answer. */
      :host([answered]) {
        --crowd: clamp(170px, 44dvh, 440px);
      }
      /* As large as the crowd: measured, and following from nothing that is drawn. The page paints it so before. */
      .ruler {
        position: absolute;
        inset-inline: 0;
        block-size: var(--crowd);
        visibility: hidden;
      }
      :host([small]) .ruler {
        block-size: 64px;
      }
      .field {
        position: relative;
        min-block-size: calc(var(--crowd) + 12px);
        border-radius: var(--radius-control);
        touch-action: pan-y;
      }
      :host([small]) .field {
        min-block-size: 0;
      }
      :host(:not([answered])) .field {
        cursor: ew-resize;
      }
      .field:has(input:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      svg {
        display: block;
        inline-size: 100%;
        overflow: visible;
        user-select: none;
      }
      .water {
        fill: var(--flow-in);
        stroke: var(--flow-edge);
        stroke-width: 1.5;
      }
      .others {
        fill: var(--dot-on-track);
      }
      .guessed {
        fill: var(--ink);
      }
      .answer {
        fill: var(--stock-outside);
      }
      .line {
        fill: none;
        stroke: var(--ink);
        stroke-width: 4;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      text {
        font: var(--type-label);
        font-weight: 700;
        word-spacing: var(--thin-space-bold);
        fill: var(--ink);
      }
      text.answer {
        fill: var(--stock-outside);
      }
      input {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        margin: 0;
        opacity: 0;
        /* The pointer means the person under it, which a slider's thumb cannot say. */
        pointer-events: none;
      }
      @media (max-width: 639px) {
        :host,
        :host([answered]) {
          --crowd: clamp(170px, 34dvh, 440px);
        }
      }
      /* Filled and open people, where colours are the reader's own. */
      @media (forced-colors: active) {
        .water,
        .others {
          fill: Canvas;
          stroke: CanvasText;
        }
        .guessed,
        .answer {
          fill: CanvasText;
        }
      }
    `,
  ];

  /** How many are born. */
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) guess: number | undefined;
  /** The model's number; undefined while it is being guessed. */
  @property({ attribute: false }) answer: number | undefined;
  @property({ type: Boolean, reflect: true }) answered = false;
  /** A ribbon instead of a field: for when it has been answered. */
  @property({ type: Boolean, reflect: true }) small = false;
  @property({ attribute: false }) words!: StartWords;
  @property({ attribute: false }) numbers!: Format;

  @query('.field') private field!: HTMLElement;
  @query('.ruler') private ruler!: HTMLElement;

  readonly #sizes = new SizeController(
    this,
    () => this.ruler,
    () => undefined,
  );
  #crowd: Crowd | undefined;

  protected override willUpdate(): void {
    this.answered = this.answer !== undefined;
    const { size } = this.#sizes;
    if (size !== undefined) this.#crowd = crowdOf(this.count, size.width, size.height);
  }

  protected override render(): TemplateResult {
    const { words: w, numbers: f, count } = this;
    return html`<div class="ruler"></div>
      <div class="field" @pointerdown=${this.#onPointer} @pointermove=${this.#onPointer}>
        ${this.#crowd === undefined ? nothing : this.#drawing(this.#crowd)}
        ${
          this.answered
            ? nothing
            : html`<input
                type="range"
                min="0"
                max=${count}
                step="1"
                aria-label=${w.question}
                aria-valuetext=${w.spoken(f.people(this.guess ?? 0), f.people(count))}
                .value=${live(String(this.guess ?? 0))}
                @input=${this.#onInput}
              />`
        }
      </div>`;
  }

  #drawing(crowd: Crowd): TemplateResult {
    const { words: w, numbers: f, guess = 0, answer } = this;
    const { width, height, count } = crowd;
    const scale = this.#sizes.size?.scale ?? 1;
    const over = answer === undefined ? swell : names * scale;
    const all = height + 2 * over;
    const marked = Math.round(answer ?? guess);
    return html`<svg
      viewBox="0 0 ${width} ${all}"
      height=${all}
      role=${answer === undefined ? 'presentation' : 'img'}
      aria-label=${answer === undefined ? nothing : w.field(f.people(answer), f.people(count), f.people(guess))}
      aria-hidden=${answer === undefined ? 'true' : nothing}
    >
      <g transform="translate(0 ${over})">
        <path class="water" d=${waterPath(width, height)} />
        <path class="others" d=${peoplePath(crowd, marked, count)} />
        <path class=${answer === undefined ? 'guessed' : 'answer'} d=${peoplePath(crowd, 0, marked)} />
        ${answer === undefined || this.guess === undefined ? nothing : this.#marks(crowd, guess, answer)}
      </g>
    </svg>`;
  }

  /** The guess as a line with its name above, the answer's name below. */
  #marks(crowd: Crowd, guess: number, answer: number): TemplateResult {
    const { words: w, numbers: f } = this;
    const label = (count: number, y: number, name: string, words: string): TemplateResult => {
      const x = boundaryAt(crowd, count);
      const right = x > crowd.width / 2;
      return svg`<text class=${name} x=${right ? x : Math.max(0, x - 2)} y=${y} text-anchor=${right ? 'end' : 'start'}>${words}</text>`;
    };
    const drop = this.#sizes.size?.scale ?? 1;
    return svg`<path class="line" d=${boundaryPath(crowd, guess)} />
      ${label(guess, -10 * drop, 'guess', w.yourGuess(f.people(guess)))}
      ${label(Math.round(answer), crowd.height + 20 * drop, 'answer', w.answer(f.people(answer)))}`;
  }

  #tell(value: number): void {
    if (value !== this.guess) this.dispatchEvent(new GuessInput(value));
  }

  #onPointer = (event: PointerEvent): void => {
    if (this.answered || this.#crowd === undefined) return;
    if (event.type === 'pointerdown') this.field.setPointerCapture(event.pointerId);
    else if (event.buttons === 0) return;
    const { left, top } = this.field.getBoundingClientRect();
    this.#tell(countAt(this.#crowd, event.clientX - left, event.clientY - top - swell));
  };

  #onInput = (event: Event): void => {
    this.#tell((event.currentTarget as HTMLInputElement).valueAsNumber);
  };
}

/** A stretch of water: level, with a little swell along both edges. */
function waterPath(width: number, height: number): string {
  const waves = Math.max(2, Math.round(width / 180));
  const length = width / waves;
  const edge = (to: 1 | -1, y: number): string =>
    Array.from(
      { length: waves },
      () => `q${to * length * 0.25},${-3.5} ${to * length * 0.5},0t${to * length * 0.5},0`,
    ).join('') + (y === 0 ? '' : 'z');
  return `M0,-3${edge(1, 0)}V${height + 3}${edge(-1, 1)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'up-guess': UpGuess;
  }
}
