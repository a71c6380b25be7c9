import { must } from '../base/assert.ts';
import type { Run } from './experiment.ts';
import type { Actor, MemoItem, Model } from './model.ts';
import { savedBy } from './reading.ts';

/** What goes from purse to purse, and what is told of apart, by a run against base. Money in SEK, present value. */

export interface PassedOn {
  readonly actor: Actor;
  /** What it bears for others; below 0 what others bear for it. Adds up to 0 over the actors. */
  readonly borne: number;
}

/** Less than a krona is rounding. */
const krona = 1;

/**
 * What has been moved between purses by a model time, for the actors between whom anything has. Undefined where nothing
 * has. The runs must hold the series of the ledger's transfers.
 */
export function passedOnBy(
  { ledger, actors }: Model,
  run: Run,
  base: Run,
  time: number,
): readonly PassedOn[] | undefined {
  const borne = new Map<string, number>();
  let moved = false;
  for (const { from, to, presentValue } of ledger?.transfers ?? []) {
    const sek = -savedBy(run, base, presentValue, time);
    borne.set(from, (borne.get(from) ?? 0) + sek);
    borne.set(to, (borne.get(to) ?? 0) - sek);
    moved ||= Math.abs(sek) > krona;
  }
  if (!moved) return undefined;
  return [...borne]
    .filter(([, sek]) => Math.abs(sek) > krona)
    .map(([id, sek]) => ({
      actor: must(
        actors.find((a) => a.id === id),
        id,
      ),
      borne: sek,
    }))
    .sort((a, b) => b.borne - a.borne);
}

export interface Memo {
  readonly item: MemoItem;
  /** How much less of it there is than in base; below 0 more. */
  readonly saved: number;
}

/** What is in the accounts and told of apart, by a model time. The runs must hold its series. */
export const memoBy = ({ ledger }: Model, run: Run, base: Run, time: number): readonly Memo[] =>
  (ledger?.memo ?? []).map((item) => ({ item, saved: savedBy(run, base, item.presentValue, time) }));
