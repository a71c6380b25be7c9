import { must } from '../base/assert.ts';
import type { Run } from '../model/experiment.ts';
import { seriesOf } from '../model/experiment.ts';
import type { Actor, Lever, Model } from '../model/model.ts';
import { leverCost, leverDefault, valueIn } from '../model/policy.ts';
import { savedBy } from '../model/reading.ts';
import type { VariableId } from '../model/variable.ts';

/**
 * Who pays and who gains, by a run against its base, in present values. Money in SEK; times in the model's unit, counted
 * from its year zero. Production value is an actor's of its own kind: it is in no sum of public money.
 */

export interface ActorAccount {
  readonly actor: Actor;
  /** What the actor pays of the efforts. */
  readonly effort: number;
  /** What the rest costs less than in the base; negative when it costs more. */
  readonly saved: number;
  /** Saved less effort. */
  readonly net: number;
  /**
   * When the net becomes positive and stays so to the end of the run, linear between saved times; 0 if it never was
   * negative, undefined if it does not.
   */
  readonly breakEven: number | undefined;
}

export interface Economics {
  /** Years after year zero. */
  readonly horizon: number;
  readonly accounts: readonly ActorAccount[];
  readonly publicNet: number;
  /** Production value too: never public money. */
  readonly totalNet: number;
}

/** The series that both runs must hold. */
export function economicsSeries({ actors, ledger }: Model): readonly VariableId[] {
  if (ledger === undefined) return [];
  const { publicValue, totalValue, effortValue } = ledger;
  return [...actors.map((a) => a.presentValue), publicValue, totalValue, effortValue];
}

/** Undefined if the model has no ledger. */
export function economicsOf(model: Model, run: Run, base: Run, horizon: number): Economics | undefined {
  const { ledger } = model;
  if (ledger === undefined) return undefined;
  const zero = yearZero(model, run);
  const end = zero + horizon;
  // Both may have efforts; those of the base are not the run's.
  const effort = -savedBy(run, base, ledger.effortValue, end);
  const shares = effortShares(model, run);
  return {
    horizon,
    accounts: model.actors.map((actor) => {
      const net = savedBy(run, base, actor.presentValue, end);
      const paid = effort * (shares.get(actor.id) ?? 0);
      return { actor, effort: paid, saved: net + paid, net, breakEven: breakEvenOf(run, base, actor, zero) };
    }),
    publicNet: savedBy(run, base, ledger.publicValue, end),
    totalNet: savedBy(run, base, ledger.totalValue, end),
  };
}

function yearZero(model: Model, { experiment }: Run): number {
  const { yearZero: id, start } = model.simSpecs;
  if (id === undefined) return start;
  return experiment.policy[id] ?? experiment.scenario[id] ?? valueIn(model, experiment, id);
}

/**
 * Each actor's share of what the efforts cost. All levers start and stop together, so that the shares are the same at
 * any time.
 */
function effortShares(model: Model, { experiment }: Run): ReadonlyMap<string, number> {
  const { policy, scenario } = experiment;
  const settingOf = (lever: Lever) =>
    policy[lever.variable] ?? scenario[lever.variable] ?? leverDefault(model, experiment, lever);
  const costs = model.levers.map((lever) => leverCost(model, experiment, lever, settingOf(lever)));
  const whole = costs.reduce((sum, cost) => sum + cost, 0);
  const paid = new Map<string, number>();
  for (const [i, { payers }] of model.levers.entries()) {
    const entries = Object.entries(payers);
    const number = (share: (typeof entries)[number][1]): number =>
      typeof share === 'number'
        ? share
        : share === 'rest'
          ? 0
          : (policy[share] ?? scenario[share] ?? valueIn(model, experiment, share));
    const known = entries.reduce((sum, [, share]) => sum + number(share), 0);
    for (const [actor, share] of entries) {
      const part = share === 'rest' ? 1 - known : number(share);
      if (whole > 0) paid.set(actor, (paid.get(actor) ?? 0) + (part * costs[i]!) / whole);
    }
  }
  return paid;
}

function breakEvenOf(run: Run, base: Run, { presentValue }: Actor, zero: number): number | undefined {
  const [after, before] = [run, base].map((r) => must(seriesOf(r, presentValue), presentValue));
  const net = (i: number) => before![i]! - after![i]!;
  const last = run.times.length - 1;
  let i = last;
  // Back from the end to the last time at which the actor was behind; an öre is not behind.
  while (i >= 0 && net(i) >= -0.005) i--;
  if (i === last) return undefined;
  if (i < 0) return 0;
  const [a, b] = [net(i), net(i + 1)];
  const share = b > a ? -a / (b - a) : 1;
  return run.times[i]! + Math.min(1, share) * (run.times[i + 1]! - run.times[i]!) - zero;
}
