import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { error, type DiagnosticArgs } from '../../base/diagnostic.ts';
import type { Place } from '../../base/source.ts';
import type { Source } from './document.ts';

/** A value with its place in the file. */
export interface At<T> {
  readonly value: T;
  readonly place: Place;
}

/** A node of the file and the key that it stands under. `node` is undefined where nothing is written. */
export interface Found {
  readonly node: Node | undefined;
  readonly key: string;
  /** Where to point when the node is missing. */
  readonly place: Place;
}

export type JsonSchema = { readonly [key: string]: unknown };

/**
 * What a piece of the file may look like. The one description gives both the reader, with a message for each
 * mistake, and the JSON Schema for editors.
 */
export interface Shape<T> {
  /** Undefined when the piece is wrong; each mistake in it has then been reported. */
  readonly read: (found: Found, source: Source) => T | undefined;
  /** `define` keeps a named piece once and gives a reference to it. */
  readonly json: (define: Define) => JsonSchema;
}

export type Define = (name: string, schema: () => JsonSchema) => JsonSchema;

type Expected = DiagnosticArgs['wrong-type']['expected'];

export const placeOf = (node: Node | undefined, source: Source, otherwise: Place): Place =>
  node?.range ? source.placeOf(node.range[0]) : otherwise;

/** Reports that something else was expected; an alias has its own message. */
export function reportType(found: Found, expected: Expected, source: Source): undefined {
  const { node, key } = found;
  const place = placeOf(node, source, found.place);
  if (isAlias(node)) source.report(error('yaml-syntax', { problem: 'alias' }, place));
  else source.report(error('wrong-type', { key, expected, found: describeNode(node) }, place));
  return undefined;
}

function describeNode(node: Node | undefined): DiagnosticArgs['wrong-type']['found'] {
  if (isMap(node)) return { kind: 'mapping' };
  if (isSeq(node)) return { kind: 'list', length: node.items.length };
  if (isScalar(node) && String(node.value) !== '') return { kind: 'text', text: String(node.value) };
  return { kind: 'nothing' };
}

/** The text of a scalar that is not empty. */
export function scalarText({ node }: Found): string | undefined {
  return isScalar(node) && typeof node.value === 'string' && node.value !== '' ? node.value : undefined;
}

/** What a shape reads. */
export type Read<S> = S extends Shape<infer T> ? T : never;

/** A piece that occurs in several places of the JSON Schema. */
export function named<S extends Shape<unknown>>(name: string, shape: S): S {
  return { ...shape, json: (define) => define(name, () => shape.json(define)) };
}
