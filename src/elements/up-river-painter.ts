import { must } from '../base/assert.ts';
import { measureFor, type Measure } from '../chart/measure.ts';
import { paint, type Shape } from '../chart/paint.ts';
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

/** Paints the river, still or moving. In the still picture dots are SVG; moving ones are on a canvas between the layers. */
export class RiverPainter {
  readonly #water: SVGSVGElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #front: SVGSVGElement;
  /** One element per tone, whose text colour is the dots' colour. */
  readonly #tones: Readonly<Record<Tone, Element>>;
  readonly #motion = createMotion(7);
  #measure: Measure | undefined;
  /** The shores as last drawn while time passes, and when. */
  #shores: { readonly layout: AnyLayout; readonly ring: MarkId | undefined; readonly at: number } | undefined;
  #moving = false;

  /** `root` holds `.water`, `canvas` and `.front` from back to front, and an element of each tone's class. */
  constructor(root: ParentNode) {
    const find = (selector: string): Element => must(root.querySelector(selector) ?? undefined, selector);
    this.#water = find('.water') as SVGSVGElement;
    this.#canvas = find('canvas') as HTMLCanvasElement;
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
    if (!this.#moving) {
      this.#motion.reset(layout, picture.moment.now);
      this.#moving = true;
    }
    this.#motion.step(layout, picture.moment.now, years);
    this.#paintDots(layout);
    return layout;
  }

  #shapes(picture: AnyPicture): ReturnType<typeof shapesFor> {
    this.#measure ??= measureFor(this.#front);
    return shapesFor(picture, this.#measure);
  }

  #paintDots(layout: AnyLayout): void {
    const canvas = this.#canvas;
    const { width, height } = layout.frame.size;
    const sharp = Math.min(2, devicePixelRatio);
    const [w, h] = [Math.round(width * sharp), Math.round(height * sharp)];
    if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, width, height);
    const r = dotRadius(layout);
    const places: Record<Tone, number[]> = { 'on-track': [], risk: [], outside: [] };
    this.#motion.each(layout, (x, y, tone) => places[tone].push(x, y));
    // Circle by circle: browsers draw a single circle faster than a path of many.
    for (const [tone, at] of Object.entries(places) as [Tone, number[]][]) {
      context.fillStyle = getComputedStyle(this.#tones[tone]).color;
      for (let i = 0; i < at.length; i += 2) {
        context.beginPath();
        context.arc(at[i]!, at[i + 1]!, r, 0, 2 * Math.PI);
        context.fill();
      }
    }
  }

  #rest(): void {
    const canvas = this.#canvas;
    this.#moving = false;
    const clear = (): void => {
      if (!this.#moving) canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
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
