import { readCurve, readingCall } from './data-variables.ts';
import { atElements, lost } from './references.ts';
import { complain, isVensim } from './world.ts';
import type { Curve, Subscript } from '../../equation/dialects/term.ts';
import type { Expr, Span } from '../../model/expr.ts';
import type { CurveShape } from '../foreign/foreign-model.ts';
import type { Context, ElementEntry, VariableEntry } from './world.ts';

/** A graphical function of the model that is being made, and its points before shaping. */
export interface Table {
  readonly id: string;
  readonly curve: () => Curve;
  readonly shape: CurveShape;
}

/** The table behind an entry: its own points, or those that its formula goes through. Undefined if it has none. */
export function atTable(
  entry: VariableEntry,
  subscripts: readonly Subscript[] | undefined,
  span: Span,
  context: Context,
  use: (table: Table) => Expr,
): Expr | undefined {
  if (!hasTable(entry, context)) return undefined;
  return atElements(entry, subscripts, span, context, (element) => {
    const table = tableOf(element, context);
    if (table) return use(table);
    complain(context, span, 'needs-table', { name: entry.name });
    return lost;
  });
}

export const hasTable = ({ elements }: VariableEntry, context: Context): boolean =>
  [...elements.values()].some((e) => tableOf(e, context));

/** An element's graphical function; it may be made later than this is asked. */
function tableOf(element: ElementEntry, context: Context): Table | undefined {
  const { id, definition } = element;
  const { body } = definition;
  if (body.kind === 'curve') return { id, curve: () => body.curve, shape: body.shape };
  if (body.kind === 'formula' && body.curve)
    return { id: `${id}|curve`, curve: () => body.curve!, shape: body.shape ?? 'continuous' };
  if (body.kind === 'data') return undefined;
  if (!readsTable(element, context)) return undefined;
  return { id, curve: () => externalCurve(element, context) ?? { x: [0], y: [NaN] }, shape: 'continuous' };
}

/** Whether a Vensim lookup takes its points from a file. */
export function readsTable(element: ElementEntry, context: Context): boolean {
  return isVensim(context) && readingCall(element, 'lookups') !== undefined;
}

export const externalCurve = (element: ElementEntry, context: Context): Curve | undefined =>
  readCurve(element, context);
