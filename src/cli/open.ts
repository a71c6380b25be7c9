import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { fail } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { DataFiles } from '../format/data/data-files.ts';
import { readModel } from '../format/read.ts';
import type { Model } from '../model/model.ts';
import { shippedModels, shippedParts } from './shipped.ts';
import type { World } from './world.ts';

/**
 * Reads the shipped model with this id, else the file with this path.
 * @param data files with series for variables that have no equation, from the model's folder
 */
export async function readNamed(
  name: string,
  world: World,
  data: readonly string[] = [],
): Promise<Result<Model, readonly Diagnostic[]>> {
  const shipped = shippedModels.get(name);
  if (shipped !== undefined) return readModel(shipped, `models/${name}/model.yaml`, { parts: shippedParts });
  const text = await world.read(name);
  if (text !== undefined)
    return readModel(text, name, { parts: shippedParts, files: await filesFor(name, data, world) });
  if (/[./\\]/.test(name)) return fail([error('file-not-found', { path: name })]);
  const near = nearest(name, shippedModels.keys());
  return fail([error('unknown-model', { name, ...(near === undefined ? {} : { nearest: near }) })]);
}

/** The text of the same, if it is a file of our own. */
export async function textNamed(name: string, world: World): Promise<string | undefined> {
  return shippedModels.get(name) ?? (isOwn(name) ? world.read(name) : undefined);
}

/** Whether a file's ending says that it is one of our own. */
export const isOwn = (file: string): boolean => /\.ya?ml$/i.test(file);

async function filesFor(name: string, data: readonly string[], world: World): Promise<DataFiles> {
  const files = await world.beside(name);
  return data.length === 0 ? files : { ...files, dataPaths: data };
}
