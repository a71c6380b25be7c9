import { error } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import { largestFile } from './largest-file.ts';
import { writeXmile } from './xmile/write-xmile.ts';
import { writeYaml } from './yaml/write-yaml.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Model } from '../model/model.ts';
import type { WrittenFile } from './xmile/write-xmile.ts';

/**
 * Writes a model in the format that a file's ending says, with what the file does not hold of it. A file of our own that
 * is to stay one, with its comments, is edited instead: see `editYaml`.
 */
export function writeModel(model: Model, file: string): Result<WrittenFile, readonly Diagnostic[]> {
  if (/\.(xmile|stmx|xml)$/i.test(file)) return ok(writeXmile(model));
  if (!/\.ya?ml$/i.test(file)) return fail([error('unknown-format', { file }, { file })]);
  const written = writeYaml(model);
  const [bytes, limit] = [written.text.length, largestFile.native];
  // A file that could not be opened again is no file.
  return bytes > limit ? fail([error('file-too-large', { bytes, limit }, { file })]) : ok(written);
}
