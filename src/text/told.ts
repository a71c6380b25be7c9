import type { DiagnosticArgs, DiagnosticCode } from '../base/diagnostic.ts';

/** A message to a person: what is wrong, and what to do about it. */
export interface Told {
  readonly words: string;
  readonly todo: string;
}

export const told = (words: string, todo: string): Told => ({ words, todo });

/** Words for every code: a code without words does not compile. */
export type DiagnosticWords = { readonly [C in DiagnosticCode]: (args: DiagnosticArgs[C]) => Told };
