/**
 * What a birth cohort's people outside cost, and what fewer of them are worth: the arithmetic of Nilsson and Nilsson
 * Lundmark, Så mycket bättre – Samordningsförbund 2.0, as closed formulas. Money in SEK, time in years. Each year's cost
 * counts at the end of the year.
 */

/** A cost per person and year outside, by who bears it. `municipality` is part of `public`; production is no one's cash. */
export interface UnitCosts {
  readonly public: number;
  readonly municipality: number;
  readonly production: number;
}

/** A present value, by who bears it. `total` is public and production together. */
export interface PresentValue {
  readonly total: number;
  readonly public: number;
  readonly municipality: number;
  readonly production: number;
}

/** What one krona at the end of each of some years is worth today: (1 − (1+r)^−n)/r, and n at a rate of zero. */
export function annuity(rate: number, years: number): number {
  return rate === 0 ? years : (1 - (1 + rate) ** -years) / rate;
}

/** What some people outside cost over some years. */
export function costOf(persons: number, years: number, unit: UnitCosts, rate: number): PresentValue {
  const personYears = persons * annuity(rate, years);
  const cash = personYears * unit.public;
  const production = personYears * unit.production;
  return {
    total: cash + production,
    public: cash,
    municipality: personYears * unit.municipality,
    production,
  };
}

/** A cohort as it leaves childhood. */
export interface Cohort {
  readonly births: number;
  /** How many of them end up outside for long. */
  readonly outside: number;
}

export interface CohortCost {
  readonly shareOutside: number;
  /** Over a term of office, four years, and over twenty. */
  readonly term: PresentValue;
  readonly long: PresentValue;
}

const termYears = 4;
const longYears = 20;

export const cohortCost = ({ births, outside }: Cohort, unit: UnitCosts, rate: number): CohortCost => ({
  shareOutside: outside / births,
  term: costOf(outside, termYears, unit, rate),
  long: costOf(outside, longYears, unit, rate),
});

/** What it is worth that a share of those who would have ended up outside do not. */
export const fewerOutside = (cohort: Cohort, share: number, unit: UnitCosts, rate: number): CohortCost =>
  cohortCost({ ...cohort, outside: cohort.outside * share }, unit, rate);

/** A group whose years until work become fewer. */
export interface Shorter {
  readonly persons: number;
  readonly yearsBefore: number;
  readonly yearsAfter: number;
  /** What the project costs in all. */
  readonly project: number;
}

export interface ShorterGain {
  readonly gross: PresentValue;
  /** The gain less the project: for society, and for public cash alone. */
  readonly net: { readonly total: number; readonly public: number };
}

/** What fewer years until work are worth, counted from when the project starts. */
export function shorterWay(
  { persons, yearsBefore, yearsAfter, project }: Shorter,
  unit: UnitCosts,
  rate: number,
): ShorterGain {
  const gross = costOf(persons, yearsBefore - yearsAfter, unit, rate);
  return { gross, net: { total: gross.total - project, public: gross.public - project } };
}
