/**
 * What a run knows besides its variables, readable in any equation by these names. All are in the model's time unit.
 * `steptime` is the time at which the step began, the same in all stages of a Runge–Kutta step.
 */
export const RUN_NAMES = ['time', 'dt', 'starttime', 'stoptime', 'steptime'] as const;
export type RunName = (typeof RUN_NAMES)[number];

/**
 * The parameter that a run's seed is, in models that draw. No equation can name it, and no file another so; a kernel
 * takes it in like any other.
 */
export const SEED = '#seed';

export const isRunName = (name: string): name is RunName => (RUN_NAMES as readonly string[]).includes(name);

/** Numbers with a name. */
export const CONSTANTS: ReadonlyMap<string, number> = new Map([['pi', Math.PI]]);

/** Words of the equation language, and those of others that its messages know. Their case does not matter. */
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'if', 'then', 'else', 'lookup']);
const LONGEST_KEYWORD = 6;

export const isKeyword = (text: string): boolean =>
  text.length <= LONGEST_KEYWORD && KEYWORDS.has(text.toLowerCase());

const NAME = /^\p{L}[\p{L}\p{M}\p{N}_]*$/u;

/** A letter of any alphabet, then letters, digits and underscores. */
export const isName = (text: string): boolean => NAME.test(text);
