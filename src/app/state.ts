import type { Diagnostic } from '../base/diagnostic.ts';
import type { Run, Policy, Scenario } from '../model/experiment.ts';
import type { Budget } from '../model/budget.ts';
import type { Contributions } from '../model/contributions.ts';
import type { CohortInput } from '../model/cohort.ts';
import type { Horizon } from '../model/horizons.ts';
import type { ActorId, LeverGroup, Model } from '../model/model.ts';
import type { Bilingual, VariableId } from '../model/variable.ts';

export type Language = 'sv' | 'en';
export type Theme = 'system' | 'light' | 'dark';

export { horizons, type Horizon } from '../model/horizons.ts';

/** How a strategy is told apart on screen: colour, dash, weight and marker together. */
export type Mark = 'base' | 'base-yours' | OwnId | LeverGroup;

export type StrategyId = string;

/** A person's own strategies: as many as can be told apart on one screen. The id is also the mark. */
export const ownIds = ['own', 'own2', 'own3', 'own4'] as const;
export type OwnId = (typeof ownIds)[number];

/** As many characters as a name may have. */
export const longestName = 60;

/** As many strategies as are compared at once, besides base. */
export const mostCompared = 4;

/** A strategy that a person has made. */
export interface OwnStrategy {
  readonly id: OwnId;
  /** As the person has named it; undefined for a name that the program gives. */
  readonly name: string | undefined;
  /** Only settings that differ from the levers' defaults. */
  readonly policy: Policy;
}

/** A named pair of policy and scenario: the chip on the screen. */
export interface Strategy {
  readonly id: StrategyId;
  readonly name: Bilingual;
  readonly mark: Mark;
  readonly policy: Policy;
  readonly scenario: Scenario;
  /** Base and the model's ready strategies are never edited; moving a lever on them makes a copy. */
  readonly ready: boolean;
}

/** What a person works on: undo, links and saving all move over this half. */
export interface Document {
  readonly modelId: string;
  readonly presetId: string | undefined;
  /** What a person has said of their own municipality, by the id of the fact; stands before the preset's. */
  readonly municipality: Readonly<Record<string, number>> | undefined;
  /** The person's own strategies, in the order of the screen. */
  readonly own: readonly OwnStrategy[];
  /** What the person assumes otherwise than the model, for all strategies alike. */
  readonly assumptions: Scenario;
  /** How the efforts are paid instead of as the model says: shares by actor, with the sum 1. */
  readonly payers: Readonly<Record<ActorId, number>> | undefined;
  /** The yearly sum that the own strategies are held to while levers move; undefined when it is not locked. */
  readonly budget: Budget | undefined;
  /** The strategies that stand beside each other, at most `mostCompared`; undefined is the first ones. */
  readonly compared: readonly StrategyId[] | undefined;
  /** What a person has chosen to see of a model of their own; undefined is what is usual, and none is none. */
  readonly shown?: readonly VariableId[];
  /** How many of a year's children a newcomer thought end up outside; undefined until it has been asked. */
  readonly guess?: number;
  readonly selected: StrategyId;
  /** What is calculated of a cohort otherwise than in the worked example. */
  readonly cohort: CohortInput;
  /** What a person writes in the report; undefined before anything is written. */
  readonly notes: Notes | undefined;
}

export interface Notes {
  readonly question: string;
  readonly comment: string;
}

/** A state that a person wants to come back to, under a name of theirs. */
export interface Bookmark {
  readonly name: string;
  readonly document: Document;
}

/** A model of a person's own, as it was opened. */
export interface OwnFile {
  readonly name: string;
  readonly text: string;
  /** Data files that came with it. */
  readonly beside: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export type Opening =
  | { readonly status: 'reading'; readonly name: string }
  | { readonly status: 'failed'; readonly name: string; readonly diagnostics: readonly Diagnostic[] };

/** What is told of a work that is kept. */
export interface WorkSummary {
  readonly id: string;
  /** Model and municipality. */
  readonly name: Bilingual;
  /** Names that the person has given: strategies, bookmarks. */
  readonly named: readonly string[];
  readonly steps: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly saved: number;
  /** It is on the screen. */
  readonly open: boolean;
}

export type Async<T> =
  | { readonly status: 'empty' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly diagnostics: readonly Diagnostic[] };

/** The screens of the program, by the id in the address. */
export const viewIds = [
  'explore',
  'compare',
  'money',
  'statement',
  'start',
  'cohort',
  'report',
  'model',
  'life',
] as const;
export type ViewId = (typeof viewIds)[number];

/** What can be opened beside a screen. */
export type DrawerId = 'help' | 'history' | 'open' | 'share' | 'assumptions' | 'lever' | 'why';

/** A series for the stock's place and one for the inflow's; undefined is the outcome itself. */
export type ChartChoice = readonly [VariableId | undefined, VariableId | undefined];

/** How strategies are shown beside each other: in one picture, each in its own, or as differences to base. */
export const comparisons = ['overlay', 'multiples', 'difference'] as const;
export type Comparison = (typeof comparisons)[number];

/** How a person looks at it, and what is computed: never undone. */
export interface Session {
  readonly view: ViewId;
  readonly language: Language;
  readonly theme: Theme;
  readonly horizon: Horizon;
  /** What is open beside the screen, and what it tells of. */
  readonly drawer: { readonly id: DrawerId; readonly about?: string } | undefined;
  /** For a room: larger text and lines, and no frame. */
  readonly presenting: boolean;
  /** Whether single keys do something; they can be in the way of those who speak to their computer. */
  readonly singleKeys: boolean;
  readonly model: Async<Model>;
  /** The file that the open model was read from, when it is a person's own: no link can carry it. */
  readonly file: OwnFile | undefined;
  /** A file that is being read, or could not be. */
  readonly opening: Opening | undefined;
  /** A work of this browser that may be gone on with, when another one has been opened. */
  readonly offer: WorkSummary | undefined;
  /** The works that this browser keeps, the newest first; read when they are asked for. */
  readonly works: readonly WorkSummary[];
  /** Series that the open screen shows beside the outcomes and the ledger's sums. */
  readonly shownSeries: readonly VariableId[];
  /** What the first screen's two charts show instead of stock and inflow, where a person has chosen otherwise. */
  readonly charts?: ChartChoice | undefined;
  /** The first screen's charts show how uncertain the selected strategy is. */
  readonly uncertainty?: boolean;
  /** Series that the open drawer shows. */
  readonly drawerSeries?: readonly VariableId[];
  /** Runs of policies that are no strategies, by `trialId`: what a calculation asks for. */
  readonly trials?: Readonly<Record<string, Run>>;
  /** How often the newest change was asked to be played again: another number is a new request. */
  readonly replays?: number;
  /** The chart whose menu was asked for last; another object is a new request. */
  readonly chartMenu?: { readonly place: 0 | 1 };
  /** How the comparison is drawn; undefined is in one picture. */
  readonly comparison?: Comparison;
  /** What the levers of a strategy contribute, when a person has asked for it; its request says which. */
  readonly contributions?: Async<Contributions>;
  /** The newest good run of each strategy; kept on screen, greyed, when a later run fails. */
  readonly runs: Readonly<Record<StrategyId, Run>>;
  /** Why the newest run of a strategy failed, if it did. */
  readonly failures: Readonly<Record<StrategyId, readonly Diagnostic[]>>;
  /** What is being computed takes long. */
  readonly slow?: boolean;
  /** The lever that a step of the history is about: it is shown, and has the keyboard if `focus`. Each request is a new object. */
  readonly pointed?: { readonly lever: string; readonly focus: boolean };
  /** Nothing can be saved here, and that has been told. */
  readonly storageFailed?: boolean;
  /** What a person should know and may act on: newest last. */
  readonly notices: readonly Diagnostic[];
}

/** What was on the screen before a strategy or an assumption was changed: moves of one lever in a row are one change. */
export interface Previous {
  readonly document: Document;
  readonly runs: Session['runs'];
  /** The lever that was moved, if one was. */
  readonly lever: VariableId | undefined;
  /** The document that the change has made so far: with another one, something else has happened since. */
  readonly made: Document;
}

export interface AppState {
  readonly document: Document;
  /** The document before the drag that is going on, which is one step for undo however many moves it has. */
  readonly beforeDrag: Document | undefined;
  readonly past: readonly Document[];
  readonly future: readonly Document[];
  /** What was on the screen before the newest change; undefined before the first. */
  readonly previous?: Previous | undefined;
  /** Newest last. Undo does not take them away. */
  readonly bookmarks: readonly Bookmark[];
  readonly session: Session;
}
