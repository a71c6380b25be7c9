import { namesIn } from '../../equation/parts.ts';
import { abs, add, both, call, div, iff, le, lt, mul, num, past, ref, sub, sum } from './build.ts';
import { inverse } from './inverse.ts';
import { hiddenId, make } from './making.ts';
import { replaceNames } from './replace.ts';
import { toolsOf } from './tools.ts';
import { complain } from './world.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { WaitingLoop, World } from './world.ts';

const [zero, one] = [num(0), num(1)];

/** How often a loop is gone round as it is, and then by leaps; how often a zero is drawn nearer to. */
const [PLAIN, LEAPS, NEWTON] = [4, 7, 9];
/** What is left open counts as none below this, in units of what is looked for. */
const NEAR = num(1e-6);
/** Most variables of one loop, and most values that are looked for together. */
const [MOST_ON_LOOP, MOST_UNKNOWN] = [500, 12];

/**
 * Breaks the loops that a file says how to solve: what stands on them is written out once more for each round, from the
 * solution of the step before. So the run knows of no loops, and kernels and oracle do the same.
 */
export function solveLoops(world: World): void {
  for (const loop of world.loops) solve(world, loop);
}

function solve(world: World, loop: WaitingLoop): void {
  const { unknowns, start, context } = loop;
  const tools = toolsOf(context);
  const before = unknowns.map((id, i) => past(id, one, tools.frozen(start[i]!)));
  const evaluate = roundsOf(world, loop);
  if (!evaluate) return;
  const solution =
    loop.kind === 'repeat'
      ? repeated(evaluate, before[0]!, tools.aux)
      : zeroed(evaluate, loop, before, tools.aux);
  unknowns.forEach((id, i) => tools.define(id, solution[i]!));
}

type Evaluate = (guess: readonly Expr[]) => readonly Expr[];
type Aux = (what: string, expr: Expr) => Expr;

/** What a loop gives for a guess; undefined after a complaint. */
function roundsOf(world: World, { unknowns, results, context }: WaitingLoop): Evaluate | undefined {
  const place = new Map(unknowns.map((id, i) => [id, i]));
  const onLoop = between(world, unknowns, results);
  if (onLoop.size > MOST_ON_LOOP) {
    const args = { what: 'on-loop', count: onLoop.size, limit: MOST_ON_LOOP } as const;
    complain(context, { from: 0, to: 0 }, 'too-many', args);
    return undefined;
  }
  return (guess) => {
    const copies = new Map<VariableId, VariableId>();
    const copied = (expr: Expr): Expr =>
      replaceNames(expr, (name, span) => {
        const i = place.get(name);
        if (i !== undefined) return guess[i]!;
        return ref(onLoop.has(name) ? copyOf(name) : name, span);
      });
    const copyOf = (id: VariableId): VariableId => {
      const known = copies.get(id);
      if (known !== undefined) return known;
      const copy = hiddenId(context, 'round');
      copies.set(id, copy);
      const made = world.made.get(id);
      if (made && (made.kind === 'aux' || made.kind === 'flow'))
        make(context, copy, { kind: 'aux', expr: copied(made.expr) });
      return copy;
    };
    return results.map(copied);
  };
}

/** The variables by which results hang on what is looked for. */
function between(
  world: World,
  unknowns: readonly VariableId[],
  results: readonly Expr[],
): ReadonlySet<VariableId> {
  const readers = new Map<VariableId, VariableId[]>();
  const reached = new Set<VariableId>(results.flatMap((expr) => [...namesIn(expr)]));
  // A set is walked in the order of insertion, what is added on the way included.
  for (const id of reached) {
    const made = world.made.get(id);
    if (made?.kind !== 'aux' && made?.kind !== 'flow') continue;
    for (const name of namesIn(made.expr)) {
      reached.add(name);
      const of = readers.get(name);
      if (of) of.push(id);
      else readers.set(name, [id]);
    }
  }
  const found = new Set<VariableId>();
  const walk = [...unknowns];
  for (const id of walk)
    for (const reader of readers.get(id) ?? [])
      if (!found.has(reader)) {
        found.add(reader);
        walk.push(reader);
      }
  return found;
}

/** Goes round until nothing changes any more: some rounds as they are, then each two with the leap that they show. */
function repeated(evaluate: Evaluate, from: Expr, aux: Aux): readonly Expr[] {
  const round = (guess: Expr): Expr => aux('guess', evaluate([guess])[0]!);
  let guess = aux('guess', from);
  for (let i = 0; i < PLAIN; i++) guess = round(guess);
  for (let i = 0; i < LEAPS; i++) {
    const next = round(guess);
    const after = round(next);
    const [step, bend] = [
      aux('step', sub(next, guess)),
      aux('bend', add(sub(after, add(next, next)), guess)),
    ];
    const leap = sub(guess, div(mul(step, step), iff(lt(zero, abs(bend)), bend, one)));
    // Without a bend there is nothing to leap over.
    const near = mul(num(1e-13), add(one, abs(after)));
    guess = aux('guess', iff(lt(near, abs(bend)), leap, after));
  }
  const last = round(guess);
  return [iff(le(abs(sub(last, guess)), mul(NEAR, add(one, abs(last)))), last, num(NaN))];
}

/** Newton's method for several values together; slopes are taken over a small difference. */
function zeroed(
  evaluate: Evaluate,
  { scales, tolerance }: Extract<WaitingLoop, { kind: 'zero' }>,
  from: readonly Expr[],
  aux: Aux,
): readonly Expr[] {
  let guess = from.map((x) => aux('guess', x));
  const valuesAt = (at: readonly Expr[]): readonly Expr[] => evaluate(at).map((z) => aux('value', z));
  for (let i = 0; i < NEWTON; i++) {
    const values = valuesAt(guess);
    const steps = guess.map((x, j) =>
      aux('difference', mul(num(1e-7), call('max', abs(x), div(one, abs(scales.x[j]!))))),
    );
    const slopes = guess.map((_, j) =>
      valuesAt(guess.map((x, k) => (j === k ? add(x, steps[j]!) : x))).map((z, k) =>
        div(sub(z, values[k]!), steps[j]!),
      ),
    );
    const matrix = values.map((_, row) => slopes.map((column) => column[row]!));
    const back = inverse(aux, matrix);
    guess = guess.map((x, row) => aux('guess', sub(x, sum(back[row]!.map((b, k) => mul(b, values[k]!))))));
  }
  const open = evaluate(guess).map((z, i) => le(abs(mul(z, scales.z[i]!)), call('max', NEAR, tolerance)));
  const done = aux('found', open.reduce(both));
  return guess.map((x) => iff(done, x, num(NaN)));
}

export const mostUnknown = MOST_UNKNOWN;
