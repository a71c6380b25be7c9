import { must } from '../../base/assert.ts';
import { warning } from '../../base/diagnostic.ts';
import { canonical } from '../../equation/dialects/names.ts';
import { parse } from '../../equation/parse.ts';
import { formatUnit, parseUnit } from '../../equation/unit.ts';
import { arraysIn, subscriptsOf, tagOf } from './arrays.ts';
import { equationWriter, quoted } from './write-equation.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { SourceText } from '../../base/source.ts';
import type { Expr } from '../../model/expr.ts';
import type { Method, Model } from '../../model/model.ts';
import type { GraphicalFunction, Variable, VariableId } from '../../model/variable.ts';
import type { Standing, WrittenArray } from './arrays.ts';

export interface WrittenFile {
  readonly text: string;
  /** What the file does not hold of the model. */
  readonly warnings: readonly Diagnostic[];
}

/** What XMILE calls our own additions to it. */
const NAMESPACE = 'https://uppstroms.se/xmile';

/** With what to use instead where the last is not known (XMILE §3.4.1). */
const METHODS: Readonly<Record<Method, string>> = {
  euler: 'Euler',
  rk2: 'RK2',
  rk4: 'RK4',
  rk45: 'rk45, RK4',
  stiff: 'gear, RK4',
};

/**
 * Writes a model as XMILE 1.0, the elements of arrays together as arrays. Modules and macros are already worked out in a
 * model, and are written so.
 */
export function writeXmile(model: Model): WrittenFile {
  const warnings: Diagnostic[] = [];
  const { dimensions, standing } = arraysIn(model);
  const names = namesOf(model, standing);
  const nameOf = (id: VariableId): string => names.get(id) ?? id;
  /** The element whose equation is written, and whether what it refers to at its own place is told by dimension. */
  let from: Standing | undefined;
  let lifted = false;
  const reference = (id: VariableId): string => {
    const to = standing.get(id);
    const plain = quoted(nameOf(id));
    return to ? `${plain}[${subscriptsOf(to, from, lifted).map(subscript).join(', ')}]` : plain;
  };
  const isTable = (id: string): boolean => model.variables.get(id)?.kind === 'table';
  const writer = equationWriter(reference, isTable, model.simSpecs.method);
  const lines: string[] = [];
  const put = (depth: number, text: string): void => void lines.push('\t'.repeat(depth) + text);
  const language = 'sv';

  const equation = (source: SourceText, expr: Expr | undefined, id: VariableId): string => {
    if (expr) return writer.write(expr);
    const parsed = parse(source);
    if (parsed.ok) return writer.write(parsed.value);
    warnings.push(warning('left-out', { what: id }, { variable: id, file: model.file }));
    return source.text;
  };

  function element(tag: string, v: Variable, body: readonly string[]): void {
    const hidden = v.hidden ? ' uppstroms:hidden="true"' : '';
    const type = v.kind === 'table' && v.extrapolate ? ' type="extrapolate"' : '';
    put(3, `<${tag} name="${escaped(nameOf(v.id))}"${type}${hidden}>`);
    for (const line of body) put(4, line);
    if (v.about[language] !== '' && !v.hidden) put(4, `<doc>${escaped(v.about[language])}</doc>`);
    if (v.unit.text !== '') put(4, `<units>${escaped(unitAsRead(v.unit))}</units>`);
    put(3, `</${tag}>`);
  }

  const eqn = (text: string): string => `<eqn>${escaped(text)}</eqn>`;
  function equationOf(v: Exclude<Variable, GraphicalFunction>): string {
    if (v.kind === 'stock') return equation(v.initial, v.initialExpr, v.id);
    if (v.kind !== 'parameter') return equation(v.equation, v.expr, v.id);
    return writer.write({ kind: 'number', value: v.value, span: { from: 0, to: 0 } });
  }
  /** All of a variable but its equation. */
  function rest(v: Variable): readonly string[] {
    if (v.kind !== 'stock') return [];
    if (v.nonNegative && v.outflows.length > 1) {
      const args = { what: `${v.id}: non_negative`, instead: 'XMILE 4.8.3' };
      warnings.push(warning('approximated', args, { variable: v.id }));
    }
    return [
      ...v.inflows.map((flow) => `<inflow>${escaped(quoted(nameOf(flow)))}</inflow>`),
      ...v.outflows.map((flow) => `<outflow>${escaped(quoted(nameOf(flow)))}</outflow>`),
      ...(v.nonNegative ? ['<non_negative/>'] : []),
    ];
  }
  function variable(v: Variable): void {
    if (v.kind === 'table')
      return element('gf', v, [`<xpts>${v.x.join(',')}</xpts>`, `<ypts>${v.y.join(',')}</ypts>`]);
    const own = standing.get(v.id);
    if (!own) return element(tagOf(v), v, [eqn(equationOf(v)), ...rest(v)]);
    if (own.array.elements[0] !== v) return;
    const over = own.array.dimensions.map((name) => `<dim name="${escaped(name)}"/>`).join('');
    element(tagOf(v), v, [`<dimensions>${over}</dimensions>`, ...arrayEquations(own.array), ...rest(v)]);
  }
  /** One equation for all, if it can be said so; else one for each element. */
  function arrayEquations({ elements }: WrittenArray): readonly string[] {
    const write = (byDimension: boolean): readonly string[] => {
      lifted = byDimension;
      const texts = elements.map((v) => {
        from = standing.get(v.id);
        return v.kind === 'table' ? '' : equationOf(v);
      });
      from = undefined;
      return texts;
    };
    const each = write(false);
    for (const texts of [each, write(true)])
      if (texts.every((text) => text === texts[0])) return [eqn(texts[0]!)];
    return elements.map((v, i) => {
      const at = standing.get(v.id)!.subscripts.join(', ');
      return `<element subscript="${escaped(at)}">${eqn(each[i]!)}</element>`;
    });
  }

  const { start, stop, dt, saveStep, method, timeUnit } = model.simSpecs;
  put(0, '<?xml version="1.0" encoding="utf-8"?>');
  put(
    0,
    `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0" xmlns:isee="http://iseesystems.com/XMILE" xmlns:uppstroms="${NAMESPACE}">`,
  );
  put(1, '<header>');
  put(2, `<name>${escaped(model.name[language])}</name>`);
  put(2, '<vendor>Uppströms</vendor>');
  put(2, '<product version="0.1" lang="sv">Uppströms</product>');
  if (dimensions.length > 0) {
    const most = Math.max(...[...standing.values()].map(({ array }) => array.dimensions.length));
    put(2, `<options><uses_arrays maximum_dimensions="${most}"/></options>`);
  }
  put(1, '</header>');
  put(
    1,
    `<sim_specs method="${METHODS[method]}" time_units="${escaped(timeUnit)}" isee:save_interval="${saveStep}">`,
  );
  put(2, `<start>${start}</start>`);
  put(2, `<stop>${stop}</stop>`);
  put(2, `<dt>${dt}</dt>`);
  put(1, '</sim_specs>');
  if (dimensions.length > 0) {
    put(1, '<dimensions>');
    for (const { name, elements } of dimensions) {
      const listed = elements.map((e) => `<elem name="${escaped(e)}"/>`).join('');
      put(2, `<dim name="${escaped(name)}">${listed}</dim>`);
    }
    put(1, '</dimensions>');
  }
  put(1, '<model>');
  put(2, '<variables>');
  for (const v of model.variables.values()) variable(v);
  put(2, '</variables>');
  // In the order of the variables, so that a file that is read again is written the same.
  const places = [...model.variables.keys()].flatMap((id) => {
    const at = model.diagram?.[id];
    return at && isFirst(standing.get(id), id) ? [[id, at] as const] : [];
  });
  if (places.length > 0) {
    put(2, '<views>');
    put(3, '<view>');
    for (const [id, { x, y }] of places) {
      const { kind } = must(model.variables.get(id), id);
      put(
        4,
        `<${kind === 'stock' || kind === 'flow' ? kind : 'aux'} name="${escaped(nameOf(id))}" x="${x}" y="${y}"/>`,
      );
    }
    put(3, '</view>');
    put(2, '</views>');
  }
  put(1, '</model>');
  put(0, '</xmile>');
  for (const fn of writer.missing) warnings.push(warning('left-out', { what: `${fn}()` }));
  warnings.push(...leftOut(model));
  return { text: `${lines.join('\n')}\n`, warnings };
}

/** A unit as it is written when it has been read: its names in order, none twice. */
function unitAsRead(source: SourceText): string {
  const unit = parseUnit(source);
  return unit.ok ? formatUnit(unit.value) : source.text;
}

/** What XMILE has no place for. */
const leftOut = (model: Model): readonly Diagnostic[] =>
  [
    ...(['levers', 'actors', 'outcomes', 'presets', 'strategies'] as const).filter(
      (p) => model[p].length > 0,
    ),
    ...(model.simSpecs.clock ? (['changing-step'] as const) : []),
    ...(model.hasModules ? (['modules'] as const) : []),
  ].map((what) => warning('not-written', { what }, { file: model.file }));

/** Names in the file. XMILE does not tell capitals from small letters, so two names may need to be told apart. */
function namesOf(model: Model, standing: ReadonlyMap<VariableId, Standing>): ReadonlyMap<VariableId, string> {
  const taken = new Set<string>();
  const names = new Map<VariableId, string>();
  for (const id of model.variables.keys()) {
    const array = standing.get(id)?.array;
    const wanted = array?.name ?? id;
    const first = array && names.get(array.elements[0]!.id);
    let name = first ?? wanted;
    if (first === undefined) for (let n = 2; taken.has(canonical(name)); n++) name = `${wanted} ${n}`;
    taken.add(canonical(name));
    names.set(id, name);
  }
  return names;
}

/** Not an element of an array, or its first. */
const isFirst = (own: Standing | undefined, id: VariableId): boolean =>
  own === undefined || own.array.elements[0]!.id === id;

/** A subscript as equations write it. */
const subscript = (name: string): string => (/^\d+$/.test(name) ? name : quoted(name));

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' }; // prettier-ignore
const escaped = (text: string): string => text.replace(/[&<>"\n\r\t]/g, (c) => ESCAPES[c] ?? c);
