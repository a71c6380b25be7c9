import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { FigureMove, RiverPick } from './up-river-events.ts';
import { RiverPainter } from './up-river-painter.ts';
import { pictureStyles } from './up-river-styles.ts';
import { SizeController } from './size-controller.ts';
import { nextTask } from '../base/next-task.ts';
import { cardOf } from '../chart/river/card.ts';
import { between, type OpenRiver, type RiverMoment, type RiverState } from '../chart/river/data.ts';
import { frameFor } from '../chart/river/picture.ts';
import { ages } from '../chart/river/frame.ts';
import { markOfPart, placeOf } from '../chart/river/mark-places.ts';
import { describe, marksOf, nameOf, spokenMark, type MarkId } from '../chart/river/marks.ts';
import { markTouched } from '../chart/river/touch.ts';
import { payersOf } from '../chart/river/payers.ts';
import { reset } from '../style/shared.ts';
import { format, type Language } from '../text/format.ts';
import { riverWords } from '../text/river.ts';
import type { Helpers } from '../chart/river/figures.ts';
import type { AnyLayout } from '../chart/river/any-layout.ts';
import type { StockId } from '../chart/river/graph.ts';
import type { Wording } from '../chart/river/labels.ts';
import type { Locality } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { CardStep, UpRiverCard } from './up-river-card.ts';
import './up-river-card.ts';

/** ms that shapes take to their new size when a lever has moved. */
const glideTime = 240;

/** The oldest age that a figure on the children's bank can stand at. */
const oldest = ages.leave - 1;

/** The figures that can be moved, and between which ages, in whole years. One that changes nothing stands still. */
export type Movable = Readonly<Partial<Record<FigureMove['group'], readonly [from: number, to: number]>>>;

/**
 * The river's picture at one moment: the drawing, its marks for keyboard and screen readers, and the card of the one
 * that is picked. When the runs become others it glides to the new numbers; `flow` lets time pass.
 *
 * @fires {RiverPick} river-pick - a card was opened or closed
 * @fires {FigureMove} figure-move - a figure was moved along the bank
 */
@customElement('up-river-picture')
export class UpRiverPicture extends LitElement {
  static override styles = [reset, pictureStyles];

  @property({ attribute: false }) river!: OpenRiver;
  /** Years after year zero. */
  @property({ type: Number }) time = 20;
  @property({ attribute: false }) helpers!: Helpers;
  @property({ attribute: false }) movable: Movable = {};
  @property({ attribute: false }) model: Model | undefined;
  /** The municipality that the runs are about. */
  @property({ attribute: false }) where: Locality = {};
  @property() language: Language = 'sv';
  @property() picked: MarkId | undefined;
  /** Time is passing: the picture is drawn by `flow`, and not when properties change. */
  @property({ type: Boolean }) flowing = false;

  /** Where the keyboard is among the marks, and whether it is there now. */
  @state() private at: MarkId = 'births';
  @state() private ringed = false;

  @query('.stage') private stage!: HTMLElement;
  @query('.front') private front!: SVGSVGElement;
  @query('up-river-card') private card!: UpRiverCard | null;

  #painter: RiverPainter | undefined;
  readonly #sizes = new SizeController(
    this,
    () => this.stage,
    () => this.#painter?.forgetWidths(),
  );
  /** The state that is on the screen, and where it came from while it glides. */
  #shown: RiverState | undefined;
  #glide: { readonly from: RiverState; readonly since: number } | undefined;
  #layout: AnyLayout | undefined;
  #held: FigureMove['group'] | undefined;

  /** Draws the moment to which so many years have passed since the last; only its dots when it is `held`. */
  flow(year: number, passed: number, held: boolean): void {
    this.#glide = undefined;
    this.#paint(this.river.at(year), passed, held);
  }

  /** While time passes only an open card is written anew: what the marks say is said when it has stopped. */
  protected override shouldUpdate(changes: PropertyValues<this>): boolean {
    return !(this.flowing && this.picked === undefined && changes.size === 1 && changes.has('time'));
  }

  override willUpdate(changes: PropertyValues<this>): void {
    const before = changes.get('river');
    const moved =
      before !== undefined && before.base === this.river.base && !changes.has('time') && !this.flowing;
    // Another model has other marks.
    if (!this.#markIds.includes(this.at)) {
      this.at = this.#markIds[0]!;
      this.ringed = false;
    }
    if (this.picked !== undefined && !this.#markIds.includes(this.picked)) this.#pick(undefined);
    if (moved && this.#shown && !calm()) this.#glide = { from: this.#shown, since: performance.now() };
  }

  override updated(changes: PropertyValues<this>): void {
    if (this.#painter !== undefined) this.#drawWhenStill();
    // The first drawing is long: a task of its own, after the frame in which the rest of the page has come.
    else if (this.#sizes.size !== undefined) void nextTask().then(this.#drawWhenStill);
    // The card's own parts come a moment after it.
    if (changes.has('picked') && (this.renderRoot as ShadowRoot).activeElement !== this.card)
      void this.card?.updateComplete.then(() => this.card?.focus());
  }

  override render() {
    return html`<div class="stage" data-movable=${Object.keys(this.movable).join(' ')}>
      <svg class="water" aria-hidden="true" @click=${this.#onClick}></svg>
      <canvas aria-hidden="true"></canvas>
      <svg
        class="front"
        role="img"
        aria-label=${describe(this.river.at(this.time), this.#wording)}
        @pointerdown=${this.#onGrab}
        @pointermove=${this.#onDrag}
        @pointerup=${this.#onDrop}
        @pointercancel=${this.#onDrop}
      ></svg>
      <i class="on-track"></i><i class="risk"></i><i class="outside"></i>
      ${this.#marks()} ${this.#grips()} ${this.#fixed()}
      ${this.picked === undefined ? nothing : this.#card(this.picked)}
    </div>`;
  }

  #marks(): TemplateResult {
    const moment = this.river.at(this.time);
    const wording = this.#wording;
    return html`<ul aria-label=${wording.words.controls.marks} @keydown=${this.#onMarkKey}>
      ${this.#markIds.map(
        (id) =>
          html`<li>
            <button
              type="button"
              data-mark=${id}
              tabindex=${id === this.at ? 0 : -1}
              aria-expanded=${id === this.picked}
              aria-label=${spokenMark(id, moment, wording)}
              @focus=${this.#onMarkFocus}
              @blur=${this.#onMarkBlur}
              @click=${this.#onMark}
            ></button>
          </li>`,
      )}
    </ul>`;
  }

  #grips(): readonly TemplateResult[] {
    const { controls } = riverWords(this.language);
    const { names, places } = this.helpers;
    return (['upstream', 'swim'] as const).flatMap((group) => {
      const range = this.#rangeOf(group);
      if (range === undefined) return [];
      return html`<input
        class="grip"
        type="range"
        min=${range[0]}
        max=${range[1]}
        step="1"
        data-figure=${group}
        aria-label=${names[group]}
        aria-valuetext=${controls.move(names[group], format(this.language).number(places[group], 1))}
        title=${controls.moveHint}
        .value=${live(String(places[group]))}
        @input=${this.#onGrip}
        @change=${this.#onGrip}
      />`;
    });
  }

  /** The figure upstream, where it stands for no age: over it lies why it stays where it is. */
  #fixed(): TemplateResult | typeof nothing {
    if (this.movable.upstream !== undefined) return nothing;
    const { controls } = riverWords(this.language);
    const { names, money } = this.helpers;
    const why = controls.fixed(names.upstream, format(this.language).money(money.upstream));
    return html`<span class="stands" role="img" aria-label=${why} title=${why}></span>`;
  }

  #rangeOf(group: FigureMove['group']): readonly [number, number] | undefined {
    const range = this.movable[group];
    return range && [range[0], Math.min(oldest, range[1])];
  }

  #card(id: MarkId): TemplateResult {
    const { model, where } = this;
    const { words } = this.#wording;
    const { card } = words;
    const { costs } = this.river.source;
    const moment = this.river.at(this.time);
    const payers =
      model && ((stocks: readonly StockId[]) => payersOf(costs, model, where, stocks, moment.now));
    const x = this.#layout ? placeOf(id, this.#layout).x : 0;
    return html`<up-river-card
      class=${x > (this.#sizes.size?.width ?? 0) * 0.55 ? 'left' : ''}
      role="dialog"
      aria-label=${nameOf(id, words)}
      .text=${cardOf(id, { moment, river: this.river.source, payers, wording: this.#wording, language: this.language })}
      .stayText=${card.stay}
      .whyText=${card.why}
      .closeText=${card.close}
      .beforeText=${card.before}
      .afterText=${card.after}
      @card-step=${this.#onCardStep}
      @close=${this.#onClose}
      @keydown=${this.#onCardKey}
    ></up-river-card>`;
  }

  get #markIds(): readonly MarkId[] {
    return marksOf(this.river.source);
  }

  get #wording(): Wording {
    const { stages } = this.river.source;
    return { words: riverWords(this.language, stages?.words), numbers: format(this.language) };
  }

  #drawWhenStill = (): void => {
    if (!this.flowing) this.#drawStill();
  };

  #drawStill(): void {
    const moment = this.river.at(this.time);
    const glide = this.#glide;
    const share = glide ? Math.min(1, (performance.now() - glide.since) / glideTime) : 1;
    if (glide === undefined || share >= 1) {
      this.#glide = undefined;
      this.#paint(moment);
      this.#placeMarks();
      return;
    }
    // Fast at first, slow at last: the answer to a lever is seen at once.
    this.#paint({ ...moment, now: between(glide.from, moment.now, 1 - (1 - share) ** 3) });
    requestAnimationFrame(() => {
      if (this.#glide === glide && !this.flowing) this.#drawStill();
    });
  }

  #paint(moment: RiverMoment, passed?: number, held = false): void {
    const { size } = this.#sizes;
    if (size === undefined) return;
    this.#painter ??= new RiverPainter(this.renderRoot);
    const { extent } = this.river;
    const picture = {
      moment,
      frame: frameFor(moment.source, extent, size),
      helpers: this.helpers,
      wording: this.#wording,
    };
    const ring = this.ringed ? this.at : this.picked;
    this.#layout =
      passed === undefined
        ? this.#painter.still(picture, ring)
        : this.#painter.move(picture, passed, ring, held);
    this.#shown = moment.now;
  }

  /** Puts each mark's button where the mark is, for those who explore by touch. */
  #placeMarks(): void {
    if (this.#layout === undefined) return;
    for (const button of this.renderRoot.querySelectorAll<HTMLElement>('li button')) {
      const { x, y } = placeOf(button.dataset['mark'] as MarkId, this.#layout);
      button.style.left = `${Math.round(x)}px`;
      button.style.top = `${Math.round(y)}px`;
    }
    const stands = this.renderRoot.querySelector<HTMLElement>('.stands');
    const figure = this.renderRoot.querySelector('[data-figure=upstream].hold')?.getBoundingClientRect();
    if (stands === null || figure === undefined) return;
    const stage = this.stage.getBoundingClientRect();
    stands.style.left = `${figure.left - stage.left}px`;
    stands.style.top = `${figure.top - stage.top}px`;
    stands.style.width = `${figure.width}px`;
    stands.style.height = `${figure.height}px`;
  }

  #pick(mark: MarkId | undefined): void {
    if (mark === this.picked) return;
    this.picked = mark;
    this.dispatchEvent(new RiverPick(mark));
  }

  #onClick = (event: MouseEvent): void => {
    const part = (event.target as Element).closest<SVGElement>('[data-mark]')?.dataset['mark'];
    const under = part === undefined ? undefined : markOfPart(part, this.#markIds);
    const mark = this.#layout && isTouch(event) ? this.#touched(event, this.#layout, under) : under;
    if (mark !== undefined) this.at = mark;
    this.#pick(mark);
  };

  #touched(
    { clientX, clientY }: MouseEvent,
    layout: AnyLayout,
    under: MarkId | undefined,
  ): MarkId | undefined {
    const { left, top } = this.stage.getBoundingClientRect();
    return markTouched(clientX - left, clientY - top, layout, under);
  }

  /** Round the river: a finger comes to every mark this way too. */
  #onCardStep = ({ by }: CardStep): void => {
    const ids = this.#markIds;
    const next = (ids.indexOf(this.picked ?? this.at) + by + ids.length) % ids.length;
    this.at = ids[next]!;
    this.#pick(this.at);
  };

  #onMark = (event: Event): void => {
    this.#pick((event.currentTarget as HTMLElement).dataset['mark'] as MarkId);
  };

  #onMarkFocus = (event: Event): void => {
    this.at = (event.currentTarget as HTMLElement).dataset['mark'] as MarkId;
    this.ringed = true;
  };

  #onMarkBlur = (): void => {
    this.ringed = false;
  };

  #onMarkKey = (event: KeyboardEvent): void => {
    const here = this.#markIds.indexOf(this.at);
    const to = {
      ArrowRight: here + 1,
      ArrowDown: here + 1,
      ArrowLeft: here - 1,
      ArrowUp: here - 1,
      Home: 0,
      End: this.#markIds.length - 1,
    }[event.key];
    if (event.key === 'Escape') this.#pick(undefined);
    if (to === undefined) return;
    event.preventDefault();
    const next = this.#markIds[Math.min(this.#markIds.length - 1, Math.max(0, to))]!;
    this.renderRoot.querySelector<HTMLElement>(`li button[data-mark=${next}]`)?.focus();
  };

  #onClose = (): void => {
    this.#pick(undefined);
    this.renderRoot.querySelector<HTMLElement>(`li button[data-mark=${this.at}]`)?.focus();
  };

  #onCardKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#onClose();
  };

  #onGrip = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    this.#move(input.dataset['figure'] as FigureMove['group'], input.valueAsNumber, event.type === 'change');
  };

  #onGrab = (event: PointerEvent): void => {
    const figure = (event.target as Element).closest<SVGElement>('[data-figure]')?.dataset['figure'];
    if ((figure !== 'swim' && figure !== 'upstream') || this.movable[figure] === undefined) return;
    this.#held = figure;
    this.front.setPointerCapture(event.pointerId);
  };

  #onDrag = (event: PointerEvent): void => {
    if (this.#held) this.#move(this.#held, this.#ageAt(event.clientX, this.#held), false);
  };

  #onDrop = (event: PointerEvent): void => {
    if (this.#held) this.#move(this.#held, this.#ageAt(event.clientX, this.#held), true);
    this.#held = undefined;
  };

  /** The whole year of age under the pointer, as near as the figure may go. */
  #ageAt(clientX: number, group: FigureMove['group']): number {
    const px = clientX - this.front.getBoundingClientRect().left;
    const [from, to] = this.#rangeOf(group) ?? [0, oldest];
    return Math.min(to, Math.max(from, Math.round(px / (this.#layout?.frame.kx ?? 1))));
  }

  #move(group: FigureMove['group'], age: number, settled: boolean): void {
    this.helpers = { ...this.helpers, places: { ...this.helpers.places, [group]: age } };
    this.dispatchEvent(new FigureMove(group, age, settled));
  }
}

const isTouch = (event: MouseEvent): boolean =>
  event instanceof PointerEvent && event.pointerType === 'touch';

/** The reader has asked for less motion. */
export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

declare global {
  interface HTMLElementTagNameMap {
    'up-river-picture': UpRiverPicture;
  }
}
