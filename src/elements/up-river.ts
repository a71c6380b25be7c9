import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  RiverPlay,
  RiverScrub,
  type FigureMove,
  type RiverPick,
  type RiverSpeed,
  type RiverTable,
} from './up-river-events.ts';
import { calm, type Movable, type UpRiverPicture } from './up-river-picture.ts';
import { RiverPlayer, termEnd } from './up-river-player.ts';
import { riverStyles } from './up-river-styles.ts';
import { chartTable } from './chart-table.ts';
import { SizeController } from './size-controller.ts';
import { openRiver, type OpenRiver } from '../chart/river/data.ts';
import { detailOf, type Detail } from '../chart/river/frame.ts';
import { printedTable } from '../chart/export-table.ts';
import { describe, table, type MarkId } from '../chart/river/marks.ts';
import { paceOf } from '../chart/river/motion.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../style/shared.ts';
import { format, type Language } from '../text/format.ts';
import { riverWords } from '../text/river.ts';
import type { Helpers } from '../chart/river/figures.ts';
import type { Wording } from '../chart/river/labels.ts';
import type { LeverGroup, Model } from '../model/model.ts';
import type { Locality, Run } from '../model/experiment.ts';
import { riverFile } from './river-file.ts';
import type { Takeaway } from './up-chart-menu.ts';
import './up-river-controls.ts';
import './up-river-picture.ts';

/** The last year of the clock. */
const last = 40;

/** ms between the events of a playing clock. */
const newsEvery = 100;

/** ms in which a still gives way to the next, for those who want no motion. */
const crossfade = 120;

/**
 * The model as a living river: width is people per year, area is people, one dot is ten. It can be scrubbed and played
 * through the years, every part of it can be asked for its card, and the same numbers are a table. Fills the height
 * that it is given.
 *
 * Keys in the picture: arrows go with and against the stream from mark to mark, Home and End to its ends, Enter opens
 * the card, Escape closes it.
 *
 * @fires {RiverScrub} river-scrub - the year changed by hand or by the clock
 * @fires {RiverPlay} river-play - the clock was started, or stopped, also by itself at the end of a term
 * @fires {RiverSpeed} river-speed - another speed was chosen
 * @fires {RiverTable} river-table - the table was asked for, or the picture
 * @fires {RiverPick} river-pick - a card was opened or closed
 * @fires {FigureMove} figure-move - a figure was moved along the bank
 */
@customElement('up-river')
export class UpRiver extends LitElement {
  static override styles = [reset, visuallyHidden, focusRing, buttons, tables, riverStyles];

  /** The strategy's run, with the series of `riverSeries`. */
  @property({ attribute: false }) run: Run | undefined;
  /** Base: the same object as `run` if base itself is shown. */
  @property({ attribute: false }) base: Run | undefined;
  /** Model time of year 0. */
  @property({ type: Number }) yearZero = 0;
  /** Years after year zero. */
  @property({ type: Number }) time = 20;
  @property({ type: Boolean, reflect: true }) playing = false;
  /** 1, 2 or 4 times twenty years in four seconds. */
  @property({ type: Number }) speed = 1;
  /** The horizon in force: where playing leads. */
  @property({ type: Number }) horizon = 20;
  /** SEK per year that stands at each place. */
  @property({ attribute: false }) money: Readonly<Record<LeverGroup, number>> = {
    rescue: 0,
    swim: 0,
    upstream: 0,
  };
  /** Ages of the children that two of the figures stand at. */
  @property({ attribute: false }) places: Helpers['places'] = { swim: 7.5, upstream: 1 };
  /** The figures that can be moved along the bank, and how far. */
  @property({ attribute: false }) movable: Movable = {};
  /** Names of the three, as on the strategies. */
  @property({ attribute: false }) names: Readonly<Record<LeverGroup, string>> = {
    rescue: '',
    swim: '',
    upstream: '',
  };
  /** For the card's question who pays; without it the card says so. */
  @property({ attribute: false }) model: Model | undefined;
  /** The municipality that the runs are about. */
  @property({ attribute: false }) where: Locality = {};
  @property() language: Language = 'sv';
  @property({ type: Boolean, reflect: true }) table = false;
  /** What it is about, for a file of it: model and municipality. */
  @property() origin = '';
  @property() picked: MarkId | undefined;
  /**
   * Other numbers are on their way, as while a lever is dragged: time goes on passing, but only the dots are drawn, so
   * that nothing stands in the lever's way.
   */
  @property({ type: Boolean }) held = false;
  /** Only the picture: no title and no controls. */
  @property({ type: Boolean, reflect: true }) bare = false;

  /** The clock has stopped at the end of a term. */
  @state() private termOver = false;

  readonly #take: Takeaway = {
    svg: (plate) => riverFile(this.#still(), plate),
    table: () => {
      const wording = this.#wording;
      return printedTable(
        table(this.#river!.at(this.time), wording),
        wording.words.table.mark,
        this.language,
      );
    },
    summary: () => describe(this.#river!.at(this.time), this.#wording),
  };

  @query('up-river-picture') private picture!: UpRiverPicture | null;

  readonly #sizes = new SizeController(
    this,
    () => this,
    () => undefined,
  );
  readonly #player = new RiverPlayer({
    onYear: (year, passed) => this.#onYear(year, passed),
    onEnd: (year) => this.#onEnd(year),
  });
  #river: OpenRiver | undefined;
  #helpers: Helpers = { money: this.money, places: this.places, names: this.names };
  #told = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#player.stop();
  }

  override willUpdate(changes: PropertyValues<this>): void {
    const { run, base, yearZero } = this;
    if (changes.has('run') || changes.has('base') || changes.has('yearZero')) {
      this.#river = run && base && openRiver(run, base, yearZero);
    }
    if (changes.has('money') || changes.has('places') || changes.has('names')) {
      this.#helpers = { money: this.money, places: this.places, names: this.names };
    }
    if (this.#river !== undefined && this.#sizes.size === undefined) this.#sizes.measure();
    this.#player.speed = this.speed;
    if (this.#river !== undefined) this.#player.pace = paceOf(this.#river.source);
    if (this.#river === undefined) this.#player.stop();
    else if (changes.has('playing') && this.playing !== this.#player.running) this.#run(this.playing);
  }

  override render() {
    const { controls } = riverWords(this.language);
    const { size } = this.#sizes;
    if (this.#river === undefined)
      return html`<p class="empty">${this.run ? controls.noRiver : controls.waiting}</p>`;
    const room = size ? detailOf({ ...size, height: Infinity }) : 'full';
    return html`
      ${
        this.bare
          ? nothing
          : html`<up-river-controls
              .take=${this.#take}
              .origin=${this.origin}
              .time=${this.time}
              .playing=${this.playing}
              .speed=${this.speed}
              .pace=${this.#player.pace}
              .goal=${this.horizon}
              .last=${last}
              .table=${this.table}
              .language=${this.language}
              size=${room}
              @river-scrub=${this.#onScrub}
              @river-play=${this.#onPlay}
              @river-speed=${this.#onSpeed}
              @river-table=${this.#onTable}
            ></up-river-controls>`
      }
      ${
        this.table
          ? this.#table(this.#river)
          : html`<up-river-picture
              .river=${this.#river}
              .time=${this.time}
              .helpers=${this.#helpers}
              .movable=${this.movable}
              .model=${this.model}
              .where=${this.where}
              .language=${this.language}
              .picked=${this.picked}
              ?flowing=${this.playing && !calm()}
              @river-pick=${this.#onPick}
              @figure-move=${this.#onFigure}
            ></up-river-picture>`
      }
      ${this.termOver ? this.#prompt(room) : nothing}
    `;
  }

  #prompt(room: Detail): TemplateResult {
    const { controls } = riverWords(this.language);
    const year = Math.round(this.time);
    const next = termEnd(year, last);
    const far = year < this.horizon ? this.horizon : last;
    return html`<div class="prompt ${room}" role="group" aria-label=${controls.termOver(year)}>
      <span class=${room === 'small' ? 'visually-hidden' : ''} role="status">${controls.termOver(year)}</span>
      ${
        next < far
          ? html`<button class="button" type="button" data-year=${next} @click=${this.#onGoOn}>
              ${controls.nextTerm(next)}
            </button>`
          : nothing
      }
      <button class="button primary" type="button" data-year=${far} @click=${this.#onGoOn}>
        ${controls.goOn(far)}
      </button>
    </div>`;
  }

  #table(river: OpenRiver): TemplateResult {
    const wording = this.#wording;
    const { words } = wording;
    return chartTable(table(river.at(this.time), wording), {
      name: words.table.caption(String(Math.floor(this.time + 1e-6))),
      seen: true,
      first: words.table.mark,
    });
  }

  get #wording(): Wording {
    const own = this.#river?.source.stages?.words;
    return { words: riverWords(this.language, own), numbers: format(this.language) };
  }

  /** The picture at this moment, once more: to be drawn for a file. */
  #still(): UpRiverPicture {
    const picture = document.createElement('up-river-picture');
    return Object.assign(picture, {
      river: this.#river!,
      time: this.time,
      helpers: this.#helpers,
      language: this.language,
    });
  }

  /** Starts the clock towards a year, or stops it. */
  #run(on: boolean, end = termEnd(this.time, last)): void {
    this.playing = on;
    this.termOver = false;
    if (this.#player.running) this.time = this.#player.year;
    this.#player.stop();
    if (on) this.#player.start(this.time, end, calm());
  }

  #onYear(year: number, passed: number): void {
    if (passed > 0) {
      this.picture?.flow(year, passed, this.held);
      const now = performance.now();
      if (this.held || now - this.#told < newsEvery) return;
      this.#told = now;
    } else this.picture?.animate([{ opacity: 0.3 }, { opacity: 1 }], crossfade);
    this.time = year;
    this.dispatchEvent(new RiverScrub(year, false));
  }

  #onEnd(year: number): void {
    this.playing = false;
    this.time = year;
    this.termOver = this.time < last;
    this.dispatchEvent(new RiverScrub(this.time, true));
    this.dispatchEvent(new RiverPlay(false));
  }

  // Events of the parts go on to the page by themselves; here they only set what they tell.

  #onScrub = (event: RiverScrub): void => {
    if (this.playing) {
      this.#run(false);
      this.dispatchEvent(new RiverPlay(false));
    }
    this.termOver = false;
    this.time = event.year;
  };

  #onPlay = (event: RiverPlay): void => {
    if (event.playing && this.time >= this.horizon) {
      this.time = 0;
      this.dispatchEvent(new RiverScrub(0, true));
    }
    this.#run(event.playing);
    if (!event.playing) this.dispatchEvent(new RiverScrub(this.time, true));
  };

  #onGoOn = (event: Event): void => {
    this.#run(true, Number((event.currentTarget as HTMLElement).dataset['year']));
    this.dispatchEvent(new RiverPlay(true));
  };

  #onSpeed = (event: RiverSpeed): void => {
    this.speed = event.speed;
  };

  #onTable = (event: RiverTable): void => {
    this.table = event.table;
  };

  #onPick = (event: RiverPick): void => {
    this.picked = event.mark;
    this.termOver = false;
  };

  #onFigure = (event: FigureMove): void => {
    this.places = { ...this.places, [event.group]: event.age };
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-river': UpRiver;
  }
}
