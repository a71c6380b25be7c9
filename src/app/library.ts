import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fetched } from '../base/fetched.ts';
import { nearest } from '../base/nearest.ts';
import { fail, type Result } from '../base/result.ts';
import type { Model } from '../model/model.ts';
import type { Bilingual } from '../model/variable.ts';

const modelFiles = import.meta.glob<string>('../../models/*/model.yaml', {
  query: '?raw',
  import: 'default',
});
const partFiles = import.meta.glob<string>('../../models/parts/*.yaml', { query: '?raw', import: 'default' });

const idOf = (path: string): string => path.split('/').at(-2)!;
const partOf = (path: string): string => path.split('/').at(-1)!.replace('.yaml', '');

/** Ids of the models that come with the program. */
const shippedModels: readonly string[] = Object.keys(modelFiles).map(idOf);

/** A model that can be chosen. */
export interface LibraryEntry {
  readonly id: string;
  readonly name: Bilingual;
}

/** The models of a municipality run longer than the archetypes, which are for the first lessons. */
const isLong = ({ timeUnit, length }: { timeUnit: string; length: number }): boolean =>
  timeUnit === 'year' && length > 60;

/** Shipped models, those of municipalities first. Fetched when first asked for. */
export async function listModels(): Promise<readonly LibraryEntry[]> {
  const { readHead } = await import('../format/yaml/read-head.ts');
  const entries = await Promise.all(
    Object.entries(modelFiles).map(async ([path, load]) => ({
      id: idOf(path),
      head: readHead(await load()),
    })),
  );
  return entries
    .flatMap(({ id, head }) => (head === undefined ? [] : [{ id, ...head }]))
    .sort((a, b) => Number(isLong(b)) - Number(isLong(a)))
    .map(({ id, name }) => ({ id, name }));
}

/** Text of the parts that models include, by name. */
export const loadParts = async (): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await Promise.all(
      Object.entries(partFiles).map(async ([part, load]) => [partOf(part), await load()] as const),
    ),
  );

/** Fetches and reads a shipped model. The reader is fetched with the first model, not with the page. */
export async function loadModel(id: string): Promise<Result<Model, readonly Diagnostic[]>> {
  const path = Object.keys(modelFiles).find((p) => idOf(p) === id);
  if (path === undefined) {
    const near = nearest(id, shippedModels);
    return fail([error('unknown-model', { name: id, ...(near === undefined ? {} : { nearest: near }) })]);
  }
  const files = await fetched(
    Promise.all([import('../format/read.ts'), modelFiles[path]!(), loadParts()]),
  );
  if (files === undefined) return fail([error('not-fetched', { name: id })]);
  const [{ readModel }, text, parts] = files;
  return readModel(text, `models/${id}/model.yaml`, { parts });
}
