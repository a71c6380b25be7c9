import { ok, type Result } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Model } from '../model/model.ts';
import type { DataFiles } from './data/data-files.ts';
import { decode } from './data/delimited.ts';
import { readModel } from './read.ts';

/** A model file that a person gave, and what they gave with it. */
export interface GivenFiles {
  readonly name: string;
  /** As it stands on a disk, or as it was read before. */
  readonly content: Uint8Array | string;
  readonly beside: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Parts that a model of ours may include, by name. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Reads a given model, and returns its text too, which is what is kept of it. */
export function readGiven({
  name,
  content,
  beside,
  parts,
}: GivenFiles): Result<{ readonly model: Model; readonly text: string }, readonly Diagnostic[]> {
  const text = typeof content === 'string' ? content : decode(content);
  const model = readModel(text, name, { parts, files: dataFiles(beside) });
  return model.ok ? ok({ model: model.value, text }) : model;
}

/** A page knows no folders: a file is found by its own name, however the model writes the way to it. */
function dataFiles(beside: GivenFiles['beside']): DataFiles {
  const key = (path: string): string => path.split(/[/\\]/).at(-1)!.toLowerCase();
  const files = new Map(beside.map(({ name, bytes }) => [key(name), bytes]));
  return {
    read: (path) => files.get(key(path)),
    dataPaths: [...files.keys()].filter((name) => /\.(dat|tab|csv)$/.test(name)).sort(),
  };
}
