import { canonical } from '../../equation/dialects/names.ts';
import type { Arrays, Model } from '../../model/model.ts';
import type { Stock, Variable, VariableId } from '../../model/variable.ts';

/** An array that is written as one, with its elements in the order of the model. */
export interface WrittenArray {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly elements: readonly Variable[];
}

/** Where a scalar stands in an array. */
export interface Standing {
  readonly array: WrittenArray;
  readonly subscripts: readonly string[];
}

export interface Grouped {
  readonly dimensions: Arrays['dimensions'];
  readonly standing: ReadonlyMap<VariableId, Standing>;
}

/**
 * The scalars that are elements of one array, and those that each element has for its own use (`x[a]|level 1` is
 * `x|level 1` at a). What is not there for every element, or not alike, stays what it is: a variable of its own.
 */
export function arraysIn(model: Model): Grouped {
  const declared = model.arrays;
  const standing = new Map<VariableId, Standing>();
  if (!declared) return { dimensions: [], standing };
  const sizes = new Map(declared.dimensions.map((d) => [d.name, new Set(d.elements)]));
  const groups = new Map<string, { array: WrittenArray; elements: Variable[]; at: string[][] }>();
  for (const v of model.variables.values()) {
    const parts = partsOf(v.id);
    const dimensions = parts && declared.of[parts.base];
    if (!parts || dimensions?.length !== parts.subscripts.length) continue;
    if (!parts.subscripts.every((s, i) => sizes.get(dimensions[i]!)?.has(s))) continue;
    const name = parts.base + parts.rest;
    const elements: Variable[] = [];
    const group = groups.get(name) ?? { array: { name, dimensions, elements }, elements, at: [] };
    groups.set(name, group);
    group.elements.push(v);
    group.at.push([...parts.subscripts]);
  }
  const names = new Set([...model.variables.keys()].map(canonical));
  const whole = [...groups.values()].filter(({ array, elements }) => {
    const size = array.dimensions.reduce((n, d) => n * sizes.get(d)!.size, 1);
    return elements.length === size && !names.has(canonical(array.name)) && areAlike(elements);
  });
  for (const { array, elements, at } of whole)
    for (const [i, v] of elements.entries()) standing.set(v.id, { array, subscripts: at[i]! });
  keepFlowsWhole(model, standing);
  const inUse = [...model.variables.keys()].flatMap((id) => standing.get(id)?.array.dimensions ?? []);
  const dimensions = [...new Set(inUse)].flatMap(
    (name) => declared.dimensions.find((d) => d.name === name) ?? [],
  );
  return { dimensions, standing };
}

/** `module.x[a,b]|level 1`, taken apart. */
function partsOf(
  id: VariableId,
): { readonly base: string; readonly subscripts: readonly string[]; readonly rest: string } | undefined {
  const open = id.indexOf('[');
  const close = id.indexOf(']', open);
  if (open <= 0 || close < 0) return undefined;
  return {
    base: id.slice(0, open),
    subscripts: id.slice(open + 1, close).split(','),
    rest: id.slice(close + 1),
  };
}

/** A constant is an auxiliary there. */
export const tagOf = (v: Variable): string => (v.kind === 'parameter' ? 'aux' : v.kind);

function areAlike(elements: readonly Variable[]): boolean {
  const [first] = elements;
  return elements.every(
    (v) =>
      first !== undefined &&
      v.kind !== 'table' &&
      tagOf(v) === tagOf(first) &&
      v.hidden === first.hidden &&
      v.unit.text === first.unit.text &&
      v.about.sv === first.about.sv &&
      (v.kind !== 'stock' || v.nonNegative === (first as Stock).nonNegative),
  );
}

/** A stock and its flows are arrays together, each flow at the place of its stock, or each is one by itself. */
function keepFlowsWhole(model: Model, standing: Map<VariableId, Standing>): void {
  const stocks = [...model.variables.values()].filter((v) => v.kind === 'stock');
  const drop = ({ array }: Standing): void => array.elements.forEach((v) => void standing.delete(v.id));
  for (let size = -1; size !== standing.size;) {
    size = standing.size;
    for (const stock of stocks) {
      const own = standing.get(stock.id);
      if (!own) {
        for (const id of [...stock.inflows, ...stock.outflows]) {
          const flow = standing.get(id);
          if (flow) drop(flow);
        }
        continue;
      }
      const [first] = own.array.elements;
      const flows = flowsOf(stock, standing);
      if (flows === undefined || flows !== flowsOf(first as Stock, standing)) drop(own);
    }
  }
}

/** The names of the arrays that a stock's flows are of; undefined if one stands elsewhere than the stock does. */
function flowsOf(stock: Stock, standing: ReadonlyMap<VariableId, Standing>): string | undefined {
  const own = standing.get(stock.id)!;
  const names = (flows: readonly VariableId[]): readonly (string | undefined)[] =>
    flows.map((id) => {
      const flow = standing.get(id);
      const same =
        flow &&
        isSame(flow.array.dimensions, own.array.dimensions) &&
        isSame(flow.subscripts, own.subscripts);
      return same ? flow.array.name : undefined;
    });
  const all = [...names(stock.inflows), ' > ', ...names(stock.outflows)];
  return all.includes(undefined) ? undefined : all.join('\n');
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** A reference from an element: at the dimensions that both share, if `lifted`; else at elements by their names. */
export function subscriptsOf(to: Standing, from: Standing | undefined, lifted: boolean): readonly string[] {
  const own =
    lifted && from && new Set(from.array.dimensions).size === from.array.dimensions.length ? from : undefined;
  return to.subscripts.map((element, i) => {
    const dimension = to.array.dimensions[i]!;
    const at = own?.array.dimensions.indexOf(dimension) ?? -1;
    return own && at >= 0 && own.subscripts[at] === element ? dimension : element;
  });
}
