import { error, warning } from '../../base/diagnostic.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import { readEquation } from './equation.ts';
import { fixedMethod } from './own-steps.ts';
import { methodsOf } from './specs.ts';
import { readPart } from './variables.ts';
import { child, childrenOf, placeOf, textOf } from '../xml.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Formula, Macro, OwnTimes, Part } from '../foreign/foreign-model.ts';
import type { Behaviour } from './variables.ts';
import type { Element } from '../xml.ts';

type Report = (d: Diagnostic) => void;

/** Macros by name (XMILE 4.8); the same name may stand for several numbers of inputs. */
export function readMacros(
  elements: readonly Element[],
  behaviour: Behaviour,
  keyOf: (module: Element) => string,
  report: Report,
): ReadonlyMap<string, readonly Macro[]> {
  const macros = new Map<string, Macro[]>();
  for (const element of elements) {
    const name = displayName(element.attributes['name'] ?? '');
    const value = formulaIn(element, 'eqn', report);
    const inputs = childrenOf(element, 'parm').map((parm) => {
      const written = parm.attributes['default'];
      const fallback = written === undefined ? undefined : formula({ ...parm.text, text: written }, report);
      return { name: textOf(parm), ...(fallback ? { fallback } : {}) };
    });
    const place = { file: element.text.file, line: element.line, column: 1 };
    // A filter says how an option of the standard is carried out (3.6.2): here it is, without it.
    const filter = element.attributes['filter'];
    if (filter !== undefined)
      report(warning('not-supported', { what: `<macro name="${name}" filter="${filter}">` }, place));
    const part: Part = child(element, 'variables')
      ? readPart(element, behaviour, keyOf, report)
      : { definitions: [], modules: [] };
    const own = child(element, 'sim_specs');
    const body = own ? { ...part, complete: timesOf(own, name, report) } : part;
    const macro: Macro = { name, inputs, outputs: [], body, place, ...(value ? { value } : {}) };
    const key = canonical(name);
    macros.set(key, [...(macros.get(key) ?? []), macro]);
  }
  return macros;
}

/** Times that may be worked out from what the macro is given; a step of 1 and Euler's method if they do not say. */
function timesOf(own: Element, name: string, report: Report): OwnTimes {
  const what = `<macro name="${name}"> <sim_specs>`;
  const place = placeOf(own);
  const number = (value: number): Formula => {
    const text = String(value);
    return {
      term: { kind: 'number', value, span: { from: 0, to: text.length } },
      source: { text, ...place },
    };
  };
  const required = (key: 'start' | 'stop'): Formula => {
    if (textOf(child(own, key)) === '')
      report(error('missing-key', { key: `<${key}>`, within: what }, place));
    return formulaIn(own, key, report) ?? number(NaN);
  };
  const step = formulaIn(own, 'dt', report) ?? number(1);
  const isReciprocal = child(own, 'dt')?.attributes['reciprocal']?.toLowerCase() === 'true';
  const { span } = step.term;
  const one = number(1).term;
  const dt: Formula = isReciprocal
    ? { ...step, term: { kind: 'binary', op: '/', left: one, right: step.term, at: 0, span } }
    : step;
  const methods = methodsOf(own.attributes['method'] ?? 'euler', own, place.file, report);
  const method = fixedMethod(methods, what, place, report);
  return { start: required('start'), stop: required('stop'), dt, method, what, place };
}

function formulaIn(element: Element, key: string, report: Report): Formula | undefined {
  const found = child(element, key);
  return found && textOf(found) !== '' ? formula(found.text, report) : undefined;
}

function formula(source: Formula['source'], report: Report): Formula | undefined {
  const term = readEquation(source);
  if (!term.ok) report(term.error);
  return term.ok && term.value.kind === 'term' ? { term: term.value.term, source } : undefined;
}
