import { childrenOf } from '../../equation/parts.ts';
import { RUN_NAMES } from '../../equation/names.ts';
import { Stop } from '../stop.ts';
import { num } from './build.ts';
import { complain, limits } from './world.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Context, ElementEntry, Made, Scope, World } from './world.ts';

/** `module.name[of the module,of the variable]`. The names of the run belong to the run, and `#` to the engine. */
export function idOf(world: World, scope: Scope, name: string, subscripts: readonly string[]): VariableId {
  const all = [...scope.around.map((b) => b.element), ...subscripts];
  const list = all.length === 0 ? '' : `[${all.map((s) => world.dimensions.display(s)).join(',')}]`;
  const id = `${scope.prefix}${name}${list}`;
  if ((RUN_NAMES as readonly string[]).includes(id)) return id.toUpperCase();
  return id.startsWith('#') ? `"${id}"` : id;
}

/** An id that no other variable has: hidden variables are named after the one they serve. */
export function hiddenId(context: Context, what: string): string {
  const { world, owner } = context;
  for (;;) {
    const count = (world.counts.get(owner) ?? 0) + 1;
    world.counts.set(owner, count);
    const id = `${owner}|${what} ${count}`;
    // A file that was written here has such names already.
    if (!world.elements.has(id)) return id;
  }
}

export function make(context: Context, id: string, made: MadeBody, hidden = true): void {
  const { world, definition } = context;
  if (world.made.size >= limits.variables) {
    if (world.made.size === limits.variables) {
      complain(context, { from: 0, to: 0 }, 'too-many', {
        what: 'variables',
        count: limits.variables + 1,
        limit: limits.variables,
      });
      world.made.set('|too many', { kind: 'aux', expr: num(0), definition, hidden: true });
    }
    return;
  }
  if (made.kind !== 'table') count(made.kind === 'stock' ? made.initial : made.expr, world);
  world.made.set(id, { ...made, definition, hidden });
}

/** What functions use twice of what functions use twice is written once, and computed as often as it is met. */
function count(expr: Expr, world: World): void {
  if (++world.parts > limits.parts) throw new Stop();
  if (expr.kind === 'number' || expr.kind === 'ref') return;
  for (const child of childrenOf(expr)) count(child, world);
}

type Without<T> = T extends unknown ? Omit<T, 'definition' | 'hidden'> : never;
type MadeBody = Without<Made>;

/** Where an element's equation is expanded. */
export function contextOf(
  world: World,
  { id, definition, bindings, subscripts, scope }: ElementEntry,
): Context {
  const { source } = definition;
  return { world, scope, owner: id, definition, source, bindings, left: subscripts, loops: new Map() };
}
