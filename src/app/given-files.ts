import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { unreadable } from '../format/foreign/recognise.ts';
import type { OwnFile } from './state.ts';
import { largestWork } from './work-file.ts';

/** Endings of model files, and of the data files that may come with them. */
const modelEndings = ['.yaml', '.yml', '.xmile', '.stmx', '.itmx', '.xml', '.mdl'] as const;
const dataEndings = ['.csv', '.dat', '.tab', '.xls', '.xlsx', '.txt', '.vdf'] as const;
/** What a file dialog shows: models, works, and data beside them. */
export const openable = [...modelEndings, '.json', ...dataEndings].join(',');

const mostFiles = 50;

export type Given = { readonly kind: 'work'; readonly name: string; readonly text: string } | GivenModel;

export interface GivenModel {
  readonly kind: 'model';
  readonly name: string;
  readonly content: Uint8Array;
  readonly beside: OwnFile['beside'];
}

/** Says what was given: one saved work, or one model with its data files. Anything else is told by name. */
export async function sortFiles(files: readonly File[]): Promise<Result<Given, readonly Diagnostic[]>> {
  if (files.length === 0) return fail([error('no-file', {})]);
  if (files.length > mostFiles)
    return fail([error('too-many', { what: 'files', count: files.length, limit: mostFiles })]);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (bytes > largestWork)
    return fail([error('file-too-large', { bytes, limit: largestWork }, { file: files[0]!.name })]);
  const ends = (endings: readonly string[]) => (file: File) =>
    endings.some((ending) => file.name.toLowerCase().endsWith(ending));
  const models = files.filter(ends(modelEndings));
  const works = files.filter(ends(['.json']));
  const main = models[0] ?? works[0];
  const unknown = files.find((file) => !ends([...modelEndings, ...dataEndings, '.json'])(file));
  if (main === undefined || unknown !== undefined) {
    return fail([unreadable((unknown ?? files[0]!).name)]);
  }
  if (models.length + works.length > 1)
    return fail([error('several-models', { files: [...models, ...works].map((file) => file.name) })]);
  return contentOf(main, files, works.length > 0);
}

async function contentOf(
  main: File,
  files: readonly File[],
  isWork: boolean,
): Promise<Result<Given, readonly Diagnostic[]>> {
  try {
    if (isWork) return ok({ kind: 'work', name: main.name, text: await main.text() });
    const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
    const others = files.filter((file) => file !== main);
    return ok({
      kind: 'model',
      name: main.name,
      content: await bytesOf(main),
      beside: await Promise.all(
        others.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })),
      ),
    });
  } catch (cause) {
    // Moved, locked or a folder: the browser says so with a DOMException.
    if (cause instanceof DOMException) return fail([error('file-unreadable', { file: main.name })]);
    throw cause;
  }
}
