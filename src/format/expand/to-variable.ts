import type { SourceText } from '../../base/source.ts';
import type { Expr } from '../../model/expr.ts';
import type { Variable, VariableId } from '../../model/variable.ts';
import type { Made } from './world.ts';

const literal = (expr: Expr): number | undefined =>
  expr.kind === 'number' && Number.isFinite(expr.value) ? expr.value : undefined;

/** A made variable as the model holds it. An auxiliary that is a number is a parameter, so that a run may set it. */
export function toVariable(id: VariableId, made: Made, unitOf: (text: string) => string): Variable {
  const { definition, hidden } = made;
  const { unit, place, source, about } = definition;
  const bar = id.indexOf('|');
  const name = bar < 0 ? id : id.slice(0, bar);
  const none: SourceText = { text: '', file: place.file, line: place.line, column: place.column };
  const base = {
    id,
    name: { sv: name, en: name },
    about: { sv: about, en: about },
    unit: hidden ? none : { ...unit, text: unitOf(unit.text) },
    place,
    ...(hidden ? { hidden: true as const } : {}),
  };
  switch (made.kind) {
    case 'table': {
      const outside = made.extrapolate ? { extrapolate: true as const } : {};
      return { ...base, kind: 'table', x: made.curve.x, y: made.curve.y, xUnit: none, ...outside };
    }
    case 'stock': {
      const { inflows, outflows, initial } = made;
      return {
        ...base,
        kind: 'stock',
        initial: source,
        initialExpr: initial,
        inflows,
        outflows,
        nonNegative: false,
      };
    }
    case 'flow':
      return { ...base, kind: 'flow', equation: source, expr: made.expr };
    case 'aux': {
      const value = literal(made.expr);
      if (value === undefined || hidden) return { ...base, kind: 'aux', equation: source, expr: made.expr };
      return {
        ...base,
        kind: 'parameter',
        value,
        distribution: { shape: 'fixed', min: value, max: value },
        evidence: { grade: 'assumed', source: { sv: place.file, en: place.file } },
      };
    }
  }
}
