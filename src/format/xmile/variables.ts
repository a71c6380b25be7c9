import { error, warning } from '../../base/diagnostic.ts';
import { canonical } from '../../equation/dialects/names.ts';
import { child, childrenOf, isSet, textOf } from '../xml.ts';
import { readCurve } from './curve.ts';
import { readEquation } from './equation.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { SourceText } from '../../base/source.ts';
import type { Body, Conveyor, Definition, Formula, Module, Part } from '../foreign/foreign-model.ts';
import type { Equation } from './equation.ts';
import type { Element } from '../xml.ts';

type Report = (d: Diagnostic) => void;

/** Whether stocks and flows stay at or above zero where they do not say so themselves (XMILE §2.6). */
export interface Behaviour {
  readonly stock: boolean;
  readonly flow: boolean;
}

export function readBehaviour(element: Element | undefined, otherwise: Behaviour): Behaviour {
  const all = isSet(child(element, 'non_negative'));
  const of = (kind: 'stock' | 'flow'): boolean =>
    isSet(child(child(element, kind), 'non_negative')) ?? all ?? otherwise[kind];
  return { stock: of('stock'), flow: of('flow') };
}

const VARIABLES: ReadonlySet<string> = new Set(['stock', 'flow', 'aux', 'gf']);
/** Parts of a model that nothing is computed from. */
const DRAWN: ReadonlySet<string> = new Set([
  'views', 'view', 'display', 'interface', 'variables', 'sim_specs', 'behavior', 'module', 'group', 'doc', 'connector', 'text_box', 'alias', 'loop', 'frame', 'graph', 'table', 'style', 'model_units', 'stacked_container', 'isee:dependencies', 'isee:extra_collection_variables', 'isee:simulation_delay',
]); // prettier-ignore

/** The definitions of a model: under `variables`, or straight under the model in files from before the standard. */
export function readPart(model: Element, behaviour: Behaviour, report: Report): Part {
  const own = readBehaviour(child(model, 'behavior'), behaviour);
  const holder = child(model, 'variables') ?? model;
  const definitions: Definition[] = [];
  const modules: Module[] = [];
  for (const element of holder.children) {
    if (element.name === 'module') modules.push(readModule(element));
    else if (VARIABLES.has(element.name)) definitions.push(...readVariable(element, own, report));
    else if (!DRAWN.has(element.name))
      report(warning('left-out', { what: `<${element.name}>` }, placeOf(element)));
  }
  return { definitions: withExits(definitions), modules };
}

/** What leaves a conveyor has no equation of its own. */
function withExits(definitions: readonly Definition[]): readonly Definition[] {
  const exits = new Set(
    definitions.flatMap(({ body }) =>
      body.kind === 'stock' && body.conveyor ? body.outflows.map(canonical) : [],
    ),
  );
  return definitions.map((d) => {
    if (d.body.kind !== 'none' || !exits.has(canonical(d.name))) return d;
    const term = { kind: 'number', value: 0, span: { from: 0, to: 0 } } as const;
    return { ...d, body: { kind: 'formula', term, flow: true, uniflow: false } };
  });
}

const placeOf = (element: Element) => ({ file: element.text.file, line: element.line, column: 1 });

const nothing = (element: Element): SourceText => ({ text: '', ...placeOf(element) });

function readModule(element: Element): Module {
  const name = element.attributes['name'] ?? '';
  const list = (kind: string) =>
    childrenOf(element, kind).map(({ attributes }) => ({
      to: attributes['to'] ?? '',
      from: attributes['from'] ?? '',
    }));
  const connections = list('connect');
  const resource =
    element.attributes['resource'] ??
    element.attributes['model_name'] ??
    element.attributes['simlin:model_name'];
  return {
    name,
    part: resource?.replace(/^.*[#/]/, '').replace(/\.(stmx|xmile|itmx|xml)$/i, '') ?? name,
    connections: connections.length > 0 ? connections : list('connect2'),
    place: placeOf(element),
  };
}

/** One definition for a scalar or a whole array, and one per element that has its own. */
function readVariable(element: Element, behaviour: Behaviour, report: Report): readonly Definition[] {
  const name = (element.attributes['name'] ?? '').replaceAll('\\n', ' ');
  const dimensions = childrenOf(child(element, 'dimensions'), 'dim').map(
    (dim) => dim.attributes['name'] ?? '',
  );
  const common = {
    name,
    ...(dimensions.length === 0 ? {} : { dimensions }),
    ...(element.attributes['uppstroms:hidden'] === 'true' ? { hidden: true as const } : {}),
    except: [],
    unit: child(element, 'units')?.text ?? nothing(element),
    about: textOf(child(element, 'doc')),
  };
  const several = childrenOf(element, 'eqn');
  if (dimensions.length > 0 && several.length > 1) {
    // Vensim writes the equations of an array's elements one after another.
    return several.map((eqn, nth) => {
      const part: Element = {
        ...element,
        children: [...element.children.filter((c) => c.name !== 'eqn'), eqn],
      };
      const { body, source } = read(part, part);
      return { ...common, subscripts: dimensions, nth, body, source, place: placeOf(eqn) };
    });
  }
  const whole = read(element, element);
  const elements = childrenOf(element, 'element').map((part) => {
    const subscripts = (part.attributes['subscript'] ?? '').split(',').map((s) => s.trim());
    const { body, source } = read(part, child(part, 'eqn') === undefined ? element : part);
    return { ...common, subscripts, body, source, place: placeOf(part) };
  });
  const covered = elements.length > 0 && whole.body.kind === 'none';
  const all = {
    ...common,
    subscripts: dimensions,
    body: whole.body,
    source: whole.source,
    place: placeOf(element),
  };
  return covered ? elements : [all, ...elements];

  /** The equation stands in `holder`, all else in `own` or, if it has none, in the variable. */
  function read(own: Element, holder: Element): { readonly body: Body; readonly source: SourceText } {
    const source = child(holder, 'eqn')?.text ?? nothing(holder);
    if (element.name === 'gf') {
      const shaped = readCurve(element, report);
      return { source, body: shaped ? { kind: 'curve', ...shaped } : { kind: 'none' } };
    }
    const gf = child(own, 'gf') ?? child(element, 'gf');
    const shaped = gf && readCurve(gf, report);
    // What a converter writes when it gives up.
    const unresolved = /^\s*\?\?\?\s*$/.test(source.text);
    const equation = readEquation(unresolved ? nothing(holder) : source);
    if (unresolved) report(error('no-equation', { name }, placeOf(holder)));
    else if (!equation.ok) report(equation.error);
    const found: Equation = equation.ok ? equation.value : { kind: 'none' };
    return { source, body: bodyOf(element, found, shaped, behaviour, report) };
  }
}

function bodyOf(
  element: Element,
  equation: Equation,
  shaped: ReturnType<typeof readCurve>,
  behaviour: Behaviour,
  report: Report,
): Body {
  const nonNegative = isSet(child(element, 'non_negative'));
  const flow = element.name === 'flow';
  if (element.name === 'stock') {
    for (const special of ['queue', 'oven', 'isee:oven']) {
      const found = child(element, special);
      if (found) report(error('not-supported', { what: `<${special}>` }, placeOf(found)));
    }
    if (equation.kind !== 'term') return equation;
    return {
      kind: 'stock',
      initial: equation.term,
      inflows: childrenOf(element, 'inflow').map(textOf),
      outflows: childrenOf(element, 'outflow').map(textOf),
      nonNegative: nonNegative ?? behaviour.stock,
      ...conveyorOf(element, report),
    };
  }
  if (equation.kind === 'none' && shaped) return { kind: 'curve', ...shaped };
  if (equation.kind !== 'term') return equation;
  const leak = leakIn(element, report);
  const multiplier = readEquation(child(element, 'multiplier')?.text ?? nothing(element));
  return {
    kind: 'formula',
    term: equation.term,
    flow,
    uniflow: flow && (nonNegative ?? behaviour.flow),
    ...(leak ? { leak: textOf(leak) === '' ? {} : { fraction: formulaIn(leak, report) ?? zero(leak) } } : {}),
    ...(multiplier.ok && multiplier.value.kind === 'term' ? { multiplier: multiplier.value.term } : {}),
    ...(shaped ?? {}),
  };
}

const zero = (element: Element): Formula => ({
  term: { kind: 'number', value: 0, span: { from: 0, to: 0 } },
  source: element.text,
});

function formulaIn(element: Element | undefined, report: Report): Formula | undefined {
  if (!element || textOf(element) === '') return undefined;
  const equation = readEquation(element.text);
  if (!equation.ok) report(equation.error);
  return equation.ok && equation.value.kind === 'term'
    ? { term: equation.value.term, source: element.text }
    : undefined;
}

/** Marks a flow that leaks from a conveyor, all along it. */
function leakIn(flow: Element, report: Report): Element | undefined {
  const leak = child(flow, 'leak');
  const from =
    leak?.attributes['leak_start'] ?? flow.attributes['leak_start'] ?? textOf(child(flow, 'leak_start'));
  const to = leak?.attributes['leak_end'] ?? flow.attributes['leak_end'] ?? textOf(child(flow, 'leak_end'));
  const whole = (from === '' || Number(from) === 0) && (to === '' || Number(to) === 1);
  if (leak && !whole) report(error('not-supported', { what: '<leak_start>, <leak_end>' }, placeOf(leak)));
  const integers = child(flow, 'leak_integers');
  if (integers) report(error('not-supported', { what: '<leak_integers>' }, placeOf(integers)));
  return leak;
}

/** Parts of a conveyor that change what it does, and are not computed. */
const UNSUPPORTED = ['sample', 'arrest', 'isee:spread_flow'];

function conveyorOf(stock: Element, report: Report): { readonly conveyor?: Conveyor } {
  const element = child(stock, 'conveyor');
  if (!element) return {};
  for (const name of UNSUPPORTED) {
    const found = child(element, name);
    if (found) report(error('not-supported', { what: `<conveyor> <${name}>` }, placeOf(found)));
  }
  const length = formulaIn(child(element, 'len'), report);
  if (!length) {
    report(error('missing-key', { key: '<len>', within: '<conveyor>' }, placeOf(element)));
    return {};
  }
  const [capacity, inLimit] = [
    formulaIn(child(element, 'capacity'), report),
    formulaIn(child(element, 'in_limit'), report),
  ];
  const exponential = [
    element.attributes['exponential_leak'],
    element.attributes['isee:exponential_leak'],
  ].includes('true');
  return {
    conveyor: { length, exponential, ...(capacity ? { capacity } : {}), ...(inLimit ? { inLimit } : {}) },
  };
}
