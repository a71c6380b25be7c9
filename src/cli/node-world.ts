import { createWriteStream, readFileSync } from 'node:fs';
import { lstat, readFile, readdir, rename } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { decode } from '../format/data/delimited.ts';
import type { World } from './world.ts';

const codeOf = (problem: unknown): unknown =>
  problem instanceof Error && 'code' in problem ? problem.code : undefined;

/** What the system refuses is an answer; anything else is a bug. */
function unreadable(problem: unknown): undefined {
  if (codeOf(problem) === undefined) throw problem;
  return undefined;
}

const barWidth = 30;

/** A line that is written over, and gone when all is done. */
function bar(done: number, of: number): void {
  const full = Math.round((barWidth * done) / of);
  const text = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${done} / ${of}`;
  process.stderr.write(done < of ? `\r${text}` : `\r${' '.repeat(text.length)}\r`);
}

/** The machine as Node gives it. */
export const nodeWorld: World = {
  async out(text) {
    try {
      await pipeline(Readable.from(text), process.stdout, { end: false });
    } catch (problem) {
      // The reader, such as `head`, has seen enough.
      if (codeOf(problem) !== 'EPIPE') throw problem;
    }
  },
  err: (line) => void process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY ? { progress: bar } : {}),
  async read(path) {
    try {
      return decode(await readFile(path));
    } catch (problem) {
      if (codeOf(problem) === undefined) throw problem;
      return undefined;
    }
  },
  async beside(path) {
    const folder = dirname(path);
    const names = await readdir(folder).catch(unreadable);
    return {
      read: (name) => {
        if (isAbsolute(name)) return undefined;
        try {
          return readFileSync(join(folder, name));
        } catch (problem) {
          return unreadable(problem);
        }
      },
      // By their names: other tables in the folder may be results of the same variables.
      dataPaths: (names ?? []).filter((name) => /data[^/]*\.(dat|tab|csv)$/i.test(name)).sort(),
    };
  },
  async write(path, text) {
    // Whole or not at all: what was cut off would pass for a part of a sweep. A pipe or a device is written to as it is.
    const before = await lstat(path).catch(unreadable);
    const at = before === undefined || before.isFile() ? `${path}.part` : path;
    try {
      await pipeline(Readable.from(text), createWriteStream(at));
      if (at !== path) await rename(at, path);
      return true;
    } catch (problem) {
      if (codeOf(problem) === undefined) throw problem;
      return false;
    }
  },
};
