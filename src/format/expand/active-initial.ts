import { namesIn } from '../../equation/parts.ts';
import { ref } from './build.ts';
import { replaceNames } from './replace.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { World } from './world.ts';

/**
 * Gives initial values their own way around ACTIVE INITIAL: what they are worked out from is written a second time with
 * the initial expressions in place, so that the run knows nothing of two meanings.
 */
export function separateInitials(world: World): void {
  if (world.activeInitials.size === 0) return;
  const substitutes = new Map<VariableId, VariableId>();

  /** The name to use at the start instead of `id`: its own, if nothing in it is active. */
  function atStart(id: VariableId): VariableId {
    const known = substitutes.get(id);
    if (known !== undefined) return known;
    substitutes.set(id, id);
    const made = world.made.get(id);
    if (made?.kind !== 'aux' && made?.kind !== 'flow') return id;
    const active = world.activeInitials.get(id);
    const expr = active ?? made.expr;
    const changed = new Map([...namesIn(expr)].map((name) => [name, atStart(name)]));
    if (!active && [...changed].every(([name, other]) => name === other)) return id;
    const substitute = `${id}|at start`;
    substitutes.set(id, substitute);
    world.made.set(substitute, { ...made, kind: 'aux', expr: rename(expr), hidden: true });
    return substitute;
  }

  const rename = (expr: Expr): Expr => replaceNames(expr, (name, span) => ref(atStart(name), span));

  for (const [id, made] of [...world.made]) {
    if (made.kind === 'stock') world.made.set(id, { ...made, initial: rename(made.initial) });
  }
}
