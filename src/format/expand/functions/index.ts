import { assert } from '../../../base/assert.ts';
import { canonical } from '../../../equation/dialects/names.ts';
import { isVensim } from '../world.ts';
import { allocation } from './allocation.ts';
import { arrays } from './arrays.ts';
import { calendar } from './calendar.ts';
import { containers } from './containers.ts';
import { data } from './data.ts';
import { dataStatistics } from './data-statistics.ts';
import { delays } from './delays.ts';
import { depreciation } from './depreciation.ts';
import { held } from './held.ts';
import { inputs } from './inputs.ts';
import { interpolation } from './interpolation.ts';
import { longDelays } from './long-delays.ts';
import { lookups } from './lookups.ts';
import { mathematics } from './mathematics.ts';
import { matrices } from './matrices.ts';
import { money } from './money.ts';
import { outside } from './outside.ts';
import { queues } from './queues.ts';
import { random } from './random.ts';
import { returns } from './returns.ts';
import { shifting } from './shifting.ts';
import { simultaneous } from './simultaneous.ts';
import { statistics } from './statistics.ts';
import { travelling } from './travelling.ts';
import { vectors } from './vectors.ts';
import type { Term } from '../../../equation/dialects/term.ts';
import type { Context } from '../world.ts';
import type { ForeignFunction } from './function.ts';

const all: readonly ForeignFunction[] = [
  ...mathematics, ...inputs, ...delays, ...longDelays, ...held, ...arrays, ...vectors, ...matrices, ...allocation, ...lookups, ...random, ...money, ...data, ...dataStatistics, ...calendar, ...depreciation, ...travelling, ...statistics, ...containers, ...queues, ...shifting, ...interpolation, ...outside, ...returns, ...simultaneous,
]; // prettier-ignore

const byName = { vensim: register('vensim'), xmile: register('xmile') };

function register(dialect: 'vensim' | 'xmile'): ReadonlyMap<string, ForeignFunction> {
  const names = all.flatMap((f) => (f[dialect] ?? []).map((name) => [canonical(name), f] as const));
  const map = new Map(names);
  assert(map.size === names.length, `every function of ${dialect} has a name of its own`);
  return map;
}

const tableOf = (context: Context): ReadonlyMap<string, ForeignFunction> =>
  isVensim(context) ? byName.vensim : byName.xmile;

/** What a call means in the model's dialect. Converters leave Vensim's words in XMILE files, and those are understood. */
export const functionFor = (
  term: Extract<Term, { kind: 'call' }>,
  context: Context,
): ForeignFunction | undefined => {
  const key = canonical(term.name);
  return tableOf(context).get(key) ?? (isVensim(context) ? undefined : byName.vensim.get(key));
};

export const functionNames = (context: Context): Iterable<string> => tableOf(context).keys();
