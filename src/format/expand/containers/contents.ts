import { DT, div, num, ref } from '../build.ts';
import { valueAtStart, valueThroughout } from '../constant-value.ts';
import { shaped } from '../curves.ts';
import { complain } from '../world.ts';
import { contextOf } from '../making.ts';
import type { Expr, Span } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { Context, ElementEntry } from '../world.ts';

/** The variable that holds what stands on a conveyor's slat as a step begins; 0 is the exit. */
export const slatId = (conveyor: VariableId, slat: number): VariableId => `${conveyor}|on slat ${slat + 1}`;

/**
 * What a conveyor holds, piece by piece, from the exit, or the heights of a graphical function's points (XMILE 3.7):
 * undefined for any other variable.
 */
export function piecesOf(element: ElementEntry, span: Span, context: Context): readonly Expr[] | undefined {
  const { body } = element.definition;
  if (body.kind === 'curve') return shaped(body.curve, 'continuous').curve.y.map((y) => num(y, span));
  if (body.kind !== 'stock' || !body.conveyor) return undefined;
  const unknown = (what: string): readonly Expr[] => {
    complain(context, span, 'not-supported', { what });
    return [num(NaN)];
  };
  const own = contextOf(context.world, element);
  const { term, source } = body.conveyor.length;
  const length = context.world.rules.lower(term, { ...own, source });
  const steps = valueAtStart(div(length, DT), own);
  if (steps === undefined || valueThroughout(length, own) === undefined)
    return unknown(`<conveyor> ${element.id}[…]`);
  return Array.from({ length: Math.max(1, Math.round(steps)) }, (_, i) => ref(slatId(element.id, i), span));
}
