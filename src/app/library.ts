import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fetched } from '../base/fetched.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { modelFromJson } from '../format/model-json.ts';
import type { Model } from '../model/model.ts';
import type { Bilingual } from '../model/variable.ts';

// Read when the site is built: a visitor waits for no reader of files.
const models = import.meta.glob<string>('../../models/*/model.yaml', { query: '?model', import: 'default' });
const heads = import.meta.glob<ModelHead>('../../models/*/model.yaml', {
  query: '?head',
  import: 'default',
  eager: true,
});
/** The files themselves, for who wants one: with its comments, levers and sources. */
const texts = import.meta.glob<string>('../../models/*/model.yaml', { query: '?raw', import: 'default' });
const partFiles = import.meta.glob<string>('../../models/parts/*.yaml', { query: '?raw', import: 'default' });

const idOf = (path: string): string => path.split('/').at(-2)!;
const partOf = (path: string): string => path.split('/').at(-1)!.replace('.yaml', '');

/** Ids of the models that come with the program. */
const shippedModels: readonly string[] = Object.keys(models).map(idOf);

/** A model that can be chosen. */
export interface LibraryEntry {
  readonly id: string;
  readonly name: Bilingual;
}

/** What the build tells of a model beside it: its name, and the time from start to end of a run in its unit. */
interface ModelHead {
  readonly name: Bilingual;
  readonly timeUnit: string;
  readonly length: number;
}

/** The models of a municipality run longer than the archetypes, which are for the first lessons. */
const isLong = ({ timeUnit, length }: ModelHead): boolean => timeUnit === 'year' && length > 60;

/** Shipped models, those of municipalities first. */
export const library: readonly LibraryEntry[] = Object.entries(heads)
  .sort(([, a], [, b]) => Number(isLong(b)) - Number(isLong(a)))
  .map(([path, { name }]) => ({ id: idOf(path), name }));

/** Text of the parts that models include, by name. */
export const loadParts = async (): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await Promise.all(
      Object.entries(partFiles).map(async ([part, load]) => [partOf(part), await load()] as const),
    ),
  );

/** The text of a shipped model's file; undefined if there is none, or the network is gone. */
export async function loadText(id: string): Promise<string | undefined> {
  const path = Object.keys(texts).find((p) => idOf(p) === id);
  return path === undefined ? undefined : fetched(texts[path]!());
}

/** Fetches a shipped model. */
export async function loadModel(id: string): Promise<Result<Model, readonly Diagnostic[]>> {
  const path = Object.keys(models).find((p) => idOf(p) === id);
  if (path === undefined) {
    const near = nearest(id, shippedModels);
    return fail([error('unknown-model', { name: id, ...(near === undefined ? {} : { nearest: near }) })]);
  }
  const json = await fetched(models[path]!());
  return json === undefined ? fail([error('not-fetched', { name: id })]) : ok(modelFromJson(json));
}
