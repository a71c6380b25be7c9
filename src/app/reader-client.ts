import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fail, type Result } from '../base/result.ts';
import type { GivenFiles, readGiven } from '../format/read-given.ts';
import { connect } from './engine-client.ts';
import { isWorkerTrouble } from './worker-trouble.ts';

/** Seconds that reading a file may take: the largest that are allowed need a few. */
const limit = 30;

export type ReadFile = (given: GivenFiles) => Promise<ReturnType<typeof readGiven>>;

/** Reads model files, each in a worker of its own that ends with it. */
export const createReader =
  (startWorker: () => Worker, seconds = limit): ReadFile =>
  async (given) => {
    const connection = connect<{ read: typeof readGiven }>(startWorker());
    const answer: Result<
      { readonly model: import('../model/model.ts').Model; readonly text: string },
      readonly Diagnostic[]
    > = await connection.call(async (reader) => await reader.read(given), seconds);
    connection.end();
    return !answer.ok && answer.error.some(isWorkerTrouble)
      ? fail([error('reading-stopped', { file: given.name, seconds })])
      : answer;
  };
