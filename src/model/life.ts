import type { Bilingual, VariableId } from './variable.ts';

/** What kind of place a stock is in a life. */
export type PlaceKind = 'school' | 'inside' | 'between' | 'outside';

export interface LifePlace {
  readonly kind: PlaceKind;
  /** Who has the responsibility there; undefined is nobody. */
  readonly responsible?: Bilingual;
}

/** How a model of many follows one: where that begins, the ages that hold for all, and who is responsible where. */
export interface LifeCourse {
  readonly begins: VariableId;
  /** What years are counted from, as "after arrival"; undefined is from birth, so that they are ages. */
  readonly since?: Bilingual;
  /** How one comes to where it begins, in a sentence. */
  readonly beginning?: Bilingual;
  /** The year at which the model stops following. */
  readonly ends: number;
  /** Years at which many are counted. */
  readonly moments: readonly number[];
  /** Stocks that all leave at an age, in order; elsewhere one leaves at the model's rates. */
  readonly stages: readonly { readonly stocks: readonly VariableId[]; readonly until: number }[];
  /** Stocks, and flows that lead out of the model to where one then stays. */
  readonly places: Readonly<Record<VariableId, LifePlace>>;
  /** What the two sides are called where it is not inside and outside: "in work", "without work". */
  readonly sides?: Readonly<Record<'inside' | 'outside', Bilingual>>;
  /** What these lives have in them and what they leave out, a sentence or two. */
  readonly about?: Bilingual;
}
