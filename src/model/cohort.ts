/**
 * What a birth cohort's people outside cost, and what fewer of them are worth: the arithmetic of Nilsson and Nilsson
 * Lundmark, Så mycket bättre – Samordningsförbund 2.0, as closed formulas. Money in SEK, time in years. Each year's cost
 * counts at the end of the year.
 */

/** What the calculation asks for: bounds, and the worked example's own figure. Money in SEK, times in years. */
export const cohortFigures = {
  births: { least: 1, most: 100_000, seed: 480 },
  /** The share of a cohort that ends up outside for long. */
  share: { least: 0, most: 1, seed: 0.125 },
  /** How many years of working life are counted. */
  years: { least: 1, most: 60, seed: 20 },
  /** The share of those who do not end up outside, thanks to a project. */
  fewer: { least: 0, most: 1, seed: 0.25 },
  project: { least: 0, most: 1e9, seed: 5e6 },
  newcomers: { least: 1, most: 10_000, seed: 10 },
  before: { least: 0, most: 40, seed: 8 },
  after: { least: 0, most: 40, seed: 4 },
  course: { least: 0, most: 1e9, seed: 4e6 },
} as const satisfies Readonly<
  Record<string, { readonly least: number; readonly most: number; readonly seed: number }>
>;

export type CohortFigure = keyof typeof cohortFigures;
/** Figures that a person has put in place of the worked example's. */
export type CohortInput = Readonly<Partial<Record<CohortFigure, number>>>;

export const isCohortFigure = (id: string): id is CohortFigure => Object.hasOwn(cohortFigures, id);

/** Whether a number can stand for a figure. */
export const figureHolds = (id: CohortFigure, value: number): boolean =>
  value >= cohortFigures[id].least && value <= cohortFigures[id].most;

/** Every figure: the person's own, else the worked example's. */
export const figuresOf = (input: CohortInput): Readonly<Record<CohortFigure, number>> => ({
  ...(Object.fromEntries(Object.entries(cohortFigures).map(([id, { seed }]) => [id, seed])) as Record<
    CohortFigure,
    number
  >),
  ...input,
});

/** A cost per person and year outside, by who bears it. `municipality` is part of `public`; production is no one's cash. */
export interface UnitCosts {
  readonly public: number;
  readonly municipality: number;
  readonly production: number;
}

/**
 * The worked example's costs per person and year: of an adult outside for long, and of a newcomer without work. Derived
 * from its sums, 600, 160, 75 and 8 of 40 million, and 20 and 10 million; so in the shipped models.
 */
export const seedCosts: Readonly<Record<'adult' | 'newcomer', UnitCosts>> = {
  adult: { public: 344_900, municipality: 147_200, production: 390_900 },
  newcomer: { public: 275_500, municipality: 120_000, production: 275_500 },
};

export const atLevel = (unit: UnitCosts, level: number): UnitCosts => ({
  public: unit.public * level,
  municipality: unit.municipality * level,
  production: unit.production * level,
});

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
  /** Over a term of office, four years, and over all the years that are counted: twenty, unless others are. */
  readonly term: PresentValue;
  readonly long: PresentValue;
}

export const termYears = 4;
const longYears = 20;

export const cohortCost = (
  { births, outside }: Cohort,
  unit: UnitCosts,
  rate: number,
  years = longYears,
): CohortCost => ({
  shareOutside: outside / births,
  term: costOf(outside, Math.min(termYears, years), unit, rate),
  long: costOf(outside, years, unit, rate),
});

/** What it is worth that a share of those who would have ended up outside do not. */
export const fewerOutside = (
  cohort: Cohort,
  share: number,
  unit: UnitCosts,
  rate: number,
  years = longYears,
): CohortCost => cohortCost({ ...cohort, outside: cohort.outside * share }, unit, rate, years);

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
