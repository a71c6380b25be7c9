import type { Link } from './structure.ts';
import type { Variable, VariableId } from './variable.ts';

/** A variable that is to be drawn, with the room that its words take, in px of the drawing. */
export interface DiagramNode {
  readonly id: VariableId;
  readonly kind: Variable['kind'];
  /** The name in lines. */
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends DiagramNode {
  /** Middle. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedLink extends Link {
  /** As the `d` of an SVG path. */
  readonly path: string;
}

/** A model's structure, or an excerpt of it, with a place for everything. */
export interface Diagram {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  readonly width: number;
  readonly height: number;
}
