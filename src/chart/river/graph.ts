import type { VariableId } from '../../model/variable.ts';

/** Where people are, in stream order: children, newcomers, adults, outside. */
export const stocks = [
  'preschool',
  'school',
  'schoolRisk',
  'upper',
  'upperRisk',
  'young',
  'programme',
  'gap',
  'established',
  'recent',
  'between',
  'entrenched',
  'coordinated',
  'recovered',
] as const;
export type StockId = (typeof stocks)[number];

/** Where a flow begins and ends; what is left out is outside the picture. */
interface Way {
  readonly from?: StockId;
  readonly to?: StockId;
}

/** Every flow of people. The card, the table and the moving dots all follow this one graph. */
export const ways = {
  births: { to: 'preschool' },
  startSchool: { from: 'preschool', to: 'school' },
  startSchoolRisk: { from: 'preschool', to: 'schoolRisk' },
  pupils: { to: 'school' },
  pupilsRisk: { to: 'schoolRisk' },
  fallBehind: { from: 'school', to: 'schoolRisk' },
  catchUp: { from: 'schoolRisk', to: 'school' },
  toUpper: { from: 'school', to: 'upper' },
  toUpperRisk: { from: 'schoolRisk', to: 'upperRisk' },
  toUpperHelped: { from: 'schoolRisk', to: 'upper' },
  loseTrack: { from: 'upper', to: 'upperRisk' },
  regainTrack: { from: 'upperRisk', to: 'upper' },
  leaveToWork: { from: 'upper', to: 'established' },
  leaveToNothing: { from: 'upper', to: 'young' },
  leaveRiskToWork: { from: 'upperRisk', to: 'established' },
  leaveRiskToNothing: { from: 'upperRisk', to: 'young' },
  youngToWork: { from: 'young', to: 'established' },
  youngToOutside: { from: 'young', to: 'recent' },
  arrivals: { to: 'programme' },
  programmeToWork: { from: 'programme', to: 'established' },
  programmeToGap: { from: 'programme', to: 'gap' },
  gapToWork: { from: 'gap', to: 'established' },
  gapToOutside: { from: 'gap', to: 'recent' },
  workToOutside: { from: 'established', to: 'recent' },
  passedOn: { from: 'recent', to: 'between' },
  passedBack: { from: 'between', to: 'recent' },
  stuckBetween: { from: 'between', to: 'entrenched' },
  entrenching: { from: 'recent', to: 'entrenched' },
  startRecent: { from: 'recent', to: 'coordinated' },
  startEntrenched: { from: 'entrenched', to: 'coordinated' },
  backOutside: { from: 'coordinated', to: 'recent' },
  backEntrenched: { from: 'coordinated', to: 'entrenched' },
  pulledUp: { from: 'coordinated', to: 'recovered' },
  relapse: { from: 'recovered', to: 'recent' },
  settling: { from: 'recovered', to: 'established' },
  ownWayRecent: { from: 'recent', to: 'established' },
  ownWayEntrenched: { from: 'entrenched', to: 'established' },
  ageProgramme: { from: 'programme' },
  ageGap: { from: 'gap' },
  ageEstablished: { from: 'established' },
  ageRecovered: { from: 'recovered' },
  ageRecent: { from: 'recent' },
  ageBetween: { from: 'between' },
  ageEntrenched: { from: 'entrenched' },
  ageCoordinated: { from: 'coordinated' },
} as const satisfies Readonly<Record<string, Way>>;

export type FlowId = keyof typeof ways;
export const flows = Object.keys(ways) as FlowId[];
export const wayOf = (flow: FlowId): Way => ways[flow];

/** How a model's unit costs are read: what a person-year outside costs an actor, and how much of it each stock bears. */
export interface CostSource {
  /** The parameter with an actor's cost of a person-year outside, SEK. */
  readonly unitCost: (actor: string) => VariableId;
  /** A stock's weight: a parameter, or 1. */
  readonly weights: Readonly<Partial<Record<StockId, VariableId | 1>>>;
  /** A cost per person-year that one actor bears alone. */
  readonly alone: Readonly<Partial<Record<StockId, { readonly actor: string; readonly cost: VariableId }>>>;
}

/** How a model's variables are read as a river: each mark is the sum of its variables, and is not there without any. */
export interface RiverSource {
  /** The parameter that says at which age `swim` stands, if the model has one. */
  readonly startAge?: VariableId;
  readonly stocks: Readonly<Record<StockId, readonly VariableId[]>>;
  readonly flows: Readonly<Record<FlowId, readonly VariableId[]>>;
  /** The variable that is the sum of the lake's stocks, if the model has one. */
  readonly lake?: VariableId;
  readonly capability: VariableId;
  readonly costs: CostSource;
}

/** The four groups that together are outside for a long time: the lake. */
export const lake = ['recent', 'between', 'entrenched', 'coordinated'] as const satisfies readonly StockId[];

/** The other groups that the headline counts. */
export const alsoOutside = ['young', 'programme', 'gap'] as const satisfies readonly StockId[];

/** The water that people are in: the parts of the lake share one, and those between agencies have the eddy. */
export const basins = {
  preschool: ['preschool'],
  school: ['school'],
  schoolRisk: ['schoolRisk'],
  upper: ['upper'],
  upperRisk: ['upperRisk'],
  young: ['young'],
  programme: ['programme'],
  gap: ['gap'],
  established: ['established'],
  recovered: ['recovered'],
  lake: ['recent', 'entrenched', 'coordinated'],
  eddy: ['between'],
} as const satisfies Readonly<Record<string, readonly StockId[]>>;

export type BasinId = keyof typeof basins;
export const basinIds = Object.keys(basins) as BasinId[];
