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

/** What is known of a part. */
interface Seen {
  readonly cost: number;
  /** The same throughout a run. */
  readonly still: boolean;
  /** Reads a flow that is limited after it was worked out, so that its value depends on when it is asked for. */
  readonly limited: boolean;
}

function withParts(checked: CheckedModel): CheckedModel {
  const { dynamic, equations } = checked;
  const limited = new Set(checked.stocks.flatMap(({ stock }) => (stock.nonNegative ? stock.outflows : [])));
  const still = new Set(checked.parameters.map(({ id }) => id));
  // What reads a limited flow moves, even if it is made of constants.
  const { driving, derived } = limited.size === 0 ? { driving: [], derived: [] } : scheduleOf(checked);
  const moving = new Set([...driving, ...derived]);
  for (const id of checked.constants) if (!moving.has(id)) still.add(id);
  /** What may become a variable of its own. */
  const candidates = new Map<Expr, Seen>();
  let held = 0;
  const look = (expr: Expr): Seen => {
    let { cost, still: same, limited: late } = ownOf(expr, still, limited);
    for (const child of childrenOf(expr)) {
      const inner = look(child);
      cost += inner.cost;
      same &&= inner.still;
      late ||= inner.limited;
    }
    const found = { cost, still: same, limited: late };
    const shares = cost >= worthSharing && !late && ownOf(expr, still, limited).cost > 1;
    if (same ? cost >= worthKeeping : shares) {
      candidates.set(expr, found);
      held++;
    }
    return found;
  };
  const costly = dynamic.filter((id) => {
    const before = held;
    look(equations.get(id)!);
    return held > before;
  });

  const uses = new Map<string, number>();
  const count = (expr: Expr): void => {
    const found = candidates.get(expr);
    if (found?.still === true) return;
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
      const same = found.still;
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

/** What a part is without those inside it. */
function ownOf(expr: Expr, still: ReadonlySet<string>, limited: ReadonlySet<string>): Seen {
  const is = (cost: number, same = true, late = false): Seen => ({ cost, still: same, limited: late });
  switch (expr.kind) {
    case 'number':
      return is(0);
    case 'ref': {
      const { name } = expr;
      const same = still.has(name) || (isRunName(name) && name !== 'time' && name !== 'steptime');
      return is(0, same && !limited.has(name), limited.has(name));
    }
    case 'past':
      return is(1, false);
    case 'lookup':
      return is(functionCost);
    case 'call':
      return is(cheap.has(expr.fn) ? 1 : functionCost);
    case 'binary':
      return is(expr.op === '^' ? functionCost : expr.op === '/' ? divisionCost : 1);
    default:
      return is(1);
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
