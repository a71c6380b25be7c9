import type { DataFiles } from '../format/data/data-files.ts';

/** What the command line needs of the machine that it runs on. */
export interface World {
  /** Writes to standard output; resolves when it is taken, or when nobody reads any more. */
  readonly out: (text: Iterable<string>) => Promise<void>;
  /** Writes a line to standard error. */
  readonly err: (line: string) => void;
  /** The files in a model's folder, from which its equations may read. */
  readonly beside: (path: string) => Promise<DataFiles>;
  /** Shows how much of a long work is done; left out where nobody watches. */
  readonly progress?: (done: number, of: number) => void;
  /** A file's text, or undefined if it cannot be read. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** Writes a file; false if it cannot be written. */
  readonly write: (path: string, text: Iterable<string>) => Promise<boolean>;
}

/** 0: done. 1: the model or the run is wrong, which diagnostics tell. 2: the program was called wrongly. */
export type ExitCode = 0 | 1 | 2;
