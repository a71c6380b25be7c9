import { isRunName } from '../equation/names.ts';
import { childrenOf, withChildren } from '../equation/parts.ts';
import type { Expr } from '../model/expr.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import { scheduleOf } from './schedule.ts';

/** What a part takes to compute, in additions: about what a processor says. */
const divisionCost = 4;
const functionCost = 20;
const cheap = new Set(['min', 'max', 'abs', 'clip', 'floor', 'ceil', 'int', 'sqrt', 'step', 'ramp']);

/** From this cost on, a part that stays the same throughout a run is worked out once. */
const worthKeeping = divisionCost;
/** From this cost on, a part that stands in several places is worked out once. Engines see to cheaper ones. */
const worthSharing = functionCost;

/** Names that no file can write; those of the kernel's own values begin alike. */
const partName = (n: number): VariableId => `#part ${n}`;

const known = new WeakMap<CheckedModel, CheckedModel>();

/**
 * A model with the same values to the last bit, and less work: costly parts of equations that do not change in a run
 * become constants of their own, and those that stand in several places are worked out in one. All parts are pure.
 */
export function shareParts(checked: CheckedModel): CheckedModel {
  const before = known.get(checked);
  if (before !== undefined) return before;
  const shared = withParts(checked);
  known.set(checked, shared);
  return shared;
}

/** How a part may be kept: as the one inside it that may least. */
const kept = {
  /** Not at all: it reads a flow that is limited after it was worked out, so that it depends on when it is asked for. */
  limited: 0,
  /** Within a moment. */
  moving: 1,
  /** Throughout a run. */
  still: 2,
} as const;

/** What is known of a part in one number, since there is one for each part of a model: four times its cost, and `kept`. */
type Seen = number;
const seen = (cost: number, howKept: number): Seen => cost * 4 + howKept;
const costOf = (part: Seen): number => Math.floor(part / 4);
const keptOf = (part: Seen): number => part % 4;

function withParts(checked: CheckedModel): CheckedModel {
  const { dynamic, equations } = checked;
  const limited = new Set(checked.stocks.flatMap(({ stock }) => (stock.nonNegative ? stock.outflows : [])));
  const still = new Set(checked.parameters.map(({ id }) => id));
  // What reads a limited flow moves, even if it is made of constants.
  const { driving, derived } = limited.size === 0 ? { driving: [], derived: [] } : scheduleOf(checked);
  const moving = new Set([...driving, ...derived]);
  for (const id of checked.constants) if (!moving.has(id)) still.add(id);
  /** What may become a variable of its own. */
  const candidates = new Map<Expr, number>();
  let held = 0;
  const look = (expr: Expr): Seen => {
    if (expr.kind === 'number') return seen(0, kept.still);
    if (expr.kind === 'ref') return seen(0, keptOfName(expr.name, still, limited));
    const own = ownCost(expr);
    const of = (part: Seen): Seen => {
      const [cost, how] = [costOf(part) + own, keptOf(part)];
      if (
        how === kept.still ? cost >= worthKeeping : how === kept.moving && own > 1 && cost >= worthSharing
      ) {
        candidates.set(expr, how);
        held++;
      }
      return seen(cost, how);
    };
    if (expr.kind === 'binary') return of(together(look(expr.left), look(expr.right)));
    const inside = expr.kind === 'past' ? seen(0, kept.moving) : seen(0, kept.still);
    return of(childrenOf(expr).map(look).reduce(together, inside));
  };
  const costly = dynamic.filter((id) => {
    const before = held;
    look(equations.get(id)!);
    return held > before;
  });

  const uses = new Map<string, number>();
  const count = (expr: Expr): void => {
    const found = candidates.get(expr);
    if (found === kept.still) return;
    if (found !== undefined) {
      const key = keyOf(expr);
      const before = uses.get(key) ?? 0;
      uses.set(key, before + 1);
      // What is inside is worked out once with it.
      if (before > 0) return;
    }
    for (const child of childrenOf(expr)) count(child);
  };
  for (const id of costly) count(equations.get(id)!);

  const names = new Map<string, VariableId>();
  const own = new Map<VariableId, Expr>();
  const constants: VariableId[] = [];
  const rewrite = (expr: Expr): Expr => {
    const found = candidates.get(expr);
    if (found !== undefined) {
      const key = keyOf(expr);
      const same = found === kept.still;
      if (same || uses.get(key)! > 1) {
        let name = names.get(key);
        if (name === undefined) {
          name = partName(names.size);
          names.set(key, name);
          own.set(name, same ? expr : withChildren(expr, rewrite));
          if (same) constants.push(name);
        }
        return { kind: 'ref', name, span: expr.span };
      }
    }
    return withChildren(expr, rewrite);
  };
  const rewritten = new Map<VariableId, Expr>();
  for (const id of costly) {
    const expr = equations.get(id)!;
    const next = rewrite(expr);
    if (next !== expr) rewritten.set(id, next);
  }
  if (own.size === 0) return checked;

  const isConstant = new Set(constants);
  /** The list with each part before what first reads it. */
  const withOwn = (ids: readonly VariableId[]): readonly VariableId[] => {
    const placed = new Set<VariableId>();
    const order: VariableId[] = [];
    const place = (expr: Expr): void => {
      if (expr.kind === 'ref' && own.has(expr.name) && !isConstant.has(expr.name) && !placed.has(expr.name)) {
        placed.add(expr.name);
        place(own.get(expr.name)!);
        order.push(expr.name);
      }
      for (const child of childrenOf(expr)) place(child);
    };
    for (const id of ids) {
      const expr = rewritten.get(id);
      if (expr !== undefined) place(expr);
      order.push(id);
    }
    return order;
  };
  return {
    ...checked,
    equations: new Map([...equations, ...rewritten, ...own]),
    constants: [...checked.constants, ...constants],
    dynamic: withOwn(dynamic),
    initials: withOwn(checked.initials),
  };
}

const together = (a: Seen, b: Seen): Seen => seen(costOf(a) + costOf(b), Math.min(keptOf(a), keptOf(b)));

function keptOfName(name: string, still: ReadonlySet<string>, limited: ReadonlySet<string>): number {
  if (limited.has(name)) return kept.limited;
  const same = still.has(name) || (isRunName(name) && name !== 'time' && name !== 'steptime');
  return same ? kept.still : kept.moving;
}

/** What a part costs without those inside it. */
function ownCost(expr: Expr): number {
  switch (expr.kind) {
    case 'number':
    case 'ref':
      return 0;
    case 'lookup':
      return functionCost;
    case 'call':
      return cheap.has(expr.fn) ? 1 : functionCost;
    case 'binary':
      return expr.op === '^' ? functionCost : expr.op === '/' ? divisionCost : 1;
    default:
      return 1;
  }
}

/** Equal for equal parts, wherever they stand. */
function keyOf(expr: Expr): string {
  const inside = () => childrenOf(expr).map(keyOf).join(',');
  switch (expr.kind) {
    case 'number':
      return Object.is(expr.value, -0) ? '-0' : `${expr.value}`;
    case 'ref':
      return JSON.stringify(expr.name);
    case 'binary':
      return `${expr.op}(${inside()})`;
    case 'call':
      return `${expr.fn}(${inside()})`;
    case 'lookup':
      return `lookup ${JSON.stringify(expr.table)}(${inside()})`;
    case 'past':
      return `past ${JSON.stringify(expr.name)}(${inside()})`;
    default:
      return `${expr.kind}(${inside()})`;
  }
}
