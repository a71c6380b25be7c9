import { error } from '../../base/diagnostic.ts';
import { eachPart } from '../../equation/parts.ts';
import { builtins } from '../../equation/builtins/index.ts';
import { DT, START, STEP_TIME, call, div, eq, iff, num, past, ref, sub } from './build.ts';
import { replaceNames } from './replace.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { World } from './world.ts';

const STEP = call('round', div(sub(STEP_TIME, START), DT));

/** What a value was when the last step of so many began; it is of the variable that remembers it. */
const heldFor = (own: VariableId, every: number, value: Expr): Expr =>
  iff(eq(call('mod', STEP, num(every)), num(0)), value, past(own, num(1), num(0)));

/**
 * Modules that take more than one step while the model around them takes one (XMILE 3.7.4, normal mode): the run has the
 * shortest step of all. What takes longer ones keeps its flows from one of them to the next, and shorter ones see it as it
 * was when its last step began. Under a method with stages all take the shortest steps, which is told where the file is
 * read: only what counts steps would then be another.
 */
export function keepOwnSteps(world: World): void {
  if (![...world.steps.values()].some((every) => every > 1)) return;
  const prefixes = [...world.steps.keys()].toSorted((a, b) => b.length - a.length);
  const everyOf = (id: VariableId): number =>
    world.steps.get(prefixes.find((prefix) => id.startsWith(prefix)) ?? '') ?? 1;
  const seen = new Map<VariableId, VariableId>();
  /** How a variable looks to what takes shorter steps. */
  const outside = (id: VariableId): VariableId => {
    const before = seen.get(id);
    if (before !== undefined) return before;
    const held = `${id}|held for a step`;
    seen.set(id, held);
    const { definition } = world.made.get(id)!;
    world.made.set(held, {
      kind: 'aux',
      expr: heldFor(held, everyOf(id), ref(id)),
      definition,
      hidden: true,
    });
    return held;
  };
  for (const [id, made] of [...world.made]) {
    if (made.kind === 'table' || made.kind === 'stock') continue;
    const every = everyOf(id);
    if (every > 1 && countsSteps(made.expr)) {
      const what = `${id}: DT, PREVIOUS, DELAY… (<sim_specs>)`;
      world.report(error('not-supported', { what }, { ...made.definition.place, variable: id }));
    }
    if (world.foreign.specs.method !== 'euler') continue;
    const expr = replaceNames(made.expr, (name, span) => {
      const other = world.made.get(name);
      const longer = other !== undefined && other.kind !== 'table' && everyOf(name) > every;
      const changes = longer && !(other.kind === 'aux' && other.expr.kind === 'number');
      return ref(changes ? outside(name) : name, span);
    });
    const kept = made.kind === 'flow' && every > 1 ? heldFor(id, every, expr) : expr;
    if (kept !== made.expr) world.made.set(id, { ...made, expr: kept });
  }
}

/** Whether an equation goes by the steps of the run, which are not its own. */
function countsSteps(expr: Expr): boolean {
  let found = false;
  eachPart(expr, (part) => {
    found ||=
      part.kind === 'past' ||
      (part.kind === 'ref' && part.name === 'dt') ||
      (part.kind === 'call' && builtins.get(part.fn)?.given?.includes('draw') === true);
  });
  return found;
}
