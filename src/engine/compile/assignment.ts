import { assert } from '../../base/assert.ts';
import { childrenOf } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { Joint } from './joins.ts';

/**
 * `name` takes the value of an expression. Lists of assignments say what `statements.ts` writes one after the other,
 * for parts of it to be carried out side by side. In a list each name is assigned once, before others read it; a name
 * that is read in its own assignment has the value from before.
 */
export interface Assignment {
  readonly name: string;
  readonly value: Expr;
  /** The names in it, some perhaps twice. */
  readonly reads: readonly string[];
  /** The same for expressions that differ in names and numbers alone; undefined if two cannot be computed at a time. */
  readonly shape: number | undefined;
  /** How many parts the expression has. */
  readonly parts: number;
  /** Whether there are functions or powers in it. */
  readonly calls: boolean;
  /** The value is what becomes of these, joined in pairs, then the pairs, and so on. */
  readonly fold?: Fold;
}

export interface Fold {
  readonly like: Joint;
  readonly names: readonly string[];
}

export type Leaf = Extract<Expr, { kind: 'number' | 'ref' }>;

/** Shapes by what they are made of: a word, or a shape and the next part's. Those of several models have much in common. */
const words = new Map<string, number>();
const pairs = new Map<number, number>();
/** Shapes that are kept. They are numbered on, so that a number never means two. */
const mostKept = 1_000_000;
let numbered = 1;
/** A name or a number. */
const leaf = 0;
/** Of shapes that are put together in one number. */
const mostShapes = 2 ** 26;

function known<K>(shapes: Map<K, number>, key: K): number {
  let shape = shapes.get(key);
  if (shape === undefined) {
    if (shapes.size >= mostKept) shapes.clear();
    assert(numbered < mostShapes, 'fewer shapes');
    shape = numbered++;
    shapes.set(key, shape);
  }
  return shape;
}

const alone = -1;
const withPart = (shape: number, part: number): number =>
  shape === alone || part === alone ? alone : known(pairs, shape * mostShapes + part);

/** What has been seen of the expression that is looked at. */
let reads: string[] = [];
let parts = 0;
let calls = false;

function shapeOf(expr: Expr): number {
  parts++;
  switch (expr.kind) {
    case 'number':
      return leaf;
    case 'ref':
      reads.push(expr.name);
      return leaf;
    case 'binary':
      if (expr.op === '^') calls = true;
      return withPart(withPart(known(words, expr.op), shapeOf(expr.left)), shapeOf(expr.right));
    default: {
      if (expr.kind === 'call') calls = true;
      let shape =
        expr.kind === 'past' ? alone : known(words, expr.kind === 'call' ? `${expr.fn}()` : expr.kind);
      for (const child of childrenOf(expr)) shape = withPart(shape, shapeOf(child));
      return shape;
    }
  }
}

export function assignment(name: string, value: Expr): Assignment {
  [reads, parts, calls] = [[], 0, false];
  const shape = shapeOf(value);
  return { name, value, reads, shape: shape === alone ? undefined : shape, parts, calls };
}
