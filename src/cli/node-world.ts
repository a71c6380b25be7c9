import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { World } from './world.ts';

const codeOf = (problem: unknown): unknown =>
  problem instanceof Error && 'code' in problem ? problem.code : undefined;

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
  async read(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (problem) {
      if (codeOf(problem) === undefined) throw problem;
      return undefined;
    }
  },
  async write(path, text) {
    try {
      await pipeline(Readable.from(text), createWriteStream(path));
      return true;
    } catch (problem) {
      if (codeOf(problem) === undefined) throw problem;
      return false;
    }
  },
};
