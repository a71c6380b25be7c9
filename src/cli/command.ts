import type { Result } from '../base/result.ts';
import type { CommandLineWords } from '../text/command-line.ts';
import type { Arguments, Misuse, OptionSpec } from './options.ts';
import type { ExitCode, World } from './world.ts';

export type Language = 'sv' | 'en';

/** One thing that the program does: `uppstroms NAME …`. */
export interface Command {
  readonly name: keyof CommandLineWords['about'];
  /** The words that it takes, by what stands for them in the usage. */
  readonly takes: readonly Extract<'model' | 'file' | 'into', keyof CommandLineWords>[];
  readonly options: readonly OptionSpec[];
  readonly run: (call: Call) => Promise<Result<ExitCode, Misuse>>;
}

/** A command as it was called: with as many words as it takes, and options that it has. */
export interface Call extends Arguments {
  readonly world: World;
  readonly language: Language;
}
