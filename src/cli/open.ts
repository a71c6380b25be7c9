import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { fail } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { readModel } from '../format/read.ts';
import type { Model } from '../model/model.ts';
import { shippedModels, shippedParts } from './shipped.ts';
import type { World } from './world.ts';

/** Reads the shipped model with this id, else the file with this path. */
export async function readNamed(name: string, world: World): Promise<Result<Model, readonly Diagnostic[]>> {
  const shipped = shippedModels.get(name);
  if (shipped !== undefined) return readModel(shipped, `models/${name}/model.yaml`, { parts: shippedParts });
  const text = await world.read(name);
  if (text !== undefined) return readModel(text, name, { parts: shippedParts });
  if (/[./\\]/.test(name)) return fail([error('file-not-found', { path: name })]);
  const near = nearest(name, shippedModels.keys());
  return fail([error('unknown-model', { name, ...(near === undefined ? {} : { nearest: near }) })]);
}
