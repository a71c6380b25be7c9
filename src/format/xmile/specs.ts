import { warning } from '../../base/diagnostic.ts';
import { child, textOf } from '../xml.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { SourceText } from '../../base/source.ts';
import type { Method } from '../../model/model.ts';
import type { ForeignSpecs, Formula } from '../foreign/foreign-model.ts';
import type { Element } from '../xml.ts';

/** Methods with a name of their own, and what a fallback list may end in (XMILE §3.4.1). */
const METHODS: ReadonlyMap<string, Method> = new Map([
  ['euler', 'euler'],
  ['rk4', 'rk4'],
  ['rk2', 'rk2'],
]);

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
    const text = textOf(child(element, name));
    return text === '' ? otherwise : Number(text);
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
    method: methodOf(element?.attributes['method'] ?? 'euler', element, file, report),
    timeUnit: element?.attributes['time_units'] ?? '',
  };
}

function methodOf(
  text: string,
  element: Element | undefined,
  file: string,
  report: (d: Diagnostic) => void,
): Method {
  const names = text.toLowerCase().split(',').map((n) => n.trim()); // prettier-ignore
  for (const name of names) {
    const method = METHODS.get(name);
    if (method !== undefined) return method;
  }
  const instead: Method = names.some((n) => n.startsWith('rk')) ? 'rk4' : 'euler';
  if (text !== '')
    report(warning('approximated', { what: text, instead }, { file, line: element?.line ?? 1, column: 1 }));
  return instead;
}
