import { error, warning } from '../../base/diagnostic.ts';
import { canonical } from '../../equation/dialects/names.ts';
import { child, childrenOf, isSet, placeOf, textOf } from '../xml.ts';
import { containerOf, passageOf, zeroTerm } from './containers.ts';
import { readCurve } from './curve.ts';
import { readEquation } from './equation.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { SourceText } from '../../base/source.ts';
import type { Term } from '../../equation/dialects/term.ts';
import type { Body, Definition, Module, Part } from '../foreign/foreign-model.ts';
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
export function readPart(
  model: Element,
  behaviour: Behaviour,
  keyOf: (module: Element) => string,
  report: Report,
): Part {
  const own = readBehaviour(child(model, 'behavior'), behaviour);
  const holder = child(model, 'variables') ?? model;
  const definitions: Definition[] = [];
  const modules: Module[] = [];
  for (const element of holder.children) {
    if (element.name === 'module') modules.push(readModule(element, keyOf(element), report));
    else if (VARIABLES.has(element.name)) definitions.push(...readVariable(element, own, report));
    else if (!DRAWN.has(element.name))
      report(warning('left-out', { what: `<${element.name}>` }, placeOf(element)));
  }
  return { definitions: withExits(definitions), modules };
}

/** What leaves a conveyor or a queue has no equation of its own. */
function withExits(definitions: readonly Definition[]): readonly Definition[] {
  const exits = new Set(
    definitions.flatMap(({ body }) =>
      body.kind === 'stock' && (body.conveyor ?? body.queue ?? body.oven) ? body.outflows.map(canonical) : [],
    ),
  );
  return definitions.map((d) => {
    if (d.body.kind !== 'none' || !exits.has(canonical(d.name))) return d;
    return { ...d, body: { kind: 'formula', term: zeroTerm, flow: true, uniflow: false } };
  });
}

const nothing = (element: Element): SourceText => ({ text: '', ...placeOf(element) });

function readModule(element: Element, part: string, report: Report): Module {
  const name = element.attributes['name'] ?? '';
  const list = (kind: string): Module['connections'] =>
    childrenOf(element, kind).flatMap((connect) => {
      const from = sourceOf(connect, report);
      return from ? [{ to: connect.attributes['to'] ?? '', from }] : [];
    });
  const connections = list('connect');
  return {
    name,
    part,
    dimensions: dimensionsOf(element),
    connections: connections.length > 0 ? connections : list('connect2'),
    place: placeOf(element),
  };
}

/** What a connection is from: a name, with subscripts if it is one element or another order of them. */
function sourceOf(connect: Element, report: Report): Term | undefined {
  const text = connect.attributes['from'] ?? '';
  if (!text.includes('[')) return { kind: 'name', name: text, span: { from: 0, to: text.length } };
  const read = readEquation({ text, ...placeOf(connect) });
  if (!read.ok) report(read.error);
  return read.ok && read.value.kind === 'term' ? read.value.term : undefined;
}

const dimensionsOf = (element: Element): readonly string[] =>
  childrenOf(child(element, 'dimensions'), 'dim').map((dim) => dim.attributes['name'] ?? '');

/** One definition for a scalar or a whole array, and one per element that has its own. */
function readVariable(element: Element, behaviour: Behaviour, report: Report): readonly Definition[] {
  const name = (element.attributes['name'] ?? '').replaceAll('\\n', ' ');
  const dimensions = dimensionsOf(element);
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
    const container = containerOf(element, report);
    const contents = equation.kind === 'numbers' && container.conveyor ? equation.values : undefined;
    if (equation.kind !== 'term' && !contents) return equation;
    return {
      kind: 'stock',
      initial: equation.kind === 'term' ? equation.term : zeroTerm,
      ...(contents ? { contents } : {}),
      inflows: childrenOf(element, 'inflow').map(textOf),
      outflows: childrenOf(element, 'outflow').map(textOf),
      nonNegative: nonNegative ?? behaviour.stock,
      ...container,
    };
  }
  if (equation.kind === 'none' && shaped) return { kind: 'curve', ...shaped };
  const passage = passageOf(element, report);
  const driven = flow && equation.kind === 'none' && Object.keys(passage).length > 0;
  if (equation.kind !== 'term' && !driven) return equation;
  const multiplier = readEquation(child(element, 'multiplier')?.text ?? nothing(element));
  return {
    kind: 'formula',
    term: equation.kind === 'term' ? equation.term : zeroTerm,
    flow,
    uniflow: flow && (nonNegative ?? behaviour.flow),
    ...passage,
    ...(multiplier.ok && multiplier.value.kind === 'term' ? { multiplier: multiplier.value.term } : {}),
    ...(shaped ?? {}),
  };
}
