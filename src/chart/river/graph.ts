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

/** Where newcomers are in a model that follows them all the way: after the programme and the gap. */
const stageStocks = ['training', 'entryJob', 'lasting', 'stranded'] as const;

export const allStocks = [...stocks, ...stageStocks] as const;
export type StockId = (typeof allStocks)[number];

/** Where a flow begins and ends; what is left out is outside the picture. */
interface Way {
  readonly from?: StockId;
  readonly to?: StockId;
}

/** Every flow of people along the ages of a life. The card, the table and the moving dots all follow this one graph. */
const ways = {
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

/** The flows that only a picture in stages has. */
const stageWays = {
  needs: { to: 'recent' },
  resolved: { from: 'recent', to: 'recovered' },
  outOfStuck: { from: 'entrenched', to: 'recovered' },
  programmeToJob: { from: 'programme', to: 'entryJob' },
  programmeToTraining: { from: 'programme', to: 'training' },
  gapToTraining: { from: 'gap', to: 'training' },
  trainingToGap: { from: 'training', to: 'gap' },
  trainingToJob: { from: 'training', to: 'entryJob' },
  gapToJob: { from: 'gap', to: 'entryJob' },
  jobToGap: { from: 'entryJob', to: 'gap' },
  jobToLasting: { from: 'entryJob', to: 'lasting' },
  lastingToGap: { from: 'lasting', to: 'gap' },
  gapToStranded: { from: 'gap', to: 'stranded' },
  strandedToJob: { from: 'stranded', to: 'entryJob' },
  ageTraining: { from: 'training' },
  ageJob: { from: 'entryJob' },
  ageLasting: { from: 'lasting' },
  ageStranded: { from: 'stranded' },
} as const satisfies Readonly<Record<string, Way>>;

const allWays = { ...ways, ...stageWays };
export type FlowId = keyof typeof allWays;
export const flows = Object.keys(allWays) as FlowId[];
export const ageFlows = Object.keys(ways) as FlowId[];
export const wayOf = (flow: FlowId): Way => allWays[flow];

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

export type BasinId = keyof typeof basins | StockId;
export const basinIds = Object.keys(basins) as (keyof typeof basins)[];

/** How those in a water look: on track, at risk or outside. */
export type Tone = 'on-track' | 'risk' | 'outside';
