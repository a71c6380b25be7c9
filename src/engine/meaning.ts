import { must } from '../base/assert.ts';
import { builtins } from '../equation/builtins/index.ts';
import type { Meaning } from '../equation/builtins/builtin.ts';
import { pow } from '../numeric/numeric.ts';

const power: Meaning = (o, [base, exponent]) => pow(o, base!, exponent!);

/** What a function of the equation language, or `^`, computes from its arguments. */
export function meaningOf(fn: string): Meaning {
  return fn === '^' ? power : must(builtins.get(fn), fn).meaning;
}
