import { heldIn } from './held.ts';
import type { Expr } from './expr.ts';
import type { Lever, Model } from './model.ts';
import type { Variable, VariableId } from './variable.ts';

/** Which variables each variable is computed from, and which it goes into. */
export interface Influences {
  readonly causes: ReadonlyMap<VariableId, readonly VariableId[]>;
  readonly effects: ReadonlyMap<VariableId, readonly VariableId[]>;
}

/** A circle of causes: each variable goes into the next, and the last into the first. */
export type Circle = readonly VariableId[];

const known = new WeakMap<Model, Influences>();

/** Who influences whom while the model runs. A stock is computed from its flows; what it begins with is no influence. */
export function influencesOf(model: Model): Influences {
  const before = known.get(model);
  if (before !== undefined) return before;
  const causes = new Map<VariableId, readonly VariableId[]>();
  const effects = new Map<VariableId, VariableId[]>([...model.variables.keys()].map((id) => [id, []]));
  for (const variable of model.variables.values()) {
    const read = [...new Set(readBy(variable))].filter((id) => model.variables.has(id));
    causes.set(variable.id, read);
    for (const cause of read) effects.get(cause)!.push(variable.id);
  }
  const influences = { causes, effects };
  known.set(model, influences);
  return influences;
}

function readBy(variable: Variable): readonly string[] {
  switch (variable.kind) {
    case 'stock':
      return [...variable.inflows, ...variable.outflows];
    case 'flow':
    case 'aux':
      // A written equation has names, numbers and signs: what is not a variable is a function or a constant.
      return variable.expr === undefined
        ? (variable.equation.text.match(/[A-Za-z_]\w*/g) ?? [])
        : namesIn(variable.expr);
    case 'parameter':
    case 'table':
      return [];
  }
}

function namesIn(expr: Expr): readonly string[] {
  const held = heldIn(expr);
  if (held) return namesIn(held);
  const own =
    expr.kind === 'ref' || expr.kind === 'past' ? [expr.name] : expr.kind === 'lookup' ? [expr.table] : [];
  const parts = Object.values(expr).flat().filter(isExpr);
  return [...own, ...parts.flatMap(namesIn)];
}

const isExpr = (part: unknown): part is Expr => typeof part === 'object' && part !== null && 'kind' in part;

/** The shortest way from one variable to another along influences, both included; undefined if there is none. */
export function wayTo(
  { effects }: Influences,
  from: VariableId,
  to: VariableId,
): readonly VariableId[] | undefined {
  const cameFrom = new Map<VariableId, VariableId | undefined>([[from, undefined]]);
  for (const id of cameFrom.keys()) {
    for (const next of effects.get(id) ?? []) {
      if (next === to) return [...back(cameFrom, id), to];
      if (!cameFrom.has(next)) cameFrom.set(next, id);
    }
  }
  return undefined;
}

function back(
  cameFrom: ReadonlyMap<VariableId, VariableId | undefined>,
  last: VariableId,
): readonly VariableId[] {
  const way: VariableId[] = [];
  for (let id: VariableId | undefined = last; id !== undefined; id = cameFrom.get(id)) way.unshift(id);
  return way;
}

/**
 * The circles that a variable is on: the shortest one over each variable that it goes into, shortest first. There may
 * be more; these are the ones that answer soonest.
 */
export function circlesThrough(influences: Influences, id: VariableId): readonly Circle[] {
  const found = new Map<string, Circle>();
  for (const next of influences.effects.get(id) ?? []) {
    const way = next === id ? [] : wayTo(influences, next, id);
    if (way === undefined) continue;
    const circle = [id, ...way.slice(0, -1)];
    found.set([...circle].sort().join(' '), circle);
  }
  return [...found.values()].sort((a, b) => a.length - b.length);
}

/** Where a lever goes into the model: the variables that read it or what it was made into, but for its own and the accounts. */
export function entriesOf(model: Model, lever: Lever): readonly VariableId[] {
  const { effects } = influencesOf(model);
  const own = `lever:${lever.id}`;
  const isAccount = (origin: string | undefined): boolean =>
    origin === 'ledger' || origin?.startsWith('actor:') === true;
  const made = new Set<VariableId>([lever.variable]);
  const entries = new Set<VariableId>();
  for (const id of made) {
    for (const next of effects.get(id) ?? []) {
      const origin = model.variables.get(next)?.origin;
      if (origin === own) made.add(next);
      else if (!isAccount(origin)) entries.add(next);
    }
  }
  return [...entries];
}

/** A stock and a flow of its own are a circle too, but nobody calls that a loop. */
const shortestLoop = 3;

/**
 * The loops that a lever enters: those of the first variable on its way to the outcome that is on any, two for each
 * place where it goes in, at most `most` in all.
 */
export function loopsOf(model: Model, lever: Lever, outcome: VariableId, most = 4): readonly Circle[] {
  const influences = influencesOf(model);
  const found = new Map<string, Circle>();
  for (const entry of entriesOf(model, lever)) {
    for (const id of wayTo(influences, entry, outcome) ?? [entry]) {
      const loops = circlesThrough(influences, id).filter((circle) => circle.length >= shortestLoop);
      for (const loop of loops.slice(0, 2)) found.set([...loop].sort().join(' '), loop);
      if (loops.length > 0) break;
    }
  }
  return [...found.values()].sort((a, b) => a.length - b.length).slice(0, most);
}
