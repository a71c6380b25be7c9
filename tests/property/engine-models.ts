import fc from 'fast-check';
import { builtins } from '../../src/equation/builtins/index.ts';
import { RUN_NAMES } from '../../src/equation/names.ts';
import { eachPart } from '../../src/equation/parts.ts';
import { isThisStep } from '../../src/engine/history.ts';
import type { Expr } from '../../src/model/expr.ts';
import type { CheckedModel, CheckedStock } from '../../src/engine/checked.ts';
import { timeGrid } from '../../src/engine/integrate/time-grid.ts';
import type { RunPlan } from '../../src/engine/plan.ts';
import { reach } from '../../src/engine/reads.ts';
import type { FixedMethod, Model } from '../../src/model/model.ts';
import type { GraphicalFunction, Parameter, Stock, Variable } from '../../src/model/variable.ts';

/** A model of any shape, and a plan to run it by. */
export interface Case {
  readonly checked: CheckedModel;
  readonly plan: Omit<RunPlan, 'method'>;
}

const span = { from: 0, to: 0 };
const place = { file: 'generated', line: 1, column: 1 };
const source = { ...place, text: '' };
const words = { sv: '', en: '' };
const base = (id: string) => ({ id, name: words, about: words, unit: source, place });

export const number = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, -0, 1, -1, 2, 0.5, 0.1, 3, 10, -7.25, 1e-3, 1e9) },
  { weight: 2, arbitrary: fc.double({ min: -100, max: 100, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }) },
);

/** An expression over `names`, `tables` and the past of `remembered`, with all that the equation language has. */
function expression(
  names: readonly string[],
  tables: readonly string[],
  remembered: readonly string[],
): fc.Arbitrary<Expr> {
  const ref = fc.constantFrom(...names, ...RUN_NAMES).map((name): Expr => ({ kind: 'ref', name, span }));
  const literal = number.map((value): Expr => ({ kind: 'number', value, span }));
  const call = (parts: fc.Arbitrary<Expr>) =>
    fc.constantFrom(...builtins.values()).chain(({ name, arity: [min, max], given = [] }) =>
      fc
        .tuple(parts, fc.array(parts, { minLength: min, maxLength: Math.min(max, 4) }))
        .map(([draw, args]): Expr => {
          const added = given.map((id): Expr => (id === 'draw' ? draw : { kind: 'ref', name: id, span }));
          return { kind: 'call', fn: name, args: [...added, ...args], span };
        }),
    );
  const { expr } = fc.letrec<{ expr: Expr }>((tie) => {
    const op = fc.constantFrom('+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', 'and', 'or');
    const composed: fc.Arbitrary<Expr>[] = [
      fc.record({ kind: fc.constant('negate'), arg: tie('expr'), span: fc.constant(span) }),
      fc.record({ kind: fc.constant('not'), arg: tie('expr'), span: fc.constant(span) }),
      fc.record({
        kind: fc.constant('binary'),
        op,
        left: tie('expr'),
        right: tie('expr'),
        at: fc.constant(0),
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant('if'),
        test: tie('expr'),
        then: tie('expr'),
        otherwise: tie('expr'),
        span: fc.constant(span),
      }),
      call(tie('expr')),
      fc.record({
        kind: fc.constant('past'),
        name: fc.constantFrom(...remembered),
        // A number 0 would mean this step, in which what is read may not be worked out yet.
        steps: fc.oneof(literal, tie('expr')).filter((steps) => !isThisStep(steps)),
        initial: tie('expr'),
        span: fc.constant(span),
      }),
    ];
    const lookup = tables.map((table) => tie('expr').map((x): Expr => ({ kind: 'lookup', table, x, span })));
    return {
      expr: fc.oneof(
        { depthSize: 'medium', maxDepth: 6, withCrossShrink: true },
        ref,
        literal,
        ...composed,
        ...lookup,
      ),
    };
  });
  return expr;
}

const table = (id: string): fc.Arbitrary<GraphicalFunction> =>
  fc
    .oneof(
      // Evenly spaced, as far as doubles can be.
      fc
        .record({
          first: fc.double({ min: -10, max: 10, noNaN: true }),
          width: fc.constantFrom(0.1, 0.25, 1, 3),
          count: fc.integer({ min: 1, max: 12 }),
        })
        .map(({ first, width, count }) => Array.from({ length: count }, (_, i) => first + i * width)),
      fc
        .uniqueArray(fc.double({ min: -100, max: 100, noNaN: true }), {
          minLength: 1,
          maxLength: 12,
          comparator: (a, b) => a === b,
        })
        .map((xs) => xs.toSorted((a, b) => a - b)),
    )
    .chain((x) =>
      fc
        .array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: x.length, maxLength: x.length })
        .map((y) => ({ ...base(id), kind: 'table' as const, x, y, xUnit: source })),
    );

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

interface Counts {
  readonly parameters: number;
  readonly tables: number;
  readonly stocks: number;
  readonly variables: number;
}

const counts: fc.Arbitrary<Counts> = fc.record({
  parameters: fc.nat(3),
  tables: fc.nat(2),
  stocks: fc.nat(4),
  variables: fc.integer({ min: 1, max: 8 }),
});

/** Each flow fills one stock at most and drains one at most; −1 is outside the model. */
const ends = (count: number, stocks: number) =>
  fc.array(fc.tuple(fc.integer({ min: -1, max: stocks - 1 }), fc.integer({ min: -1, max: stocks - 1 })), {
    minLength: count,
    maxLength: count,
  });

const checkedModel = (n: Counts): fc.Arbitrary<CheckedModel> => {
  const parameterIds = names('p', n.parameters);
  const tableIds = names('t', n.tables);
  const stockIds = names('s', n.stocks);
  const ids = names('v', n.variables);
  return fc
    .record({
      tables: fc.tuple(...tableIds.map(table)),
      equations: fc.tuple(
        ...ids.map((_, i) =>
          expression([...parameterIds, ...stockIds, ...ids.slice(0, i)], tableIds, [...stockIds, ...ids]),
        ),
      ),
      // A stock's initial value may need those before it, and any variable, as long as that needs no later stock.
      initials: fc.tuple(
        ...stockIds.map((_, i) =>
          expression([...parameterIds, ...stockIds.slice(0, i), ...ids], tableIds, [...stockIds, ...ids]),
        ),
      ),
      ends: ends(n.variables, n.stocks),
      nonNegative: fc.array(fc.boolean(), { minLength: n.stocks, maxLength: n.stocks }),
    })
    .map((parts) => {
      const equations = new Map(ids.map((id, i) => [id, parts.equations[i]!]));
      const flowsInto = (stock: number) => ids.filter((_, i) => parts.ends[i]![0] === stock);
      const flowsFrom = (stock: number) =>
        ids.filter((_, i) => parts.ends[i]![1] === stock && parts.ends[i]![0] !== stock);
      const stocks = stockIds.map((id, i): CheckedStock => {
        const stock: Stock = {
          ...base(id),
          kind: 'stock',
          initial: source,
          inflows: flowsInto(i),
          outflows: flowsFrom(i),
          nonNegative: parts.nonNegative[i]!,
        };
        const known = [...parameterIds, ...stockIds.slice(0, i)];
        const needed = reach(reads(parts.initials[i]!), equations);
        const possible = stockIds.every((other) => known.includes(other) || !needed.has(other));
        return { stock, initial: possible ? parts.initials[i]! : { kind: 'number', value: i + 1, span } };
      });
      const clocked = (id: string) =>
        id === 'time' ||
        id === 'steptime' ||
        stockIds.includes(id) ||
        partsOf(equations.get(id)).includes('past');
      const moves = (id: string) => [...reach([id], equations)].some(clocked);
      const constants = ids.filter((id) => !moves(id));
      const dynamic = ids.filter(moves);
      const initials: string[] = [];
      for (const { stock, initial } of stocks) {
        const needed = reach(reads(initial), equations);
        initials.push(...dynamic.filter((id) => needed.has(id) && !initials.includes(id)), stock.id);
      }
      const parameters = parameterIds.map((id): Parameter => ({
        ...base(id),
        kind: 'parameter',
        value: 0,
        distribution: { shape: 'fixed', min: 0, max: 0 },
        evidence: { grade: 'assumed', source: { sv: '', en: '' } },
      }));
      const variables = ids.map((id, i): Variable => {
        const attached = parts.ends[i]!.some((end) => end >= 0);
        return { ...base(id), kind: attached ? 'flow' : 'aux', equation: source };
      });
      const all = [...parameters, ...parts.tables, ...stocks.map(({ stock }) => stock), ...variables];
      const model: Model = {
        id: 'generated',
        name: words,
        about: words,
        file: place.file,
        dialect: 'native',
        simSpecs: { start: 0, stop: 1, dt: 1, saveStep: 1, method: 'euler', timeUnit: 'year' },
        variables: new Map(all.map((variable) => [variable.id, variable])),
        levers: [],
        actors: [],
        outcomes: [],
        presets: [],
        strategies: [],
      };
      return {
        model,
        parameters,
        tables: parts.tables,
        stocks,
        equations,
        constants,
        dynamic,
        initials,
        warnings: [],
      };
    });
};

const partsOf = (expr: Expr | undefined): readonly Expr['kind'][] => {
  const kinds: Expr['kind'][] = [];
  if (expr) eachPart(expr, (part) => kinds.push(part.kind));
  return kinds;
};

const reads = (expr: Expr): string[] =>
  [...reach(['#'], new Map([['#', expr]]))].filter((name) => name !== '#');

const plan = (checked: CheckedModel): fc.Arbitrary<Omit<RunPlan, 'method'>> =>
  fc
    .record({
      start: fc.constantFrom(0, -3, 2000, 0.1),
      dt: fc.constantFrom(0.125, 0.1, 1, 1 / 3),
      steps: fc.integer({ min: 1, max: 7 }),
      saveEvery: fc.integer({ min: 1, max: 3 }),
      parameters: fc.array(number, {
        minLength: checked.parameters.length,
        maxLength: checked.parameters.length,
      }),
      initials: fc.array(fc.option(number, { nil: NaN }), {
        minLength: checked.stocks.length,
        maxLength: checked.stocks.length,
      }),
      series: fc.subarray([...checked.equations.keys(), ...checked.stocks.map(({ stock }) => stock.id)]),
    })
    .map(({ start, dt, steps, saveEvery, parameters, initials, series }) => {
      const grid = timeGrid({ start, stop: start + steps * dt, dt, saveStep: saveEvery * dt });
      if (!grid.ok) throw new Error(JSON.stringify(grid.error));
      return {
        grid: grid.value,
        series,
        parameters: Float64Array.from(parameters),
        initials: Float64Array.from(initials),
      };
    });

export const cases: fc.Arbitrary<Case> = counts
  .chain(checkedModel)
  .chain((checked) => plan(checked).map((planned) => ({ checked, plan: planned })));

export const methods: readonly FixedMethod[] = ['euler', 'rk2', 'rk4'];
