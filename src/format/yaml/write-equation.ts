import { withChildren } from '../../equation/parts.ts';
import { print } from '../../equation/print.ts';
import { SEED, isRunName } from '../../equation/names.ts';
import { num } from '../expand/build.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';

/** An equation in our own language, with other names. What is drawn by the run's seed is drawn by the seed 0. */
export function equationText(expr: Expr, nameOf: (id: VariableId) => string): string {
  return print(own(expr));

  function own(e: Expr): Expr {
    switch (e.kind) {
      case 'number':
        return finite(e.value);
      case 'ref':
        if (e.name === SEED) return num(0);
        return isRunName(e.name) ? e : { ...e, name: nameOf(e.name) };
      case 'past':
        return {
          ...e,
          name: isRunName(e.name) ? e.name : nameOf(e.name),
          steps: own(e.steps),
          initial: own(e.initial),
        };
      case 'lookup':
        return { ...e, table: nameOf(e.table), x: own(e.x) };
      default:
        return withChildren(e, own);
    }
  }
}

/** Numbers that are written as they are worked out: what is beyond all numbers, and what is none. */
function finite(value: number): Expr {
  if (Object.is(value, -0)) return { kind: 'negate', arg: num(0), span: num(0).span };
  if (Number.isFinite(value)) return num(value);
  const [left, right] = [num(Number.isNaN(value) ? 0 : Math.sign(value)), num(0)];
  return { kind: 'binary', op: '/', left, right, at: 0, span: left.span };
}
