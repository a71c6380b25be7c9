import type { Locality, Policy } from './experiment.ts';
import type { Lever, Model } from './model.ts';
import { leverCost, leverSetting, yearlyCost } from './policy.ts';
import type { VariableId } from './variable.ts';

/** A yearly sum that a policy may not exceed, and the lever that gives way first when another is moved. */
export interface Budget {
  /** SEK per year. */
  readonly sum: number;
  readonly yields?: VariableId;
}

/**
 * A policy with one lever moved under a locked budget. What the lever takes beyond the sum the others give up, and what
 * it frees they take over: first the one that yields, then all in proportion to what they cost. Money that nobody can
 * take over is left unspent; a lever stops where nothing is left to take. Costs are proportional to settings.
 */
export function moveWithin(
  model: Model,
  where: Locality,
  policy: Policy,
  moved: { readonly variable: VariableId; readonly value: number },
  { sum, yields }: Budget,
): Policy {
  const setting = (lever: Lever): number => leverSetting(model, where, policy, lever);
  const perUnit = (lever: Lever): number => leverCost(model, where, lever, 1);
  const mover = model.levers.find((l) => l.variable === moved.variable);
  if (mover === undefined || perUnit(mover) === 0) return { ...policy, [moved.variable]: moved.value };

  const others = model.levers.filter((l) => l !== mover && perUnit(l) > 0);
  const fixed = others.reduce((least, l) => least + l.min * perUnit(l), 0);
  const value = Math.max(mover.min, Math.min(moved.value, mover.max, (sum - fixed) / perUnit(mover)));
  const before = yearlyCost(model, where, policy);
  const after = before + (value - setting(mover)) * perUnit(mover);
  const result: Record<VariableId, number> = { ...policy, [mover.variable]: value };
  // What was unspent is used before anybody gives way, and what was spent in all is what is kept up.
  let change = after > sum ? sum - after : value < setting(mover) ? before - after : 0;
  const yielding = others.find((l) => l.variable === yields);
  for (const group of yielding === undefined ? [others] : [[yielding], others]) {
    change -= share(group, change);
  }
  return result;

  /** Spreads a change of money over levers in proportion to what they cost; returns how much of it they took. */
  function share(levers: readonly Lever[], wanted: number): number {
    let left = wanted;
    let open = levers;
    while (Math.abs(left) > 1e-6 && open.length > 0) {
      const now = (l: Lever): number => leverSetting(model, where, result, l);
      const room = (l: Lever): number => ((left > 0 ? l.max : l.min) - now(l)) * perUnit(l);
      open = open.filter((l) => Math.abs(room(l)) > 1e-9 && (now(l) > l.min || levers.length === 1));
      const whole = open.reduce((cost, l) => cost + now(l) * perUnit(l), 0);
      const parts = open.map((l) => (whole > 0 ? (now(l) * perUnit(l)) / whole : 1 / open.length) * left);
      const taken = open.map((l, i) => (Math.abs(parts[i]!) > Math.abs(room(l)) ? room(l) : parts[i]!));
      for (const [i, l] of open.entries()) result[l.variable] = now(l) + taken[i]! / perUnit(l);
      const sumTaken = taken.reduce((a, b) => a + b, 0);
      if (sumTaken === 0) break;
      left -= sumTaken;
    }
    return wanted - left;
  }
}

/** The same policy with every lever's setting, above its least, in proportion, so that it costs a sum as nearly as the levers' ends allow. */
export function scaledTo(model: Model, where: Locality, policy: Policy, sum: number): Policy {
  let scaled = policy;
  for (let round = 0; round < 8; round++) {
    const before = scaled;
    const now = (l: Lever): number => leverSetting(model, where, before, l);
    const cost = yearlyCost(model, where, before);
    if (cost === 0 || Math.abs(cost - sum) < 0.5) break;
    // Levers at their end leave the rest to the others, so that another round may be needed.
    const free = model.levers.filter(
      (l) => now(l) > 0 && leverCost(model, where, l, 1) > 0 && !(sum > cost && now(l) >= l.max),
    );
    const movable = free.reduce((total, l) => total + leverCost(model, where, l, now(l)), 0);
    if (movable === 0) break;
    const factor = Math.max(0, 1 + (sum - cost) / movable);
    scaled = {
      ...before,
      ...Object.fromEntries(free.map((l) => [l.variable, Math.max(l.min, Math.min(l.max, now(l) * factor))])),
    };
  }
  return scaled;
}
