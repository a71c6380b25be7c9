import { check } from '../../../src/engine/check.ts';
import type { CheckedModel } from '../../../src/engine/checked.ts';
import type { Model, Preset, SimSpecs } from '../../../src/model/model.ts';
import type { Variable } from '../../../src/model/variable.ts';

/** A model in few words: numbers are parameters, texts equations. Units are all 1. */
export interface Sketch {
  readonly simSpecs?: Partial<SimSpecs>;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly tables?: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>>;
  readonly stocks?: Readonly<Record<string, StockSketch>>;
  readonly flows?: Readonly<Record<string, string>>;
  readonly auxiliaries?: Readonly<Record<string, string>>;
  readonly presets?: Readonly<Record<string, Preset['values']>>;
}

export interface StockSketch {
  readonly initial: string;
  readonly in?: readonly string[];
  readonly out?: readonly string[];
  readonly nonNegative?: boolean;
}

const words = { sv: '', en: '' };

export function modelOf(sketch: Sketch): Model {
  const variables: Variable[] = [];
  const base = (id: string) => {
    const place = { file: 'sketch.yaml', line: variables.length + 1, column: 3 };
    return { id, name: words, about: words, unit: { ...place, text: '1' }, place };
  };
  const text = (value: string) => ({
    file: 'sketch.yaml',
    line: variables.length + 1,
    column: 13,
    text: value,
  });
  for (const [id, value] of Object.entries(sketch.parameters ?? {})) {
    const distribution = { shape: 'fixed', min: value, max: value } as const;
    const evidence = { grade: 'assumed', source: { sv: 'ett test', en: 'a test' } } as const;
    variables.push({ ...base(id), kind: 'parameter', value, distribution, evidence });
  }
  for (const [id, points] of Object.entries(sketch.tables ?? {})) {
    const [x, y] = [points.map((p) => p[0]), points.map((p) => p[1])];
    variables.push({ ...base(id), kind: 'table', x, y, xUnit: text('1') });
  }
  for (const [id, stock] of Object.entries(sketch.stocks ?? {})) {
    const { initial, in: inflows = [], out: outflows = [], nonNegative = false } = stock;
    variables.push({ ...base(id), kind: 'stock', initial: text(initial), inflows, outflows, nonNegative });
  }
  for (const [id, equation] of Object.entries(sketch.flows ?? {})) {
    variables.push({ ...base(id), kind: 'flow', equation: text(equation) });
  }
  for (const [id, equation] of Object.entries(sketch.auxiliaries ?? {})) {
    variables.push({ ...base(id), kind: 'aux', equation: text(equation) });
  }
  return {
    id: 'sketch',
    name: words,
    about: words,
    file: 'sketch.yaml',
    dialect: 'native',
    simSpecs: { start: 0, stop: 1, dt: 1, saveStep: 1, method: 'euler', timeUnit: '1', ...sketch.simSpecs },
    variables: new Map(variables.map((variable) => [variable.id, variable])),
    levers: [],
    actors: [],
    outcomes: [],
    presets: Object.entries(sketch.presets ?? {}).map(([id, values]) => ({
      id,
      name: words,
      about: words,
      values,
    })),
    strategies: [],
  };
}

export function checkedOf(sketch: Sketch): CheckedModel {
  const checked = check(modelOf(sketch));
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}
