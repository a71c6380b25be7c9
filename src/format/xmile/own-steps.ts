import { error, warning } from '../../base/diagnostic.ts';
import { child, placeOf } from '../xml.ts';
import { readSpecs } from './specs.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { ForeignSpecs, Formula } from '../foreign/foreign-model.ts';
import type { Element } from '../xml.ts';

/** How far a ratio of steps may be from a whole number. */
const NEARLY = 1e-9;

const numberOf = ({ term }: Formula): number => (term.kind === 'number' ? term.value : NaN);

/**
 * The times of the run, and how many of its steps one step of each model takes. A module may have a step of its own that
 * divides that of the whole; its start and stop are those of the whole (XMILE 3.7.4). A module that runs from its start to
 * its stop within each step of the model around it is refused.
 */
export function ownSteps(
  models: readonly Element[],
  main: Element,
  specs: ForeignSpecs,
  file: string,
  report: (d: Diagnostic) => void,
): { readonly specs: ForeignSpecs; readonly every: (model: Element) => number } {
  const whole = numberOf(specs.dt);
  const steps = new Map<Element, number>();
  for (const model of models) {
    const element = child(model, 'sim_specs');
    if (model === main || !element) continue;
    const name = `<model name="${model.attributes['name'] ?? ''}">`;
    const where = placeOf(element);
    const own = readSpecs(element, file, report);
    const dt = numberOf(own.dt);
    const ratio = Math.round(whole / dt);
    const independent = [element, model].some((e) => /^independent$/i.test(e.attributes['run'] ?? ''));
    const divides = ratio >= 1 && Math.abs(whole / dt - ratio) < NEARLY * ratio;
    if (independent || !divides || (ratio > 1 && specs.method !== 'euler')) {
      report(error('not-supported', { what: `${name} <sim_specs>` }, where));
      continue;
    }
    if (own.method !== specs.method)
      report(warning('approximated', { what: `${name} ${own.method}`, instead: specs.method }, where));
    const times = (s: ForeignSpecs): string => `${numberOf(s.start)}–${numberOf(s.stop)}`;
    if (times(own) !== times(specs))
      report(warning('approximated', { what: `${name} ${times(own)}`, instead: times(specs) }, where));
    steps.set(model, dt);
  }
  const shortest = Math.min(whole, ...steps.values());
  const every = (model: Element): number => Math.round((steps.get(model) ?? whole) / shortest);
  // A step that is no number has been told of.
  if (shortest === whole || Number.isNaN(shortest)) return { specs, every };
  const others = [whole, ...steps.values()].every(
    (dt) => Math.abs(dt / shortest - Math.round(dt / shortest)) < 1e-6,
  );
  if (!others) report(error('not-supported', { what: '<sim_specs> <dt>' }, { file }));
  const dt: Formula = { ...specs.dt, term: { ...specs.dt.term, kind: 'number', value: shortest } };
  return { specs: { ...specs, dt, saveStep: specs.saveStep ?? specs.dt }, every };
}
