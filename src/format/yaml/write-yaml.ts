import { Document, isScalar, visit } from 'yaml';
import { warning } from '../../base/diagnostic.ts';
import { must } from '../../base/assert.ts';
import { parse } from '../../equation/parse.ts';
import { equationText } from './write-equation.ts';
import { ownNames } from './write-names.ts';
import { unitsHold } from './write-units.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { SourceText } from '../../base/source.ts';
import type { Expr } from '../../model/expr.ts';
import type { Model } from '../../model/model.ts';
import type { GraphicalFunction, Variable, VariableId } from '../../model/variable.ts';
import type { WrittenFile } from '../xmile/write-xmile.ts';

type Section = 'parameters' | 'stocks' | 'flows' | 'auxiliaries' | 'tables';
const SECTION = {
  parameter: 'parameters', stock: 'stocks', flow: 'flows', aux: 'auxiliaries', table: 'tables',
} as const satisfies Record<Variable['kind'], Section>; // prettier-ignore

/**
 * Writes a model as a file of our own. Arrays, modules, macros and delays are written as what they have been worked out
 * to.
 */
export function writeYaml(model: Model): WrittenFile {
  const { variables, simSpecs, file } = model;
  const warnings: Diagnostic[] = [];
  const names = ownNames(variables.keys());
  const nameOf = (id: VariableId): string => names.get(id) ?? id;
  const hold = unitsHold(model);
  if (!hold) warnings.push(warning('not-written', { what: 'units' }, { file }));
  const unit = (text: string): string => (hold && text !== '' ? text : '1');
  const equation = (source: SourceText, expr: Expr | undefined): string => {
    const parsed = expr ? undefined : parse(source);
    const known = parsed?.ok ? parsed.value : expr;
    return known ? equationText(known, nameOf) : source.text;
  };

  const sections: Partial<Record<Section, Record<string, unknown>>> = {};
  for (const v of variables.values()) {
    (sections[SECTION[v.kind]] ??= {})[nameOf(v.id)] = {
      name: v.name,
      ...(v.about.sv === '' ? {} : { about: v.about }),
      unit: unit(v.unit.text),
      ...own(v),
    };
  }
  const { start, stop, dt, saveStep, method, timeUnit, clock } = simSpecs;
  if (model.hasModules) warnings.push(warning('not-written', { what: 'modules' }, { file }));
  if (clock) warnings.push(warning('not-written', { what: 'changing-step' }, { file }));
  const specs = { start, stop, dt, save_step: saveStep, method, time_unit: unit(timeUnit) };
  const diagram = Object.entries(model.diagram ?? {}).filter(([id]) => variables.has(id));
  const content = {
    id: ownNames([model.id]).get(model.id),
    name: model.name,
    ...(model.about.sv === '' ? {} : { about: model.about }),
    sim_specs: specs,
    ...sections,
    ...(diagram.length === 0
      ? {}
      : { diagram: Object.fromEntries(diagram.map(([id, at]) => [nameOf(id), at])) }),
  };
  // What two variables share is written out for each: our files have no aliases.
  const document = new Document(content, { aliasDuplicateObjects: false });
  const parts = ['levers', 'actors', 'outcomes', 'presets', 'strategies'] as const;
  for (const part of parts)
    if (model[part].length > 0) warnings.push(warning('not-written', { what: part }, { file }));
  visit(document, {
    Map: (_, map) => void (map.flow = map.has('sv') || map.has('x')),
    Seq: (_, list) => void (list.flow = list.items.every((item) => isScalar(item))),
  });
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), warnings };

  function own(v: Variable): object {
    switch (v.kind) {
      case 'parameter':
        return { value: v.value, grade: v.evidence.grade, source: v.evidence.source };
      case 'stock':
        return {
          initial: equation(v.initial, v.initialExpr),
          ...(v.inflows.length > 0 ? { inflows: v.inflows.map(nameOf) } : {}),
          ...(v.outflows.length > 0 ? { outflows: v.outflows.map(nameOf) } : {}),
          ...(v.nonNegative ? { non_negative: true } : {}),
        };
      case 'flow':
      case 'aux':
        return { equation: equation(v.equation, v.expr) };
      case 'table':
        return { x_unit: unit(v.xUnit.text), ...curve(v) };
    }
  }
}

/** A table's points and ways; one that has a single point is level, as a table with that height at two. */
function curve({ id, x, y, extrapolate }: GraphicalFunction): object {
  const points = x.map((at, i) => [at, must(y[i], id)] as const);
  const [only] = points;
  if (only && points.length === 1) points.push([only[0] + 1, only[1]]);
  return {
    points,
    ...(extrapolate ? { extrapolate } : {}),
    ...(x.some((at, i) => at === x[i - 1]) ? { jumps: true } : {}),
  };
}
