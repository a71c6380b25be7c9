import { readCurve, readingCall } from './data-variables.ts';
import { atElements, lost } from './references.ts';
import { complain, isVensim } from './world.ts';
import type { Curve, Subscript } from '../../equation/dialects/term.ts';
import type { Expr, Span } from '../../model/expr.ts';
import type { Context, ElementEntry, VariableEntry } from './world.ts';

/** A graphical function of the model that is being made, and its points before shaping. */
export interface Table {
  readonly id: string;
  readonly curve: () => Curve;
}

/** The table behind an entry: its own points, or those that its formula goes through. Undefined if it has none. */
export function atTable(
  entry: VariableEntry,
  subscripts: readonly Subscript[] | undefined,
  span: Span,
  context: Context,
  use: (table: Table) => Expr,
): Expr | undefined {
  if (![...entry.elements.values()].some((e) => tableOf(e, context))) return undefined;
  return atElements(entry, subscripts, span, context, (element) => {
    const table = tableOf(element, context);
    if (table) return use(table);
    complain(context, span, 'needs-table', { name: entry.name });
    return lost;
  });
}

/** An element's graphical function; it may be made later than this is asked. */
function tableOf(element: ElementEntry, context: Context): Table | undefined {
  const { id, definition } = element;
  const { body } = definition;
  if (body.kind === 'curve') return { id, curve: () => body.curve };
  if (body.kind === 'formula' && body.curve) return { id: `${id}|curve`, curve: () => body.curve! };
  if (body.kind === 'data') return undefined;
  if (!readsTable(element, context)) return undefined;
  return { id, curve: () => externalCurve(element, context) ?? { x: [0], y: [NaN] } };
}

/** Whether a Vensim lookup takes its points from a file. */
export function readsTable(element: ElementEntry, context: Context): boolean {
  return isVensim(context) && readingCall(element, 'lookups') !== undefined;
}

export const externalCurve = (element: ElementEntry, context: Context): Curve | undefined =>
  readCurve(element, context);
