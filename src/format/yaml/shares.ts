import { error } from '../../base/diagnostic.ts';
import type { Actor, ActorId, Shares } from '../../model/model.ts';
import type { Draft } from './draft.ts';
import { unknownReference } from './names.ts';
import type { SharesEntry } from './schema-levers.ts';
import type { At } from './shape.ts';

export type ActorKinds = ReadonlyMap<ActorId, Actor['money']>;

/** Rounding that a sum of shares may have. */
const tolerance = 1e-9;

/** Who pays what share of a sum. The shares must make a whole: then money between actors cancels to the öre. */
export function checkShares(entries: SharesEntry, of: At<string>, kinds: ActorKinds, draft: Draft): Shares {
  const payers = [...kinds].filter(([, money]) => money === 'cash').map(([id]) => id);
  const shares: Record<ActorId, Shares[string]> = {};
  let known = true;
  for (const { id, value } of entries) {
    if (!payers.includes(id.value)) {
      draft.report(unknownReference(id, 'payer', payers));
      known = false;
    } else if (value === undefined) {
      known = false;
    } else if (typeof value.value === 'string' && value.value !== 'rest') {
      known =
        draft.names.refer({ value: value.value, place: value.place }, 'parameter', ['parameter']) && known;
    }
    if (value !== undefined) shares[id.value] = value.value;
  }
  if (!known) return shares;
  const all = Object.values(shares);
  const sum = all.reduce<number>((total, share) => total + (share === 'rest' ? 0 : valueOf(share, draft)), 0);
  const rests = all.filter((share) => share === 'rest').length;
  const negative = all.some((share) => typeof share === 'number' && share < 0);
  if (sum > 1 + tolerance || (rests === 0 && sum < 1 - tolerance) || rests > 1 || negative) {
    draft.report(error('shares-sum', { name: of.value, sum }, entries[0]?.id.place ?? of.place));
  }
  return shares;
}

function valueOf(share: number | string, draft: Draft): number {
  if (typeof share === 'number') return share;
  const parameter = draft.variables.get(share);
  // A parameter whose own entry is wrong has been reported there.
  return parameter?.kind === 'parameter' ? parameter.value : 0;
}

/** An actor's share as text for an equation; undefined if it pays nothing. */
export function shareOf(actor: ActorId, shares: Shares): string | undefined {
  const share = shares[actor];
  if (share === undefined || share === 0) return undefined;
  if (share !== 'rest') return String(share);
  const others = Object.values(shares).filter((other) => other !== 'rest' && other !== 0);
  return others.length === 0 ? '1' : `(1 - ${others.join(' - ')})`;
}
