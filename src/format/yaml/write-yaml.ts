import { Document, isScalar, visit } from 'yaml';
import { error, warning } from '../../base/diagnostic.ts';
import { must } from '../../base/assert.ts';
import { fail, ok } from '../../base/result.ts';
import { parse } from '../../equation/parse.ts';
import { equationTexts, isPlainTable } from './write-equation.ts';
import { ownNames } from './write-names.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { SourceText } from '../../base/source.ts';
import type { Expr } from '../../model/expr.ts';
import type { Model } from '../../model/model.ts';
import type { Variable, VariableId } from '../../model/variable.ts';
import type { WrittenFile } from '../xmile/write-xmile.ts';

type Section = 'parameters' | 'stocks' | 'flows' | 'auxiliaries' | 'tables';
const SECTION = {
  parameter: 'parameters', stock: 'stocks', flow: 'flows', aux: 'auxiliaries', table: 'tables',
} as const satisfies Record<Variable['kind'], Section>; // prettier-ignore

/**
 * Writes a model as a file of our own. Arrays, modules, macros and delays are written as what they have been worked out
 * to. Fails where our language has no words, such as for values of earlier steps.
 */
export function writeYaml(model: Model): Result<WrittenFile, readonly Diagnostic[]> {
  const { variables, simSpecs, file } = model;
  const warnings: Diagnostic[] = [];
  const names = ownNames(variables.keys());
  const nameOf = (id: VariableId): string => names.get(id) ?? id;
  const tableOf = (id: VariableId) => {
    const found = variables.get(id);
    return found?.kind === 'table' ? found : undefined;
  };
  const texts = equationTexts(nameOf, tableOf);
  // Our own check is strict: a unit that is missing anywhere would make the rest wrong.
  const unitsHold =
    simSpecs.timeUnit !== '' && [...variables.values()].every((v) => v.unit.text !== '' && !v.hidden);
  if (!unitsHold) warnings.push(warning('approximated', { what: 'unit', instead: '1' }, { file }));
  const unit = (text: string): string => (unitsHold && text !== '' ? text : '1');
  const equation = (source: SourceText, expr: Expr | undefined): string => {
    if (expr) return texts.write(expr);
    const parsed = parse(source);
    return parsed.ok ? texts.write(parsed.value) : source.text;
  };

  const sections: Partial<Record<Section, Record<string, unknown>>> = {};
  for (const v of variables.values()) {
    if (v.kind === 'table' && !isPlainTable(v)) continue;
    (sections[SECTION[v.kind]] ??= {})[nameOf(v.id)] = {
      name: v.name,
      ...(v.about.sv === '' ? {} : { about: v.about }),
      unit: unit(v.unit.text),
      ...own(v),
    };
  }
  if (texts.missing.size > 0)
    return fail([...texts.missing].map((what) => error('not-supported', { what }, { file })));

  const { start, stop, dt, saveStep, method, timeUnit, clock } = simSpecs;
  if (clock) warnings.push(warning('approximated', { what: 'time step', instead: `dt ${dt}` }, { file }));
  const specs = { start, stop, dt, save_step: saveStep, method, time_unit: unit(timeUnit) };
  const diagram = Object.entries(model.diagram ?? {}).filter(([id]) => variables.has(id));
  const document = new Document({
    id: ownNames([model.id]).get(model.id),
    name: model.name,
    ...(model.about.sv === '' ? {} : { about: model.about }),
    sim_specs: specs,
    ...sections,
    ...(diagram.length === 0
      ? {}
      : { diagram: Object.fromEntries(diagram.map(([id, at]) => [nameOf(id), at])) }),
  });
  const parts = ['levers', 'actors', 'outcomes', 'presets', 'strategies'] as const;
  for (const part of parts)
    if (model[part].length > 0) warnings.push(warning('left-out', { what: part }, { file }));
  visit(document, {
    Map: (_, map) => void (map.flow = map.has('sv') || map.has('x')),
    Seq: (_, list) => void (list.flow = list.items.every((item) => isScalar(item))),
  });
  return ok({ text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), warnings });

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
        return { x_unit: unit(v.xUnit.text), points: v.x.map((x, i) => [x, must(v.y[i], v.id)]) };
    }
  }
}
