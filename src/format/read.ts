import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fail, type Result } from '../base/result.ts';
import type { Model } from '../model/model.ts';
import { readYaml } from './yaml/read-yaml.ts';

export interface ReadOptions {
  /** Text of each part that a model may include, by the part's name. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Largest file that is read, in characters. */
const largestFile = 2_000_000;

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
  if (text.length > largestFile) {
    return fail([error('file-too-large', { bytes: text.length, limit: largestFile }, { file })]);
  }
  if (/\.ya?ml$/i.test(file)) return readYaml(text, file, options.parts);
  return fail([error('unknown-format', { file }, { file })]);
}
