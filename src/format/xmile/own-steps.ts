import { error, warning } from '../../base/diagnostic.ts';
import { canonical } from '../../equation/dialects/names.ts';
import { child, childrenOf, placeOf } from '../xml.ts';
import { readSpecs } from './specs.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Place } from '../../base/source.ts';
import type { FixedMethod } from '../../model/model.ts';
import type { ForeignSpecs, Formula, OwnTimes, Part } from '../foreign/foreign-model.ts';
import type { Element } from '../xml.ts';

type Report = (d: Diagnostic) => void;

/** How far a ratio of steps may be from a whole number. */
const NEARLY = 1e-9;

const numberOf = ({ term }: Formula): number => (term.kind === 'number' ? term.value : NaN);

/**
 * The times of the run, and how each model stands to them (XMILE 3.7.4). In normal mode a module may have a step of its
 * own that divides that of the whole; its start and stop are those of the whole. In independent mode it runs from its own
 * start to its own stop within each step of the model around it.
 */
export function ownSteps(
  main: Element,
  models: readonly Element[],
  specs: ForeignSpecs,
  file: string,
  report: Report,
): { readonly specs: ForeignSpecs; readonly of: (model: Element) => Pick<Part, 'every' | 'complete'> } {
  const whole = numberOf(specs.dt);
  const steps = new Map<Element, number>();
  const complete = new Map<Element, OwnTimes>();
  const modules = [main, ...models].flatMap((model) =>
    childrenOf(child(model, 'variables') ?? model, 'module'),
  );
  for (const model of models) {
    const element = child(model, 'sim_specs');
    if (!element) continue;
    const key = canonical(model.attributes['name'] ?? '');
    const name = `<model name="${model.attributes['name'] ?? ''}">`;
    const where = placeOf(element);
    const own = readSpecs(element, file, report);
    const users = modules.filter((module) => canonical(module.attributes['name'] ?? '') === key);
    if ([element, model, ...users].some(isIndependent)) {
      const method = fixedMethod(own, `${name} <sim_specs>`, where, report);
      complete.set(model, { ...own, method, what: `${name} <sim_specs>`, place: where });
      continue;
    }
    const dt = numberOf(own.dt);
    const ratio = Math.round(whole / dt);
    if (ratio < 1 || Math.abs(whole / dt - ratio) > NEARLY * ratio) {
      report(error('not-supported', { what: `${name} <dt> ${dt}: ${whole} / ${dt}` }, where));
      continue;
    }
    if (own.method !== specs.method)
      report(warning('approximated', { what: `${name} ${own.method}`, instead: specs.method }, where));
    const times = (s: ForeignSpecs): string => `${numberOf(s.start)}–${numberOf(s.stop)}`;
    if (times(own) !== times(specs))
      report(warning('approximated', { what: `${name} ${times(own)}`, instead: times(specs) }, where));
    // Stages within steps of two lengths have no meaning that the standard gives.
    if (ratio > 1 && specs.method !== 'euler')
      report(warning('approximated', { what: `<dt> ${whole} (${specs.method})`, instead: `${dt}` }, where));
    steps.set(model, dt);
  }
  const shortest = Math.min(whole, ...steps.values());
  const of = (model: Element): Pick<Part, 'every' | 'complete'> => ({
    every: Math.round((steps.get(model) ?? whole) / shortest),
    ...(complete.has(model) ? { complete: complete.get(model)! } : {}),
  });
  // A step that is no number has been told of.
  if (shortest === whole || Number.isNaN(shortest)) return { specs, of };
  const others = [whole, ...steps.values()].every(
    (dt) => Math.abs(dt / shortest - Math.round(dt / shortest)) < 1e-6,
  );
  if (!others) report(error('not-supported', { what: '<sim_specs> <dt>' }, { file }));
  const dt: Formula = { ...specs.dt, term: { ...specs.dt.term, kind: 'number', value: shortest } };
  return { specs: { ...specs, dt, saveStep: specs.saveStep ?? specs.dt }, of };
}

/** The standard names the mode and no attribute for it: wherever a file says it of a model, it is meant. */
const isIndependent = ({ attributes }: Element): boolean =>
  Object.entries(attributes).some(
    ([name, value]) => /(^|:)(run|mode|run_mode)$/.test(name) && /^independent$/i.test(value.trim()),
  );

/** A run within a step has steps of one length. */
export function fixedMethod(
  { method, otherwise = 'rk4' }: Pick<ForeignSpecs, 'method' | 'otherwise'>,
  what: string,
  place: Place,
  report: Report,
): FixedMethod {
  if (method !== 'rk45' && method !== 'stiff') return method;
  const instead = otherwise === 'rk45' || otherwise === 'stiff' ? 'rk4' : otherwise;
  report(warning('approximated', { what: `${what} ${method}`, instead }, place));
  return instead;
}
