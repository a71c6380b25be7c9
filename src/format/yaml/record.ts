import { isMap, isSeq, type Node, type Pair } from 'yaml';
import { error } from '../../base/diagnostic.ts';
import { nearest } from '../../base/nearest.ts';
import type { Place } from '../../base/source.ts';
import type { Bilingual } from '../../model/variable.ts';
import type { Source } from './document.ts';
import {
  placeOf,
  reportType,
  scalarText,
  type At,
  type Found,
  type JsonSchema,
  type Shape,
} from './shape.ts';

/** What is said when a key is missing that has a message of its own. */
type MissingCode = 'missing-unit' | 'missing-evidence';

interface Field<T, Needed extends boolean> {
  readonly shape: Shape<T>;
  readonly needed: Needed;
  readonly doc: Bilingual;
  readonly missing?: MissingCode;
}

/** A key that must be there, with what it means in Swedish and English. */
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

/** A key that may be left out. */
export const optional = <T>(shape: Shape<T>, sv: string, en: string): Field<T, false> => ({
  shape,
  needed: false,
  doc: { sv, en },
});

type Fields = Readonly<Record<string, Field<unknown, boolean>>>;
type Values<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer Needed>
    ? Needed extends true
      ? T
      : T | undefined
    : never;
};

/** `place` is that of the key under which the mapping stands. */
type Placed<T> = T & { readonly place: Place };

export interface RecordShape<F extends Fields> extends Shape<Placed<Values<F>>> {
  /** As `read`, but keeps what is right when some of it is wrong. */
  readonly readPartly: (found: Found, source: Source) => Placed<Partial<Values<F>>>;
}

/** A mapping with fixed keys. */
export function record<F extends Fields>(fields: F, doc?: Bilingual): RecordShape<F> {
  return {
    readPartly: (found, source) => ({
      ...(readFields(fields, found, source).values as Partial<Values<F>>),
      place: found.place,
    }),
    read: (found, source) => {
      const { values, whole } = readFields(fields, found, source);
      return whole ? { ...(values as Values<F>), place: found.place } : undefined;
    },
    json: (define) => ({
      type: 'object',
      ...(doc === undefined ? {} : { description: describe(doc) }),
      additionalProperties: false,
      required: Object.keys(fields).filter((key) => fields[key]!.needed),
      properties: Object.fromEntries(
        Object.entries(fields).map(([key, { shape, doc }]): [string, JsonSchema] => [
          key,
          { ...shape.json(define), description: describe(doc) },
        ]),
      ),
    }),
  };
}

const describe = (doc: Bilingual): string => `${doc.sv}\n\n${doc.en}`;

interface FieldsRead {
  readonly values: Readonly<Record<string, unknown>>;
  /** Nothing was wrong. */
  readonly whole: boolean;
}

function readFields(fields: Fields, found: Found, source: Source): FieldsRead {
  const values: Record<string, unknown> = {};
  if (!isMap(found.node)) {
    reportType(found, 'mapping', source);
    return { values, whole: false };
  }
  // Keys that are there, or that a misspelt key most likely stands for: neither is missed below.
  const present = new Set<string>();
  let whole = true;
  for (const { key, found: field } of pairs(found, source)) {
    const known = Object.hasOwn(fields, key.value) ? fields[key.value] : undefined;
    const value = known?.shape.read(field, source);
    if (known === undefined) present.add(reportUnknownKey(key, found, field, Object.keys(fields), source));
    else present.add(key.value);
    if (value === undefined) whole = false;
    else values[key.value] = value;
  }
  const missing = Object.keys(fields).filter((key) => fields[key]!.needed && !present.has(key));
  reportMissing(missing, fields, found, source);
  return { values, whole: whole && missing.length === 0 };
}

/** Keys that share a message of their own are missed once. */
function reportMissing(
  missing: readonly string[],
  fields: Fields,
  { key: within, place }: Found,
  source: Source,
): void {
  const codes = new Set(missing.map((key) => fields[key]!.missing));
  for (const code of codes) {
    if (code !== undefined) source.report(error(code, { name: within }, place));
  }
  for (const key of missing) {
    if (fields[key]!.missing === undefined) source.report(error('missing-key', { key, within }, place));
  }
}

/** Gives the key that was most likely meant, or the key itself. */
function reportUnknownKey(
  key: At<string>,
  within: Found,
  value: Found,
  keys: readonly string[],
  source: Source,
): string {
  // `{sv: Skola, spår}`: a comma in a text without quotation marks ends it, and its rest becomes a key without a value.
  if (isMap(within.node) && within.node.flow === true && value.node?.range?.[0] === value.node?.range?.[1]) {
    source.report(error('comma-in-text', { found: key.value }, key.place));
    return key.value;
  }
  const near = nearest(key.value, keys);
  const args = { key: key.value, within: within.key, ...(near === undefined ? {} : { nearest: near }) };
  source.report(error('unknown-key', args, key.place));
  return near ?? key.value;
}

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
      const { key } = found;
      const place = placeOf(found.node, source, found.place);
      const elements = (found.node.items as Node[]).map((node) =>
        shape.read({ node, key, place: placeOf(node, source, place) }, source),
      );
      return elements.every((element) => element !== undefined) ? elements : undefined;
    },
    json: (define) => ({ type: 'array', items: shape.json(define) }),
  };
}

/** The pairs of a mapping in the order of the file. A key written twice is reported, and counts where it stands first. */
function pairs(found: Found, source: Source): readonly { readonly key: At<string>; readonly found: Found }[] {
  if (!isMap(found.node)) return [];
  const first = new Map<string, Place>();
  return found.node.items.flatMap(({ key: keyNode, value }: Pair) => {
    const node = keyNode as Node;
    const place = placeOf(node, source, found.place);
    const key = scalarText({ node, key: found.key, place });
    if (key === undefined) {
      reportType({ node, key: found.key, place }, 'name', source);
      return [];
    }
    const before = first.get(key);
    if (before !== undefined) {
      const args = { name: key, firstLine: before.line, firstFile: before.file };
      source.report(error('duplicate-name', args, place));
      return [];
    }
    first.set(key, place);
    return [
      { key: { value: key, place }, found: { node: (value ?? undefined) as Node | undefined, key, place } },
    ];
  });
}
