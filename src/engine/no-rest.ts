import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Fact, Model } from '../model/model.ts';
import type { Unsettled } from './settle.ts';

/** What is known of a municipality, by the id of the fact. */
export type Facts = Readonly<Record<string, number>>;

/**
 * Tells why there is no state of rest, and which fact is to blame: the one without which there would be one.
 * @param settles whether there is one with other facts
 */
export function noRest(
  model: Model,
  facts: Facts,
  reason: Unsettled,
  settles: (facts: Facts) => boolean,
): Diagnostic {
  const cures = (fact: Fact): boolean => {
    const others = Object.fromEntries(Object.entries(facts).filter(([id]) => id !== fact.id));
    const own = fact.sets !== undefined && fact.from !== undefined;
    return settles(own ? { ...others, [fact.id]: fact.from } : others);
  };
  const given = (model.municipality ?? []).filter((fact) => facts[fact.id] !== undefined);
  return explain(model, reason, facts, given.find(cures));
}

function explain(model: Model, why: Unsettled, facts: Facts, culprit: Fact | undefined): Diagnostic {
  if (why.kind === 'bound') {
    const calibration = must(
      model.equilibrium?.calibrations.find((c) => c.id === why.calibration),
      why.calibration,
    );
    const fact = model.municipality?.find((f) => f.id === calibration.fact);
    const value = fact && (facts[fact.id] ?? fact.from);
    if (fact !== undefined && value !== undefined) {
      const limit = { side: why.side, value: rounded(value * why.share) };
      const possible = limit.value >= fact.min && limit.value <= fact.max;
      // The one that was given is to blame, and not one that nobody has said anything about.
      const other =
        culprit !== undefined && (!possible || facts[fact.id] === undefined) ? culprit : undefined;
      if (other === undefined) return error('no-equilibrium', { fact: fact.name, value, limit });
      return error('no-equilibrium', {
        fact: other.name,
        value: facts[other.id]!,
        then: { fact: fact.name, ...limit },
      });
    }
  }
  if (why.kind === 'below') {
    return error(
      'below-nothing',
      { stock: why.stock, value: rounded(why.value), ...(culprit && { fact: culprit.name }) },
      { variable: why.stock },
    );
  }
  return error(
    'no-equilibrium',
    culprit === undefined ? {} : { fact: culprit.name, value: facts[culprit.id]! },
  );
}

const rounded = (value: number): number => Number(value.toPrecision(3));
