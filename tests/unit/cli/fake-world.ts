import { dispatch } from '../../../src/cli/dispatch.ts';
import type { ExitCode, World } from '../../../src/cli/world.ts';

export interface Ended {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  /** How far it said that it was: so many of so many. */
  readonly progress: readonly (readonly [number, number])[];
}

/** Calls the program with a machine that has these files, and where only paths without `no/` can be written. */
export async function uppstroms(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  let out = '';
  const err: string[] = [];
  const written = new Map<string, string>();
  const progress: (readonly [number, number])[] = [];
  const world: World = {
    out: (text) => {
      out += [...text].join('');
      return Promise.resolve();
    },
    err: (line) => void err.push(...line.split('\n')),
    progress: (done, of) => void progress.push([done, of]),
    beside: () => Promise.resolve({ read: () => undefined, dataPaths: [] }),
    read: (path) => Promise.resolve(files[path]),
    write: (path, text) => {
      if (path.startsWith('no/')) return Promise.resolve(false);
      written.set(path, [...text].join(''));
      return Promise.resolve(true);
    },
  };
  const code = await dispatch(args, world);
  return { code, out, err, files: written, progress };
}
