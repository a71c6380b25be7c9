import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { Result } from '../../src/base/result.ts';
import { readModel } from '../../src/format/read.ts';
import type { Model } from '../../src/model/model.ts';

/** The models and parts that come with the program, as files. */

const root = new URL('../../models/', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');

export const parts: ReadonlyMap<string, string> = new Map(
  readdirSync(new URL('parts/', root)).map((file) => [file.replace('.yaml', ''), textOf(`parts/${file}`)]),
);

/** Ids of the models: every folder with a model file. */
export const shipped: readonly string[] = readdirSync(root).filter((folder) =>
  existsSync(new URL(`${folder}/model.yaml`, root)),
);

export const modelText = (id: string): string => textOf(`${id}/model.yaml`);

export const readShipped = (id: string): Result<Model, readonly Diagnostic[]> =>
  readModel(modelText(id), `models/${id}/model.yaml`, { parts });

/** The model's reference runs, or undefined if it has none. */
export function referenceText(id: string): string | undefined {
  return existsSync(new URL(`${id}/reference.csv`, root)) ? textOf(`${id}/reference.csv`) : undefined;
}

/** What the model's README says; empty if it has none. */
export const readmeText = (id: string): string =>
  existsSync(new URL(`${id}/README.md`, root)) ? textOf(`${id}/README.md`) : '';
