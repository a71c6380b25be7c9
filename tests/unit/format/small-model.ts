import { readModel } from '../../../src/format/read.ts';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import type { Model } from '../../../src/model/model.ts';

/** The least that a model needs; a test adds the section that it is about. */
export const head = `id: small
name: {sv: Liten, en: Small}
about: {sv: En liten modell., en: A small model.}
sim_specs: {start: 0, stop: 10, dt: 1/4, time_unit: year}
`;

/** An entry's texts, for entries that are not about texts. */
export const texts = 'name: {sv: s, en: e}, about: {sv: s, en: e}';
export const evidence = 'grade: assumed, source: test';

export const read = (text: string, parts: Readonly<Record<string, string>> = {}) =>
  readModel(text, 'small.yaml', { parts: new Map(Object.entries(parts)) });

/** The model, which must be right. */
export function modelOf(text: string, parts?: Readonly<Record<string, string>>): Model {
  const result = read(text, parts);
  if (!result.ok) throw new Error(JSON.stringify(result.error, undefined, 1));
  return result.value;
}

/** What is wrong with a model, which must be wrong. */
export function mistakesOf(text: string, parts?: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const result = read(text, parts);
  if (result.ok) throw new Error('the model has no mistakes');
  return result.error;
}

/** `code line` of each, for tests of what is told of in which order. */
export const briefly = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, where }) => `${code} ${where.line}`);
