import { assert } from '../../base/assert.ts';
import { arithmetic } from './arithmetic.ts';
import { elementary } from './elementary.ts';
import { random } from './random.ts';
import { timed } from './timed.ts';
import { trigonometric } from './trigonometric.ts';
import type { Builtin } from './builtin.ts';

/** Every function of the equation language, by name. */
export const builtins: ReadonlyMap<string, Builtin> = register([
  ...arithmetic,
  ...elementary,
  ...trigonometric,
  ...timed,
  ...random,
]);

function register(entries: readonly Builtin[]): ReadonlyMap<string, Builtin> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  assert(byName.size === entries.length, 'every function has a name of its own');
  return byName;
}

/** What functions are called elsewhere and what does the same here, for those who write from memory. */
export const otherNames: ReadonlyMap<string, string> = new Map([
  ['log', 'ln'],
  ['asin', 'arcsin'],
  ['acos', 'arccos'],
  ['atan', 'arctan'],
  ['ceiling', 'ceil'],
  ['integer', 'int'],
  ['modulo', 'mod'],
  ['minimum', 'min'],
  ['maximum', 'max'],
  ['clamp', 'clip'],
  ['pow', '^'],
  ['power', '^'],
]);
