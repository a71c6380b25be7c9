import type { DiagnosticArgs, DiagnosticCode } from '../base/diagnostic.ts';

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

export const told = (words: string, todo: string): Told => ({ words, todo });

/** Words for every code: a code without words does not compile. */
export type DiagnosticWords = { readonly [C in DiagnosticCode]: (args: DiagnosticArgs[C]) => Told };
