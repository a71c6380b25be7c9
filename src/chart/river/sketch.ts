import { px } from './body.ts';
import { typeset, type Shape } from '../paint.ts';

type Attributes = Shape['attributes'];

/** Shapes in drawing order, from back to front. */
export interface Sketch {
  readonly shapes: Shape[];
  /** px at text scale 1 to px. */
  readonly scale: number;
  fill(key: string, d: string, color: string, more?: Attributes): void;
  stroke(key: string, d: string, color: string, width: number, more?: Attributes): void;
  circle(key: string, x: number, y: number, r: number, more: Attributes): void;
  text(key: string, x: number, y: number, words: string, style: TextStyle): void;
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly color?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** The colour behind the words: drawn around them so that dots and lines do not touch the letters. */
  readonly halo?: string;
  /** How wide that is, half of it on each side of a letter's edge. */
  readonly haloWidth?: number;
}

export function sketch(scale: number): Sketch {
  const shapes: Shape[] = [];
  const add = (key: string, tag: Shape['tag'], attributes: Attributes, text?: string): void => {
    shapes.push(text === undefined ? { key, tag, attributes } : { key, tag, attributes, text });
  };
  return {
    shapes,
    scale,
    fill: (key, d, color, more) => add(key, 'path', { d, fill: color, ...more }),
    stroke: (key, d, color, width, more) =>
      add(key, 'path', { d, fill: 'none', stroke: color, 'stroke-width': px(width), ...more }),
    circle: (key, x, y, r, more) => add(key, 'circle', { cx: px(x), cy: px(y), r: px(r), ...more }),
    text(key, x, y, words, style) {
      const { size = 13, weight = 400, color = 'var(--ink)', anchor = 'start', halo, haloWidth = 4 } = style;
      add(
        key,
        'text',
        {
          x: px(x),
          y: px(y),
          ...typeset(size * scale, weight, color),
          'text-anchor': anchor,
          ...(halo && {
            stroke: halo,
            'stroke-width': haloWidth * scale,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }),
        },
        words,
      );
    },
  };
}
