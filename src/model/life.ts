import type { Bilingual, VariableId } from './variable.ts';

/** What kind of place a stock is in a life. */
export type PlaceKind = 'school' | 'inside' | 'between' | 'outside';

export interface LifePlace {
  readonly kind: PlaceKind;
  /** Who has the responsibility there; undefined is nobody. */
  readonly responsible?: Bilingual;
}

/** How a model of many follows one: where a life begins, the ages that hold for all, and who is responsible where. */
export interface LifeCourse {
  readonly begins: VariableId;
  /** The age at which the model stops following, years. */
  readonly ends: number;
  /** Stocks that all leave at an age, in order; elsewhere one leaves at the model's rates. */
  readonly stages: readonly { readonly stocks: readonly VariableId[]; readonly until: number }[];
  readonly places: Readonly<Record<VariableId, LifePlace>>;
}
