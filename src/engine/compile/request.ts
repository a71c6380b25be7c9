import type { FixedMethod } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Layout } from './layout.ts';

/** What a kernel is made for. Values of parameters, the times and dt are given when it runs. */
export interface KernelRequest {
  readonly method: FixedMethod;
  readonly series: readonly VariableId[];
  /** Steps of the longest run that it is for: how far back it can remember. */
  readonly steps: number;
  /** Saved values per series. */
  readonly rows: number;
  /** Every step is saved, so that the kernel need not ask each time. */
  readonly saveEachStep: boolean;
  /** Sum what each flow moves, for the balance. */
  readonly totals: boolean;
  /** Stop at the first value that is not finite, and say which it was. Of a kernel of one run at a time only. */
  readonly watch: boolean;
  readonly sizes?: Partial<Sizes>;
}

/** Bounds on the size of functions, in bytes of code. */
export interface Sizes {
  /** A kernel whose main function would be about this large is split into several. */
  readonly whole: number;
  /** A function of a split kernel is closed when it has grown to this. */
  readonly part: number;
  /** Rows that a large kernel of one run has place for: it stops for them to be taken. */
  readonly rows: number;
  /** A kernel of one run of whose work at least this share can be done in pairs does it in pairs. */
  readonly paired: number;
  /** Of more series than this a packed kernel saves whole rows, as a large kernel does. */
  readonly series: number;
  /** So many equations of one shape, and the values of a sum, are carried out in a loop. */
  readonly loop: number;
}

/** Series that a packed kernel moves out of its rows; of more than these it holds some rows, as a large kernel does. */
export const mostSeries = 2048;

/** About how many bytes of code one part of an expression makes. */
export const bytesPerPart = 4;

export interface KernelCode {
  readonly module: Uint8Array<ArrayBuffer>;
  readonly layout: Layout;
  /** Address of the first series, or of the first row. */
  readonly series: number;
  /** Values from a series to the next, or from a row to the next. */
  readonly stride: number;
  /** Where each series is in a row, if the rows follow each other and not the series. */
  readonly byRow: Int32Array | undefined;
  /** Rows after which the kernel stops, to go on when they have been taken: as many as it has place for, or all. */
  readonly heldRows: number;
  /** What `run` takes before the number of steps, to begin or to go on after so many of them. */
  readonly begin: (steps: number) => readonly number[];
  /** The variables by the number that a watching kernel gives. */
  readonly watched: readonly VariableId[];
}
