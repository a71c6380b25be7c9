import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fail, type Result } from '../base/result.ts';
import type { Model } from '../model/model.ts';
import { noFiles, type DataFiles } from './data/data-files.ts';
import { expandModel } from './expand/expand.ts';
import { largestFile } from './largest-file.ts';
import { foreignFormat, isBinary, unreadable, withLines } from './foreign/recognise.ts';
import { readVensim } from './vensim/read-vensim.ts';
import { readXmile } from './xmile/read-xmile.ts';
import { readYaml } from './yaml/read-yaml.ts';

export interface ReadOptions {
  /** Text of each part that a model may include, by the part's name. */
  readonly parts: ReadonlyMap<string, string>;
  /** What stands beside a model of another program: its spreadsheets and data. */
  readonly files?: DataFiles;
}

/**
 * Reads a model file: the only way in, for shipped and foreign files alike. The file's ending says its format.
 * A model that comes back has no mistakes of form (names, keys, ranges, references); its equations and units are
 * the engine's to check. `Model.warnings` tells what is missing without stopping a run.
 */
export function readModel(
  text: string,
  file: string,
  options: ReadOptions,
): Result<Model, readonly Diagnostic[]> {
  const native = /\.ya?ml$/i.test(file);
  const limit = native ? largestFile.native : largestFile.foreign;
  if (text.length > limit) return fail([error('file-too-large', { bytes: text.length, limit }, { file })]);
  if (native) return readYaml(text, file, options.parts);
  const read = readForeign(withLines(text.replace(/^\ufeff/, '')), file, options.files ?? noFiles);
  // Of a model that is refused, what would have been left out of it is not told.
  return read.ok ? read : fail(read.error.filter(({ severity }) => severity === 'error'));
}

function readForeign(text: string, file: string, files: DataFiles): Result<Model, readonly Diagnostic[]> {
  const format = foreignFormat(text, file);
  if (format === undefined) return fail([unreadable(file)]);
  if (isBinary(text)) return fail([error('not-text', { file }, { file })]);
  const foreign = format === 'vensim' ? readVensim(text, file) : readXmile(text, file, files);
  return foreign.ok ? expandModel(foreign.value, files) : foreign;
}
