import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { error, type DiagnosticArgs } from '../../base/diagnostic.ts';
import { nearest } from '../../base/nearest.ts';
import type { Place } from '../../base/source.ts';
import type { Bilingual } from '../../model/variable.ts';
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

/** What is said when a key is missing that has a message of its own. */
export type MissingCode = 'missing-unit' | 'missing-evidence';

export interface Field<T, Needed extends boolean> {
  readonly shape: Shape<T>;
  readonly needed: Needed;
  readonly doc: Bilingual;
  readonly missing?: MissingCode;
}

export const needed = <T>(
  shape: Shape<T>,
  sv: string,
  en: string,
  missing?: MissingCode,
): Field<T, true> => ({
  shape,
  needed: true,
  doc: { sv, en },
  ...(missing === undefined ? {} : { missing }),
});

export const optional = <T>(shape: Shape<T>, sv: string, en: string): Field<T, false> => ({
  shape,
  needed: false,
  doc: { sv, en },
});

type Fields = Readonly<Record<string, Field<unknown, boolean>>>;
type Values<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, true>
    ? T
    : F[K] extends Field<infer T, false>
      ? T | undefined
      : never;
};

/** A mapping with fixed keys, as read. `place` is that of the key it stands under. */
export type Record_<F extends Fields> = Values<F> & { readonly place: Place };

export interface RecordShape<F extends Fields> extends Shape<Record_<F>> {
  /** As `read`, but keeps what is right when some of it is wrong. */
  readonly readAll: (
    found: Found,
    source: Source,
  ) => Partial<Values<F>> & { readonly place: Place; readonly whole: boolean };
}

export type Read<S> = S extends Shape<infer T> ? T : never;

/** A mapping with fixed keys. */
export function record<F extends Fields>(fields: F, doc?: Bilingual): RecordShape<F> {
  const readAll: RecordShape<F>['readAll'] = (found, source) => {
    const values: Record<string, unknown> = {};
    if (!isMap(found.node)) {
      reportType(found, 'mapping', source);
      return { ...(values as Partial<Values<F>>), place: found.place, whole: false };
    }
    let whole = true;
    for (const { found: field, key } of pairs(found, source)) {
      const known = Object.hasOwn(fields, key.value) ? fields[key.value] : undefined;
      if (known === undefined) {
        reportUnknownKey(key, found, field, Object.keys(fields), source);
        whole = false;
        continue;
      }
      values[key.value] = known.shape.read(field, source);
      if (values[key.value] === undefined) whole = false;
    }
    const complaints = new Set<string>();
    for (const [key, { needed, missing }] of Object.entries(fields)) {
      if (!needed || key in values) continue;
      whole = false;
      if (missing === undefined) {
        source.report(error('missing-key', { key, within: found.key }, found.place));
      } else if (!complaints.has(missing)) {
        complaints.add(missing);
        source.report(error(missing, { name: found.key }, found.place));
      }
    }
    return { ...(values as Partial<Values<F>>), place: found.place, whole };
  };
  return {
    readAll,
    read: (found, source) => {
      const { whole, ...values } = readAll(found, source);
      return whole ? (values as Record_<F>) : undefined;
    },
    json: (define) => ({
      type: 'object',
      ...(doc === undefined ? {} : { description: describe(doc) }),
      additionalProperties: false,
      required: Object.keys(fields).filter((key) => fields[key]!.needed),
      properties: Object.fromEntries(
        Object.entries(fields).map(([key, { shape, doc }]) => [
          key,
          { ...shape.json(define), description: describe(doc) },
        ]),
      ),
    }),
  };
}

const describe = (doc: Bilingual): string => `${doc.sv}\n\n${doc.en}`;

/** An entry of a mapping with free keys. `value` is undefined when it is wrong, so that its name is still known. */
export interface Entry<T> {
  readonly id: At<string>;
  readonly value: T | undefined;
}

/** A mapping whose keys are names that the author chooses. */
export function mapOf<T>(shape: Shape<T>): Shape<readonly Entry<T>[]> {
  return {
    read: (found, source) => {
      if (!isMap(found.node)) return reportType(found, 'mapping', source);
      return pairs(found, source).map(({ key, found: entry }) => ({
        id: key,
        value: shape.read(entry, source),
      }));
    },
    json: (define) => ({ type: 'object', additionalProperties: shape.json(define) }),
  };
}

/** A list. Undefined if any element is wrong. */
export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    read: (found, source) => {
      if (!isSeq(found.node)) return reportType(found, 'list', source);
      const place = placeOf(found.node, source, found.place);
      const elements = found.node.items.map((node) => {
        const element = { node: node as Node, key: found.key, place };
        return shape.read({ ...element, place: placeOf(element.node, source, place) }, source);
      });
      return elements.every((element) => element !== undefined) ? elements : undefined;
    },
    json: (define) => ({ type: 'array', items: shape.json(define) }),
  };
}

/** A piece that occurs in several places of the JSON Schema. */
export function named<S extends Shape<unknown>>(name: string, shape: S): S {
  return { ...shape, json: (define) => define(name, () => shape.json(define)) };
}

/** The pairs of a mapping in the order of the file. A key written twice is reported, and counts where it stands first. */
function pairs(found: Found, source: Source): readonly { readonly key: At<string>; readonly found: Found }[] {
  if (!isMap(found.node)) return [];
  const first = new Map<string, Place>();
  return found.node.items.flatMap((pair: Pair) => {
    const keyNode = pair.key as Node;
    const place = placeOf(keyNode, source, found.place);
    const key = scalarText({ node: keyNode, key: found.key, place });
    if (key === undefined) {
      reportType({ node: keyNode, key: found.key, place }, 'name', source);
      return [];
    }
    const before = first.get(key);
    if (before !== undefined) {
      source.report(
        error('duplicate-name', { name: key, firstLine: before.line, firstFile: before.file }, place),
      );
      return [];
    }
    first.set(key, place);
    return [
      {
        key: { value: key, place },
        found: { node: (pair.value ?? undefined) as Node | undefined, key, place },
      },
    ];
  });
}

function reportUnknownKey(
  key: At<string>,
  within: Found,
  value: Found,
  keys: readonly string[],
  source: Source,
): void {
  // `{sv: Skola, spår}`: a comma in a text without quotation marks ends it, and its rest becomes a key without a value.
  if (isMap(within.node) && within.node.flow === true && value.node?.range?.[0] === value.node?.range?.[1]) {
    source.report(error('comma-in-text', { found: key.value }, key.place));
    return;
  }
  const near = nearest(key.value, keys);
  const args = { key: key.value, within: within.key, ...(near === undefined ? {} : { nearest: near }) };
  source.report(error('unknown-key', args, key.place));
}
