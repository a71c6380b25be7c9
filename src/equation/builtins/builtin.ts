import type { Ops } from '../../numeric/ops.ts';
import type { RunName } from '../names.ts';

/** What a function computes, once for the oracle and every kind of kernel. */
export type Meaning = <V, M, I>(o: Ops<V, M, I>, args: readonly V[]) => V;

/** What a function asks of its arguments' units, and the unit of its value. */
export type UnitRule =
  /** All arguments have one unit, which is the value's. */
  | { readonly kind: 'alike' }
  /** Neither arguments nor value have a unit. */
  | { readonly kind: 'none' }
  /** One argument with any unit, which is raised to `exponent`. */
  | { readonly kind: 'power'; readonly exponent: number }
  /** The first argument has any unit, the others are times; the value is the first times a time to `power`. */
  | { readonly kind: 'timed'; readonly power: 0 | 1 };

/**
 * What the run adds to a call: one of its names, or a number from 0 up to 1 that is drawn once a step, from a stream of
 * this call's own.
 */
export type Given = RunName | 'draw';

export interface Example {
  readonly args: readonly number[];
  /** For functions that are given a draw. */
  readonly draw?: number;
  /** For functions that are given the time; their `dt` is then 1. */
  readonly time?: number;
  readonly value: number;
}

/** A function of the equation language: all that the checks, the engine and the help page know of it. */
export interface Builtin {
  readonly name: string;
  /** Fewest and most arguments that an author writes; most is Infinity where there is no bound. */
  readonly arity: readonly [min: number, max: number];
  /** What the run adds before the arguments that the author wrote. */
  readonly given?: readonly Given[];
  readonly units: UnitRule;
  readonly meaning: Meaning;
  readonly about: { readonly sv: string; readonly en: string };
  readonly examples: readonly Example[];
}
