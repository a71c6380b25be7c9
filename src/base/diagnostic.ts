import type { Place } from './source.ts';

/**
 * What each message is about. A code has no words here: they are in `text/`, in both languages,
 * so that a new code without words does not compile. Args are data, never finished sentences.
 */
export interface DiagnosticArgs {
  // Reading a file
  'file-not-found': { path: string };
  'file-not-written': { path: string };
  'not-fetched': { name: string };
  'file-too-large': { bytes: number; limit: number };
  'too-many': {
    what:
      | 'variables'
      | 'elements'
      | 'parts'
      | 'values'
      | 'steps'
      | 'points'
      | 'characters'
      | 'levels'
      | 'tags'
      | 'nested-tags'
      | 'files'
      | 'stages'
      | 'stay'
      | 'on-loop'
      | 'unknowns'
      | 'periods'
      | 'rows'
      | 'data-points';
    count: number;
    limit: number;
  };
  'unknown-format': { file: string };
  'no-file': Record<string, never>;
  'several-models': { files: readonly string[] };
  'file-unreadable': { file: string };
  /** Reading took longer than any file needs, or the browser gave it up. */
  'reading-stopped': { file: string; seconds: number };
  /** Not a saved work, or one that is damaged. */
  'work-damaged': { file: string };
  'work-newer': { file: string };
  /** A file of work in which something has been changed or lost since it was written. */
  'work-changed': Record<string, never>;
  /** So many things in the history and the bookmarks do not fit the model. */
  'work-partly': { count: number };
  'yaml-syntax': { problem: YamlProblem };
  'unknown-key': { key: string; within: string; nearest?: string };
  'missing-key': { key: string; within: string };
  'not-together': { key: string; other: string };
  'comma-in-text': { found: string };
  'wrong-type': { key: string; expected: ExpectedPiece; found: FoundPiece };
  'number-format': { key: string; found: string; instead: string };
  'not-one-of': { key: string; found: string; allowed: readonly string[]; nearest?: string };
  'duplicate-name': { name: string; firstLine: number; firstFile: string };
  'bad-name': { name: string };
  'reserved-name': { name: string };
  'missing-text': {
    name: string;
    what:
      | 'name'
      | 'about'
      | 'source'
      | 'zone'
      | 'measure'
      | 'unit_words'
      | 'happens'
      | 'dynamics'
      | 'fairness';
    language: 'sv' | 'en';
  };
  'missing-evidence': { name: string };
  'missing-unit': { name: string };
  'outside-range': { name: string; value: number; min: number; max: number };
  'empty-range': { name: string; min: number; max: number };
  'points-order': { name: string; x: number };
  'unknown-part': { name: string; nearest?: string };
  'part-needs': { part: string; name: string };
  'unknown-reference': { name: string; role: ReferenceRole; nearest?: string };
  'not-a-flow': { stock: string; name: string };
  'flow-twice': { flow: string; first: string; second: string; side: 'inflow' | 'outflow' };
  'shares-sum': { name: string; sum: number };
  // Files of other programs
  'xml-syntax': { problem: XmlProblem; found?: string };
  /** What another program keeps for itself; it can save the model as text with this ending. */
  'own-format': { file: string; program: string; ending: string };
  /** Bytes that are no text. */
  'not-text': { file: string };
  /** Points of a curve that are no numbers, or not as many y as x. */
  'curve-points': { x: number; y: number; found?: string };
  /** The file ends in the middle of a statement. */
  'cut-off': { what: string };
  /** A file in which nothing is defined. */
  'no-variables': { file: string };
  /** An empty equation, or one that a converter gave up. */
  'no-equation': { name: string };
  /** Something that is not computed: the model cannot run. */
  'not-supported': { what: string };
  /** A function of another program that is known by name. */
  'not-computed': { name: string; why: 'database' | 'run-file' | 'marked-flows' | 'not-described' };
  /** What a file that is written does not hold of the model. */
  'not-written': { what: UnwrittenPart };
  /** Data that a variable has instead of an equation, and that no file beside the model holds. */
  'series-missing': { name: string };
  /** Something that no value depends on, or that is only drawn. */
  'left-out': { what: string };
  approximated: { what: string; instead: string };
  'bad-subscript': { subscript: string; name: string };
  /** An element that is read, of an array in which only others have an equation. */
  'empty-element': { name: string };
  'subscript-count': { name: string; expected: number; found: number };
  /** A range in an equation that no range of its left side leads to. */
  'unmapped-range': { range: string; name: string };
  'not-constant': { name: string };
  'needs-array': { name: string };
  'circular-macro': { name: string };
  /** Each range of the ring holds the next, and the last the first. */
  'circular-range': { ring: readonly string[] };
  'data-missing': { path: string };
  'data-cell': { path: string; cell: string };
  // Equations
  'equation-syntax': { found: string };
  'not-allowed': { found: string; instead?: string };
  'decimal-comma': { found: string };
  'unknown-name': { name: string; nearest?: string };
  'unknown-function': { name: string; nearest?: string };
  'argument-count': { name: string; expected: string; found: number };
  'needs-call': { name: string };
  'needs-table': { name: string };
  // Units
  'unit-syntax': { found: string };
  'unit-mismatch': { operation: string; left: string; right: string };
  'unit-declared': { name: string; declared: string; computed: string };
  'unit-needs-none': { operation: string; unit: string };
  'unit-flow': { flow: string; declared: string; stock: string; expected: string };
  // Structure and running
  /** Each name of the ring is used by the next, and the last by the first. */
  'circular-definition': { ring: readonly string[]; phase: 'run' | 'initial' };
  'bad-time': { problem: 'order' | 'step' | 'save'; start: number; stop: number; step: number };
  'unknown-setting': { name: string; nearest?: string };
  'not-settable': { name: string };
  /** Shall be drawn, but has one value only. */
  'nothing-to-draw': { name: string };
  /** A model of which nothing is uncertain is run many times. */
  'nothing-uncertain': Record<string, never>;
  'unknown-series': { name: string; nearest?: string };
  'unknown-preset': { name: string; nearest?: string };
  'unknown-model': { name: string; nearest?: string };
  /** A solver that chooses its steps gave up: too many of them, or none is short enough. */
  /** A model that goes by steps, run by a method that chooses its own. */
  'needs-steps': { variable: string; part: 'past' | 'draw' | 'step'; method: string };
  /** An explicit method gave over to one for stiff models. */
  stiff: { time: number };
  'no-solution': { problem: 'steps' | 'small'; time: number };
  'not-finite': { variable: string; time: number };
  /** The same in a person's words: the stock that it breaks, and the time of the screen in the model's unit. */
  diverged: {
    stock: { sv: string; en: string };
    variable: { sv: string; en: string };
    time: number;
    timeUnit: string;
  };
  /**
   * Nothing that the model can settle at. `fact` is what makes it impossible; `limit` the nearest value that is possible;
   * `then` what another fact would have to be with it.
   */
  'no-equilibrium': {
    fact?: { sv: string; en: string };
    value?: number;
    limit?: { side: 'lowest' | 'highest'; value: number };
    then?: { fact: { sv: string; en: string }; side: 'lowest' | 'highest'; value: number };
  };
  /** A state of rest in which there is less than nothing of something. */
  'below-nothing': { stock: string; value: number; fact?: { sv: string; en: string } };
  // What tests of confidence find
  drifts: { variable: string; from: number; to: number; preset?: string };
  'step-too-long': { variable: string; difference: number };
  'ledger-open': { sum: string; difference: number };
  /** At these settings a variable is no number, or falls to `lowest`, below nothing. */
  extreme: { settings: string; variable: string; lowest?: number };
  'unknown-fact': { name: string; nearest?: string };
  'not-conserved': { stock: string; residual: number };
  // The program around the engine
  'worker-failed': { message: string };
  'worker-silent': { seconds: number };
  'worker-replaced': Record<string, never>;
  'link-damaged': { parts: readonly string[] };
  'link-too-long': Record<string, never>;
  /** All that is there can be read, but it is not what was sent. */
  'link-changed': Record<string, never>;
  /** A packed link that does not unpack: nothing of it is known. */
  'link-unreadable': Record<string, never>;
  'link-newer': Record<string, never>;
  /** The link is to a file that is not in this browser. */
  'link-needs-file': { file: string };
  'strategies-full': { most: number };
  'name-missing': Record<string, never>;
  'name-taken': { name: string };
  'name-cut': { most: number };
  'storage-blocked': Record<string, never>;
}

/** What other formats have no place for. */
export type UnwrittenPart =
  | 'units'
  | 'changing-step'
  | 'modules'
  | 'levers'
  | 'actors'
  | 'outcomes'
  | 'presets'
  | 'strategies';

/** What is wrong with the form of an XML text. */
export type XmlProblem =
  | 'empty'
  | 'root'
  | 'tag'
  | 'unclosed'
  | 'character'
  | 'entity'
  | 'attribute'
  | 'doctype'
  | 'outside'
  | 'other';

/** What is wrong with the form of a YAML text. */
export type YamlProblem =
  | 'tab'
  | 'indent'
  | 'colon'
  | 'character'
  | 'escape'
  | 'unclosed'
  | 'after-end'
  | 'tag'
  | 'alias'
  | 'documents'
  | 'depth'
  | 'other';

/** What a piece of a file should have been. `pair`: a list of two numbers. `points`: two pairs or more. `plain-text`: without escapes. */
export type ExpectedPiece =
  | 'mapping'
  | 'list'
  | 'pair'
  | 'points'
  | 'text'
  | 'plain-text'
  | 'name'
  | 'number'
  | 'yes-no';

export type FoundPiece =
  | { readonly kind: 'mapping' | 'nothing' }
  | { readonly kind: 'list'; readonly length: number }
  | { readonly kind: 'text'; readonly text: string };

/** What a name in a file should have been the name of. */
export type ReferenceRole =
  | 'inflow'
  | 'outflow'
  | 'variable'
  | 'parameter'
  | 'setting'
  | 'payer'
  | 'lever'
  | 'fact'
  | 'computed';

export type DiagnosticCode = keyof DiagnosticArgs;
export type Severity = 'error' | 'warning';

/** Where a diagnostic points: a place in a file, a variable, or both. */
export interface Where extends Partial<Place> {
  readonly variable?: string;
}

export type Diagnostic = {
  readonly [C in DiagnosticCode]: {
    readonly code: C;
    readonly severity: Severity;
    readonly where: Where;
    readonly args: DiagnosticArgs[C];
  };
}[DiagnosticCode];

type Of<C extends DiagnosticCode> = Extract<Diagnostic, { code: C }>;

export const error = <C extends DiagnosticCode>(
  code: C,
  args: DiagnosticArgs[C],
  where: Where = {},
): Diagnostic => ({ code, severity: 'error', where, args }) as Of<C>;

export const warning = <C extends DiagnosticCode>(
  code: C,
  args: DiagnosticArgs[C],
  where: Where = {},
): Diagnostic => ({ code, severity: 'warning', where, args }) as Of<C>;

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error');

/** The same diagnostics, pointing at a variable too. */
export const onVariable = (variable: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.map((d) => ({ ...d, where: { ...d.where, variable } }));
