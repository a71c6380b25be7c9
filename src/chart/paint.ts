/** One SVG element of a drawing. `key` is its identity from one drawing to the next. */
export interface Shape {
  readonly key: string;
  readonly tag: 'path' | 'text' | 'rect' | 'line' | 'circle';
  /** Presentation attributes, not styles: a strict style policy lets them through, and exported files keep them. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

/** A straight line. */
export const lineShape = (
  key: string,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  attributes: Shape['attributes'],
): Shape => ({ key, tag: 'line', attributes: { x1, y1, x2, y2, ...attributes } });

/** One line of words; `y` is the foot of its letters. */
export const textShape = (
  key: string,
  x: number,
  y: number,
  text: string,
  attributes: Shape['attributes'],
): Shape => ({ key, tag: 'text', attributes: { x, y, ...attributes }, text });

/**
 * Size, weight and the widened spaces that go with it (style/tokens.css). Letters keep the font's own widths, so that
 * words take the room that was measured for them.
 */
export const typeset = (px: number, weight: number, fill: string): Shape['attributes'] => ({
  'font-size': px,
  'font-weight': weight,
  'text-rendering': 'geometricPrecision',
  'word-spacing': weight >= 600 ? '0.12em' : '0.06em',
  fill,
});

/** Keeps words readable where a line passes behind them. */
export const halo = (scale: number): Shape['attributes'] => ({
  stroke: 'var(--paper)',
  'stroke-width': 4 * scale,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
});

export const dashes = (dash: readonly number[], scale: number): string =>
  dash.map((d) => round(d * scale)).join(' ');

interface Painted {
  readonly node: SVGElement;
  shape: Shape;
}

const painted = new WeakMap<SVGSVGElement, Map<string, Painted>>();

/**
 * Makes the children of `svg` be these shapes, in this order. What is there already is kept and only changed
 * attributes are set, which is what makes a drawing cheap enough to follow a dragged lever.
 */
export function paint(svg: SVGSVGElement, shapes: readonly Shape[]): void {
  const before = painted.get(svg) ?? new Map<string, Painted>();
  const now = new Map<string, Painted>();
  for (const shape of shapes) {
    const kept = before.get(shape.key);
    const entry = kept?.shape.tag === shape.tag ? kept : create(shape);
    update(entry, shape, entry === kept);
    now.set(shape.key, entry);
  }
  // First what goes: else all that comes after it would have to move.
  for (const [key, entry] of before) if (now.get(key) !== entry) entry.node.remove();
  let place: ChildNode | null = svg.firstChild;
  for (const { node } of now.values()) {
    if (place === node) place = node.nextSibling;
    else svg.insertBefore(node, place);
  }
  painted.set(svg, now);
}

function create(shape: Shape): Painted {
  return { node: document.createElementNS('http://www.w3.org/2000/svg', shape.tag), shape };
}

function update(entry: Painted, shape: Shape, kept: boolean): void {
  const old = kept ? entry.shape.attributes : {};
  for (const name in shape.attributes) {
    const value = shape.attributes[name];
    if (value !== old[name]) entry.node.setAttribute(name, typeof value === 'number' ? round(value) : value!);
  }
  for (const name in old) if (!(name in shape.attributes)) entry.node.removeAttribute(name);
  if (shape.text !== undefined && entry.node.textContent !== shape.text) entry.node.textContent = shape.text;
  entry.shape = shape;
}

/**
 * A tenth of a pixel is enough for the eye and keeps paths short. Written as two whole numbers: a fraction takes three
 * times as long to write, and a chart that follows a lever has thousands.
 */
export function round(value: number): string {
  const tenths = Math.round(value * 10);
  const whole = Math.trunc(tenths / 10);
  const rest = Math.abs(tenths - whole * 10);
  if (!(rest > 0)) return String(tenths / 10);
  return `${tenths < 0 && whole === 0 ? '-' : ''}${whole}.${rest}`;
}
