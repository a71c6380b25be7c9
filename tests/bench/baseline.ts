import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import source from './baseline.c?raw';

/** The least time of some repetitions, in milliseconds, and the value that the work ends with. */
export interface Timed {
  readonly least: number;
  readonly end: number;
}

export function leastOf(repetitions: number, work: () => number): Timed {
  let [least, end] = [Infinity, NaN];
  for (let i = 0; i < repetitions; i++) {
    const start = performance.now();
    end = work();
    least = Math.min(least, performance.now() - start);
  }
  return { least, end };
}

/** Plain C, one run at a time, without vectors. */
interface Baseline {
  readonly run: () => ReadonlyMap<string, Timed>;
  readonly remove: () => void;
}

/** Starts of the program in one round: where the system puts its memory makes some of them slower by half. */
const starts = 3;

const flags = ['-O3', '-march=native', '-ffp-contract=off', '-fno-tree-vectorize', '-fno-tree-slp-vectorize'];

/** The baseline, compiled here; undefined without a compiler. */
export function compileBaseline(): Baseline | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const [from, to] = [join(folder, 'baseline.c'), join(folder, 'baseline')];
  try {
    writeFileSync(from, source);
    execFileSync('gcc', [...flags, from, '-o', to, '-lm'], { stdio: 'ignore' });
  } catch {
    remove();
    return undefined;
  }
  const run = () => {
    const found = new Map<string, Timed>();
    for (let start = 0; start < starts; start++) {
      for (const line of execFileSync(to, { encoding: 'utf8' }).trim().split('\n')) {
        const [key, time, end] = line.split(' ');
        const least = Math.min(Number(time), found.get(key!)?.least ?? Infinity);
        found.set(key!, { least, end: Number(end) });
      }
    }
    return found;
  };
  return { run, remove };
}
