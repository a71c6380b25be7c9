import type { DiagnosticArgs, DiagnosticCode } from '../base/diagnostic.ts';
import { listed } from './listed.ts';

/** A message to a person: what is wrong, and what to do about it. */
export interface Told {
  readonly words: string;
  readonly todo: string;
}

/** As many names of a ring as one reads. */
const MOST_NAMES = 12;

/** `a → b → a`; of a long ring its beginning and its end. */
export function round(ring: readonly string[]): string {
  const names = ring.length > MOST_NAMES ? [...ring.slice(0, MOST_NAMES - 2), '…', ring.at(-1)] : ring;
  return [...names, ring[0]].join(' → ');
}

/** As many things of a list as one reads. */
const MOST_LISTED = 6;

/** "a, b och c"; of a long list its beginning, and how many more there are: "a, b, c och 40 till". */
export function someOf(names: readonly string[], and: string, more: (count: number) => string): string {
  const rest = names.length - MOST_LISTED;
  return listed(rest > 1 ? [...names.slice(0, MOST_LISTED), more(rest)] : names, and);
}

export const told = (words: string, todo: string): Told => ({ words, todo });

/** Words for every code: a code without words does not compile. */
export type DiagnosticWords = { readonly [C in DiagnosticCode]: (args: DiagnosticArgs[C]) => Told };
