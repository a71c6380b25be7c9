import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { RiverPlay, RiverScrub, RiverSpeed, RiverTable } from './up-river-events.ts';
import { term } from './up-river-player.ts';
import { buttons, focusRing, reset } from '../style/shared.ts';
import { format, type Language } from '../text/format.ts';
import { riverWords } from '../text/river.ts';
import type { SegmentChange } from './events.ts';
import type { Takeaway } from './up-chart-menu.ts';
import './up-chart-menu.ts';
import './up-icon.ts';
import './up-segments.ts';

/** Years on the scrubber that have a mark. */
const ticks = [4, 20, 40];

/**
 * The river's title and clock: play and pause, speed, a slider through the years, and the switch to the table.
 *
 * @fires {RiverScrub} river-scrub - the slider was moved; settled when it is let go
 * @fires {RiverPlay} river-play - play or pause was pressed
 * @fires {RiverSpeed} river-speed - another speed was chosen
 * @fires {RiverTable} river-table - the table was asked for, or the picture
 */
@customElement('up-river-controls')
export class UpRiverControls extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-block-size: 2.875rem;
        padding-inline: var(--space-5);
        font: var(--type-body);
      }
      @media (max-width: 1279px) {
        :host {
          gap: var(--space-2);
        }
      }
      h2 {
        font: var(--type-finding);
        font-size: 1.375rem;
        letter-spacing: var(--track-tight);
        white-space: nowrap;
        min-inline-size: 7.2em;
      }
      .play {
        flex: none;
        border-width: var(--hairline);
        border-color: var(--outline);
        font-weight: 550;
        white-space: nowrap;
      }
      .pause {
        inline-size: 1.25rem;
        block-size: 1.25rem;
        fill: currentColor;
      }
      .scrub {
        flex: 1;
        position: relative;
        min-inline-size: 5rem;
        max-inline-size: 26rem;
        block-size: 2.75rem;
        margin-inline: var(--space-2);
      }
      .scrub input {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .scrub:has(:focus-visible) {
        outline: 3px solid var(--focus);
        border-radius: var(--radius-control);
      }
      .scale {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        overflow: visible;
        pointer-events: none;
        font: var(--type-small);
        fill: var(--ink-2);
      }
      .scale svg {
        overflow: visible;
      }
      .rail,
      .tick {
        stroke: var(--outline);
        stroke-width: 2;
      }
      .past {
        stroke: var(--ink);
        stroke-width: 4;
      }
      .knob {
        r: 8.5px;
        fill: var(--surface);
        stroke: var(--ink);
        stroke-width: 3;
      }
      .switch {
        white-space: nowrap;
      }
      .scrub {
        margin-inline-end: auto;
      }
      :host([size='middle']) {
        padding-inline: var(--space-3);
        gap: var(--space-2);
      }
      :host([size='middle']) .switch span,
      :host([size='small']) :is(h2, .play span, .switch span, up-segments) {
        display: none;
      }
      :host([size='small']) {
        padding-inline: var(--space-2);
        gap: var(--space-1);
      }
      :host([size='small']) .play {
        border-color: transparent;
        padding: 0;
      }
      @media print {
        :host > :not(h2) {
          display: none;
        }
      }
    `,
  ];

  @property({ type: Number }) time = 20;
  @property({ type: Boolean }) playing = false;
  @property({ type: Number }) speed = 1;
  /** Years in a second at normal speed. */
  @property({ type: Number }) pace = 5;
  /** Where the clock leads; from there on it begins again. */
  @property({ type: Number }) goal = 20;
  /** The last year. */
  @property({ type: Number }) last = 40;
  @property({ type: Boolean }) table = false;
  @property() language: Language = 'sv';
  /** How the picture is taken away, and what it is about. */
  @property({ attribute: false }) take: Takeaway | undefined;
  @property() origin = '';
  /** How much room there is. */
  @property({ reflect: true }) size: 'full' | 'middle' | 'small' = 'full';

  @query('.scrub input') private slider!: HTMLInputElement;

  override render() {
    const { controls, title, titleStart } = riverWords(this.language);
    const year = Math.floor(this.time + 1e-6);
    const whole = this.time === 0 || this.time >= this.goal;
    const play = this.playing
      ? controls.pause
      : whole
        ? controls.play(this.goal)
        : controls.playTo(this.goal);
    const other = this.table ? controls.asPicture : controls.asTable;
    return html`
      <h2>${year === 0 ? titleStart : title(String(year))}</h2>
      <button class="button play" type="button" aria-label=${play} @click=${this.#onPlay}>
        ${
          this.playing
            ? html`<svg class="pause" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M5 4h3.5v12H5zM11.5 4H15v12h-3.5z" />
              </svg>`
            : html`<up-icon name="play"></up-icon>`
        }
        <span>${play}</span>
      </button>
      <up-segments
        .label=${controls.speed(this.pace)}
        .options=${[1, 2, 4].map((n) => ({ value: String(n), text: controls.speedOption(n) }))}
        .value=${String(this.speed)}
        @segment-change=${this.#onSpeed}
      ></up-segments>
      <div class="scrub">
        ${this.#scale()}
        <input
          type="range"
          min="0"
          max=${this.last}
          step="0.25"
          aria-label=${controls.year}
          aria-valuetext=${controls.yearSpoken(format(this.language).number(this.time, 1))}
          .value=${live(String(this.time))}
          @input=${this.#onSlide}
          @change=${this.#onSlid}
          @keydown=${this.#onKey}
        />
      </div>
      ${
        this.take === undefined
          ? nothing
          : html`<up-chart-menu
              .heading=${year === 0 ? titleStart : title(String(year))}
              .unit=${controls.fileUnit}
              .origin=${this.origin}
              .language=${this.language}
              .take=${this.take}
            ></up-chart-menu>`
      }
      <button
        class="button quiet switch"
        type="button"
        aria-label=${other}
        title=${other}
        @click=${this.#onTable}
      >
        <up-icon name=${this.table ? 'chart' : 'table'}></up-icon><span>${other}</span>
      </button>
    `;
  }

  #scale(): TemplateResult {
    // A native thumb keeps half its width from both ends; so does this one.
    const at = (year: number): string => `${2.5 + (95 * year) / this.last}%`;
    return html`<svg class="scale" aria-hidden="true">
      <line class="rail" x1=${at(0)} x2=${at(this.last)} y1="64%" y2="64%" />
      <line class="past" x1=${at(0)} x2=${at(this.time)} y1="64%" y2="64%" />
      ${ticks.map(
        (year) => svg`<svg x=${at(year)} y="64%"><line class="tick" y1="-7" y2="7" />
          <text y="-12" text-anchor="middle">${year}</text></svg>`,
      )}
      <svg x=${at(this.time)} y="64%"><circle class="knob" /></svg>
    </svg>`;
  }

  #scrub(year: number, settled: boolean): void {
    this.time = year;
    this.dispatchEvent(new RiverScrub(year, settled));
  }

  #onSlide = (): void => this.#scrub(this.slider.valueAsNumber, false);
  #onSlid = (): void => this.#scrub(this.slider.valueAsNumber, true);

  /** Arrow keys go by whole years, Page Up and Page Down by terms of office. */
  #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: term, PageDown: -term }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const from = step > 0 ? Math.floor(this.time + 1e-6) : Math.ceil(this.time - 1e-6);
    this.#scrub(Math.min(this.last, Math.max(0, from + step)), true);
  };

  #onPlay = (): void => {
    this.dispatchEvent(new RiverPlay(!this.playing));
  };

  #onSpeed = (event: SegmentChange): void => {
    event.stopPropagation();
    this.dispatchEvent(new RiverSpeed(Number(event.value)));
  };

  #onTable = (): void => {
    this.dispatchEvent(new RiverTable(!this.table));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-river-controls': UpRiverControls;
  }
}
