import { must } from '../base/assert.ts';
import { measureFor, type Measure } from '../chart/measure.ts';
import { paint, type Shape } from '../chart/paint.ts';
import { DotPlate, type Color } from '../chart/river/dot-plate.ts';
import { dotRadius } from '../chart/river/draw-dots.ts';
import type { Tone } from '../chart/river/graph.ts';
import { shapesFor, type AnyPicture } from '../chart/river/picture.ts';
import { placeOf } from '../chart/river/mark-places.ts';
import { createMotion } from '../chart/river/motion.ts';
import type { MarkId } from '../chart/river/marks.ts';
import type { AnyLayout } from '../chart/river/any-layout.ts';

/** ms that the moving dots take to give way to the still ones. */
const settle = 200;

/**
 * ms between two drawings of the shores while time passes. Dots move at every frame; the water's widths change by parts
 * of a pixel from frame to frame, and drawing them anew takes most of a frame.
 */
const shoresEvery = 45;

/** ms after which a theme that has changed meanwhile is seen in the moving dots. */
const colorsEvery = 500;

/** Paints the river, still or moving. In the still picture dots are SVG; moving ones are on a canvas between the layers. */
export class RiverPainter {
  readonly #water: SVGSVGElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #front: SVGSVGElement;
  /** One element per tone, whose text colour is the dots' colour. */
  readonly #tones: Readonly<Record<Tone, Element>>;
  readonly #motion = createMotion(7);
  /** Nothing is read back: this keeps it where its pixels are put. */
  readonly #context: CanvasRenderingContext2D | null;
  readonly #colors: Record<Tone, Color> = { 'on-track': [0, 0, 0], risk: [0, 0, 0], outside: [0, 0, 0] };
  #colorsAt = -Infinity;
  #plate: DotPlate | undefined;
  #image: ImageData | undefined;
  #measure: Measure | undefined;
  /** The shores as last drawn while time passes, and when. */
  #shores: { readonly layout: AnyLayout; readonly ring: MarkId | undefined; readonly at: number } | undefined;
  #moving = false;

  /** `root` holds `.water`, `canvas` and `.front` from back to front, and an element of each tone's class. */
  constructor(root: ParentNode) {
    const find = (selector: string): Element => must(root.querySelector(selector) ?? undefined, selector);
    this.#water = find('.water') as SVGSVGElement;
    this.#canvas = find('canvas') as HTMLCanvasElement;
    this.#context = this.#canvas.getContext('2d', { willReadFrequently: true });
    this.#front = find('.front') as SVGSVGElement;
    this.#tones = { 'on-track': find('.on-track'), risk: find('.risk'), outside: find('.outside') };
  }

  /** Forgets the widths of words: call when the font has come. */
  forgetWidths(): void {
    this.#measure = undefined;
  }

  /** The picture at rest. `ring` is the mark that the keyboard is at or whose card is open. */
  still(picture: AnyPicture, ring: MarkId | undefined): AnyLayout {
    const { layout, water, dots, front } = this.#shapes(picture);
    paint(this.#water, [...water, ...dots()]);
    paint(this.#front, [...front, ...ringShapes(ring, layout)]);
    this.#shores = undefined;
    if (this.#moving) this.#rest();
    return layout;
  }

  /** The picture after some more years have passed; when `held`, the shores stay as they were last drawn. */
  move(picture: AnyPicture, years: number, ring: MarkId | undefined, held: boolean): AnyLayout {
    const now = performance.now();
    const { width, height } = picture.frame.size;
    const known = this.#shores;
    const drawn = known?.layout.frame.size;
    const fresh = known !== undefined && (held || now - known.at < shoresEvery);
    if (!fresh || known.ring !== ring || drawn?.width !== width || drawn.height !== height) {
      const { layout, water, front } = this.#shapes(picture);
      paint(this.#water, water);
      paint(this.#front, [...front, ...ringShapes(ring, layout)]);
      this.#shores = { layout, ring, at: now };
    }
    const { layout } = must(this.#shores, 'shores');
    if (!this.#moving) this.#motion.reset(layout, picture.moment.now);
    if (!this.#moving || (!held && now - this.#colorsAt > colorsEvery)) {
      this.#readColors();
      this.#colorsAt = now;
    }
    this.#moving = true;
    this.#motion.step(layout, picture.moment.now, years);
    this.#paintDots(layout);
    return layout;
  }

  #shapes(picture: AnyPicture): ReturnType<typeof shapesFor> {
    this.#measure ??= measureFor(this.#front);
    return shapesFor(picture, this.#measure);
  }

  #paintDots(layout: AnyLayout): void {
    const { width, height } = layout.frame.size;
    const sharp = Math.min(2, devicePixelRatio);
    const [w, h] = [Math.round(width * sharp), Math.round(height * sharp)];
    const r = dotRadius(layout) * sharp;
    const canvas = this.#canvas;
    if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
    if (this.#plate?.fits(w, h, r) !== true) {
      this.#plate = new DotPlate(w, h, r);
      this.#image = new ImageData(this.#plate.data, w, h);
    }
    const plate = this.#plate;
    const colors = this.#colors;
    plate.clear();
    this.#motion.each(layout, (x, y, tone) => plate.put(x * sharp, y * sharp, colors[tone]));
    if (this.#image) this.#context?.putImageData(this.#image, 0, 0);
  }

  /** Asking for a colour has the page's styles worked out: not in every frame. */
  #readColors(): void {
    const context = this.#context;
    if (!context) return;
    for (const tone of Object.keys(this.#tones) as Tone[]) {
      context.fillStyle = getComputedStyle(this.#tones[tone]).color;
      // As a canvas tells it: `#rrggbb`.
      const value = parseInt(context.fillStyle.slice(1), 16);
      this.#colors[tone] = [value >> 16, (value >> 8) & 255, value & 255];
    }
  }

  #rest(): void {
    const canvas = this.#canvas;
    this.#moving = false;
    const clear = (): void => {
      if (!this.#moving) this.#context?.clearRect(0, 0, canvas.width, canvas.height);
    };
    canvas.animate([{ opacity: 1 }, { opacity: 0 }], settle).finished.then(clear, clear);
  }
}

/** A ring round a mark: its outline, or both sides of a stream. */
function ringShapes(mark: MarkId | undefined, layout: AnyLayout): readonly Shape[] {
  if (mark === undefined) return [];
  const { d, width } = placeOf(mark, layout);
  const { scale } = layout.frame.size;
  const stroke = { fill: 'none', stroke: 'var(--focus)', 'stroke-linejoin': 'round' };
  if (width === undefined)
    return [{ key: 'ring', tag: 'path', attributes: { d, ...stroke, 'stroke-width': 3 * scale } }];
  return [
    {
      key: 'ring',
      tag: 'path',
      attributes: { d, ...stroke, 'stroke-width': width + 6 * scale, 'stroke-opacity': 0.45 },
    },
  ];
}
