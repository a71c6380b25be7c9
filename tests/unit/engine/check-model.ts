import { check } from '../../../src/engine/check.ts';
import type { CheckedModel } from '../../../src/engine/checked.ts';
import type { Model, SimSpecs } from '../../../src/model/model.ts';
import type { Variable, VariableId } from '../../../src/model/variable.ts';

/**
 * Variables as if each stood on a line of its own, counted from 1 in the order of the list: its name in column 1, its
 * unit in column 11, its equation in column 21.
 */
type Entry = (line: number) => Variable;

const file = 'model.yaml';
const words = { sv: '', en: '' };
const base = (id: VariableId, unit: string, line: number) => ({
  id,
  name: words,
  about: words,
  unit: { text: unit, file, line, column: 11 },
  place: { file, line, column: 1 },
});
const equationAt = (text: string, line: number) => ({ text, file, line, column: 21 });

export const aux =
  (id: VariableId, equation: string, unit = '1'): Entry =>
  (line) => ({ ...base(id, unit, line), kind: 'aux', equation: equationAt(equation, line) });

export const flow =
  (id: VariableId, equation: string, unit = '1/year'): Entry =>
  (line) => ({ ...base(id, unit, line), kind: 'flow', equation: equationAt(equation, line) });

export const stock =
  (
    id: VariableId,
    initial: string,
    flows: { in?: VariableId[]; out?: VariableId[] } = {},
    unit = '1',
  ): Entry =>
  (line) => ({
    ...base(id, unit, line),
    kind: 'stock',
    initial: equationAt(initial, line),
    inflows: flows.in ?? [],
    outflows: flows.out ?? [],
    nonNegative: false,
  });

export const parameter =
  (id: VariableId, unit = '1'): Entry =>
  (line) => ({
    ...base(id, unit, line),
    kind: 'parameter',
    value: 1,
    distribution: { shape: 'fixed', min: 1, max: 1 },
    evidence: { grade: 'assumed', source: { sv: 'ett test', en: 'a test' } },
  });

export const table =
  (id: VariableId, x: readonly number[] = [0, 1], xUnit = '1', unit = '1'): Entry =>
  (line) => ({
    ...base(id, unit, line),
    kind: 'table',
    x,
    y: x.map((value) => value * 2),
    xUnit: { text: xUnit, file, line, column: 31 },
  });

export function modelWith(
  entries: readonly Entry[],
  specs: Partial<SimSpecs> = {},
  rest: Partial<Model> = {},
): Model {
  const variables = entries.map((entry, i) => entry(i + 1));
  return {
    id: 'm',
    name: words,
    about: words,
    file,
    dialect: 'native',
    simSpecs: { start: 0, stop: 10, dt: 1, saveStep: 1, method: 'euler', timeUnit: 'year', ...specs },
    variables: new Map(variables.map((v) => [v.id, v])),
    levers: [],
    actors: [],
    outcomes: [],
    presets: [],
    strategies: [],
    ...rest,
  };
}

/** The model if it is right; a test that expects it to be fails with what is wrong. */
export function checked(...args: Parameters<typeof modelWith>): CheckedModel {
  const result = check(modelWith(...args));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What is wrong, as `[code, args, line:column variable]`. */
export function mistakes(...args: Parameters<typeof modelWith>): readonly unknown[] {
  const result = check(modelWith(...args));
  if (result.ok) return [];
  return result.error.map((d) => [d.code, d.args, `${d.where.line}:${d.where.column} ${d.where.variable}`]);
}
