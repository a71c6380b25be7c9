import { error, warning } from '../../base/diagnostic.ts';
import { child, placeOf, textOf } from '../xml.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { SourceText } from '../../base/source.ts';
import type { Method } from '../../model/model.ts';
import type { ForeignSpecs, Formula } from '../foreign/foreign-model.ts';
import type { Element } from '../xml.ts';

/** The standard's names of methods (XMILE §3.4.1). */
const METHODS: ReadonlyMap<string, Method> = new Map([
  ['euler', 'euler'],
  ['rk4', 'rk4'],
  ['rk2', 'rk2'],
  ['rk45', 'rk45'],
  ['gear', 'stiff'],
]);

/** What was meant, if it is a number with a decimal comma. */
const instead = (text: string): string => (/^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : '0');

/** Start, stop, step and method; what is missing is as the standard says: Euler, a step of 1. */
export function readSpecs(
  element: Element | undefined,
  file: string,
  report: (d: Diagnostic) => void,
): ForeignSpecs {
  const constant = (value: number): Formula => {
    const source: SourceText = { text: String(value), file, line: element?.line ?? 1, column: 1 };
    return { term: { kind: 'number', value, span: { from: 0, to: source.text.length } }, source };
  };
  const numberIn = (name: string, otherwise: number): number => {
    const given = child(element, name);
    const text = textOf(given);
    if (text === '') return otherwise;
    // `1/8`, as some write a step.
    const [above, below = 1, ...more] = text.split('/').map(Number);
    const value = more.length === 0 ? above! / below : NaN;
    if (given && !Number.isFinite(value))
      report(
        error('number-format', { key: `<${name}>`, found: text, instead: instead(text) }, placeOf(given)),
      );
    return value;
  };
  for (const [name, otherwise] of [
    ['start', 0],
    ['stop', 100],
  ] as const) {
    if (textOf(child(element, name)) !== '') continue;
    const where = { file, line: element?.line ?? 1, column: 1 };
    report(warning('approximated', { what: `<${name}>`, instead: String(otherwise) }, where));
  }
  const dtElement = child(element, 'dt');
  const dtWritten = numberIn('dt', 1);
  const dt = dtElement?.attributes['reciprocal']?.toLowerCase() === 'true' ? 1 / dtWritten : dtWritten;
  const save = element?.attributes['isee:save_interval'] ?? textOf(child(element, 'savestep'));
  return {
    start: constant(numberIn('start', 0)),
    stop: constant(numberIn('stop', 100)),
    dt: constant(dt),
    ...(save === '' || !(Number(save) > 0) ? {} : { saveStep: constant(Number(save)) }),
    ...methodsOf(element?.attributes['method'] ?? 'euler', element, file, report),
    timeUnit: element?.attributes['time_units'] ?? '',
  };
}

/** The first of a list that is known; of one that chooses its own steps, the fixed one that is next, or RK4. */
export function methodsOf(
  text: string,
  element: Element | undefined,
  file: string,
  report: (d: Diagnostic) => void,
): Pick<ForeignSpecs, 'method' | 'otherwise'> {
  const names = text.toLowerCase().split(',').map((n) => n.trim()); // prettier-ignore
  const methods = names.flatMap((name) => METHODS.get(name) ?? []);
  const [first] = methods;
  const fixed = methods.find((m) => m !== 'rk45' && m !== 'stiff');
  if (first !== undefined)
    return first === fixed ? { method: first } : { method: first, otherwise: fixed ?? 'rk4' };
  const method: Method = names.some((n) => n.startsWith('rk')) ? 'rk4' : 'euler';
  const where = { file, line: element?.line ?? 1, column: 1 };
  if (text !== '') report(warning('approximated', { what: text, instead: method }, where));
  return { method };
}
