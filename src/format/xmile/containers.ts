import { error } from '../../base/diagnostic.ts';
import { child, isSet, placeOf, textOf } from '../xml.ts';
import { readEquation } from './equation.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Term } from '../../equation/dialects/term.ts';
import type { Body, Conveyor, Formula, Leak, Oven, StockBody } from '../foreign/foreign-model.ts';
import type { Element } from '../xml.ts';

type Report = (d: Diagnostic) => void;
type FormulaBody = Extract<Body, { kind: 'formula' }>;

/** Stands where a conveyor or a queue decides itself. */
export const zeroTerm: Term = { kind: 'number', value: 0, span: { from: 0, to: 0 } };

function formulaIn(element: Element | undefined, report: Report): Formula | undefined {
  if (!element || textOf(element) === '') return undefined;
  const equation = readEquation(element.text);
  if (!equation.ok) report(equation.error);
  return equation.ok && equation.value.kind === 'term'
    ? { term: equation.value.term, source: element.text }
    : undefined;
}

/** What makes a stock more than a stock: a conveyor, a queue or isee's oven. */
export function containerOf(stock: Element, report: Report): Pick<StockBody, 'conveyor' | 'queue' | 'oven'> {
  const oven = ovenOf(stock, report);
  if (oven) return { oven };
  const conveyor = conveyorOf(stock, report);
  if (conveyor) return { conveyor };
  return child(stock, 'queue') ? { queue: true } : {};
}

/** The first of some children that is there, whether its name has isee's prefix or not. */
const either = (element: Element, ...names: readonly string[]): Element | undefined =>
  names.flatMap((name) => child(element, name) ?? child(element, `isee:${name}`) ?? [])[0];

/** What isee writes of an oven is not published; each of its times is looked for by the names that its help gives. */
function ovenOf(stock: Element, report: Report): Oven | undefined {
  const element = either(stock, 'oven');
  if (!element) return undefined;
  const cook = formulaIn(either(element, 'cook_time', 'len', 'process_time'), report);
  if (!cook) {
    report(error('missing-key', { key: '<cook_time>', within: `<${element.name}>` }, placeOf(element)));
    return undefined;
  }
  const formula = (key: Exclude<keyof Oven, 'cook'>, ...names: readonly string[]): Partial<Oven> => {
    const found = formulaIn(either(element, ...names), report);
    return found ? { [key]: found } : {};
  };
  return {
    cook,
    ...formula('capacity', 'capacity'),
    ...formula('fill', 'fill_time', 'fill'),
    ...formula('clean', 'clean_time', 'clean'),
    ...formula('arrest', 'arrest'),
  };
}

function conveyorOf(stock: Element, report: Report): Conveyor | undefined {
  const element = child(stock, 'conveyor');
  if (!element) return undefined;
  const length = formulaIn(child(element, 'len'), report);
  if (!length) {
    report(error('missing-key', { key: '<len>', within: '<conveyor>' }, placeOf(element)));
    return undefined;
  }
  const formula = (key: 'capacity' | 'inLimit' | 'sample' | 'arrest', name: string): Partial<Conveyor> => {
    const found = formulaIn(child(element, name), report);
    return found ? { [key]: found } : {};
  };
  const says = (name: string, otherwise: boolean): boolean => {
    const text = element.attributes[name] ?? element.attributes[`isee:${name}`];
    return text === undefined ? otherwise : text.toLowerCase() === 'true';
  };
  return {
    length,
    ...formula('capacity', 'capacity'),
    ...formula('inLimit', 'in_limit'),
    ...formula('sample', 'sample'),
    ...formula('arrest', 'arrest'),
    exponential: says('exponential_leak', false),
    fifo: says('fifo', false),
    discrete: says('discrete', false),
    oneAtATime: says('one_at_a_time', true),
    wholeBatches: says('batch_integrity', false),
  };
}

/** How a flow leaves or enters a conveyor or a queue. */
export function passageOf(
  flow: Element,
  report: Report,
): Pick<FormulaBody, 'leak' | 'overflow' | 'spread' | 'distribution'> {
  const leak = leakOf(flow, report);
  const spread = (flow.attributes['isee:spreadflow'] ?? flow.attributes['isee:spread_flow'])?.toLowerCase();
  const distribution = spread === 'dist' ? formulaIn(either(flow, 'distrib_eq'), report) : undefined;
  if (spread === 'dist' && !distribution)
    report(error('missing-key', { key: '<isee:distrib_eq>', within: '<flow>' }, placeOf(flow)));
  return {
    ...(leak ? { leak } : {}),
    ...(isSet(child(flow, 'overflow')) ? { overflow: true as const } : {}),
    ...(spread === 'even' || spread === 'dest' || spread === 'source' ? { spread } : {}),
    ...(distribution ? { spread: 'dist' as const, distribution } : {}),
  };
}

/** The zone stands beside the mark or in it, as an attribute or as an element of its own. */
function leakOf(flow: Element, report: Report): Leak | undefined {
  const mark = child(flow, 'leak');
  if (!mark) return undefined;
  const edge = (name: string, otherwise: number): number => {
    const written =
      mark.attributes[name] ??
      mark.attributes[`isee:${name}`] ??
      flow.attributes[name] ??
      flow.attributes[`isee:${name}`] ??
      textOf(child(flow, name));
    const value = written === '' ? otherwise : Number(written);
    if (value >= 0 && value <= 1) return value;
    report(error('number-format', { key: name, found: written, instead: String(otherwise) }, placeOf(flow)));
    return otherwise;
  };
  const fraction = formulaIn(mark, report);
  return {
    ...(fraction ? { fraction } : {}),
    from: edge('leak_start', 0),
    to: edge('leak_end', 1),
    integers: isSet(child(flow, 'leak_integers')) ?? false,
  };
}
