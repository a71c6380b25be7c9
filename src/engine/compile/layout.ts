import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { historiesOf } from '../history.ts';
import { knotsOf } from '../lookup.ts';
import type { Knot } from '../lookup.ts';
import type { Schedule } from '../schedule.ts';

export const doubleBytes = 8;
/** Pairs of doubles that lie across two lines of a processor's cache cost several times as much. */
const lineBytes = 64;
/** A knot is x, y and slope. */
export const knotBytes = 3 * doubleBytes;

/** A graphical function in memory: its knots, then knots with x = +∞ up to `held`, a power of two. */
export interface TableLayout {
  readonly address: number;
  readonly knots: readonly Knot[];
  readonly extrapolate: boolean;
  readonly held: number;
}

/**
 * Where a kernel keeps what it takes and gives: addresses in bytes, each the first of a row of items. An item is one
 * double for each run that the kernel carries out side by side.
 */
export interface Layout {
  /** Runs side by side. */
  readonly width: number;
  readonly parameters: number;
  readonly initials: number;
  readonly opening: number;
  readonly closing: number;
  readonly totals: number;
  /** Index and time of the first value that is not finite, in a kernel that watches. */
  readonly watch: number;
  readonly tables: ReadonlyMap<VariableId, TableLayout>;
  /** What is remembered: step k at slot k modulo the number of slots. */
  readonly histories: ReadonlyMap<VariableId, { readonly address: number; readonly slots: number }>;
  /** What comes after: values that are not in locals, then the series. */
  readonly end: number;
}

/**
 * @param steps of the longest run
 * @param width runs side by side
 */
export function layoutOf(checked: CheckedModel, schedule: Schedule, steps: number, width = 1): Layout {
  let end = 0;
  const align = width === 1 ? doubleBytes : lineBytes;
  const take = (items: number, doubles = width): number => {
    const address = Math.ceil(end / align) * align;
    end = address;
    end += items * doubles * doubleBytes;
    return address;
  };
  const stocks = checked.stocks.length;
  return {
    width,
    parameters: take(checked.parameters.length),
    initials: take(stocks),
    opening: take(stocks),
    closing: take(stocks),
    totals: take(schedule.flows.length),
    watch: take(2, 1),
    tables: new Map(
      checked.tables.map((table) => {
        const knots = knotsOf(table);
        const held = 2 ** Math.ceil(Math.log2(knots.length + 1));
        return [
          table.id,
          { address: take(held * 3, 1), knots, held, extrapolate: table.extrapolate === true },
        ];
      }),
    ),
    histories: new Map(
      [...historiesOf(checked)].map(([id, needed]) => {
        const slots = Math.min(needed, steps + 1);
        return [id, { address: take(slots), slots }];
      }),
    ),
    end,
  };
}
