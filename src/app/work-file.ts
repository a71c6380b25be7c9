import { error, warning, type Diagnostic } from '../base/diagnostic.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { shortName } from '../base/short-text.ts';
import type { Model } from '../model/model.ts';
import type { Bilingual } from '../model/variable.ts';
import type { LinkParts } from './link-view.ts';
import { documentFrom, partsOf } from './link.ts';
import { sealOf } from './link-seal.ts';
import type { Bookmark, Document, OwnFile } from './state.ts';

/** Raised when the meaning of a key changes; older works keep being read by their version. */
const version = 1;
/** Bounds of what is read: beyond them a file was not made by the program. */
export const largestWork = 30_000_000;
const most = { steps: 1000, bookmarks: 100, partsOfDocument: 40, partLength: 8000, nameLength: 60 };

/** A work: everything of it that outlives the page. */
export interface Work {
  readonly document: Document;
  readonly past: readonly Document[];
  readonly future: readonly Document[];
  readonly bookmarks: readonly Bookmark[];
  readonly file: OwnFile | undefined;
  /** How it was looked at. */
  readonly view: LinkParts;
}

/** A work as it is written: documents in the parts of a link, which one reader checks, whatever they come from. */
export interface WrittenWork {
  /** Model and municipality, for those who read the file. */
  readonly name: Bilingual;
  /** When it was saved, in milliseconds since 1970. */
  readonly saved: number;
  readonly document: LinkParts;
  readonly past: readonly LinkParts[];
  readonly future: readonly LinkParts[];
  readonly bookmarks: readonly { readonly name: string; readonly document: LinkParts }[];
  readonly view: LinkParts;
  readonly file: OwnFile | undefined;
  /** Nothing of it has been changed since it was written, as far as its seal tells; one without a seal may be edited. */
  readonly whole: boolean;
}

/** A work as text. `indent` makes it one for people, with a seal; a work without its history is one to hand over. */
export function writeWork(work: Work, name: Bilingual, saved: number, indent?: number): string {
  const written = {
    uppstroms: version,
    name,
    saved: new Date(saved).toISOString(),
    document: objectOf(work.document),
    view: Object.fromEntries(work.view),
    bookmarks: work.bookmarks.map((b) => ({ name: b.name, document: objectOf(b.document) })),
    ...(work.past.length === 0 ? {} : { past: work.past.map(objectOf) }),
    ...(work.future.length === 0 ? {} : { future: work.future.map(objectOf) }),
    ...(work.file === undefined
      ? {}
      : {
          file: {
            name: work.file.name,
            text: work.file.text,
            beside: work.file.beside.map(({ name, bytes }) => ({ name, base64: toBase64(bytes) })),
          },
        }),
  };
  return JSON.stringify(
    indent === undefined ? written : { ...written, seal: sealOfWork(written) },
    undefined,
    indent,
  );
}

/** Of all of a work but the seal, however it is set out. */
const sealOfWork = (written: object): string => sealOf(new Map([['work', JSON.stringify(written)]]));

/** Documents never change, so each is taken apart once. */
const objects = new WeakMap<Document, Readonly<Record<string, string>>>();
function objectOf(document: Document): Readonly<Record<string, string>> {
  let object = objects.get(document);
  if (object === undefined) objects.set(document, (object = Object.fromEntries(partsOf(document))));
  return object;
}

/**
 * Reads what `writeWork` wrote. Nothing is trusted: what has not the right form is an error, what is more than a work
 * holds is left out, and what the documents mean is for `workIn` to check against the model.
 */
export function readWork(text: string, file: string): Result<WrittenWork, readonly Diagnostic[]> {
  const damaged = fail([error('work-damaged', { file })]);
  if (text.length > largestWork)
    return fail([error('file-too-large', { bytes: text.length, limit: largestWork }, { file })]);
  const read = parsed(text);
  if (!isRecord(read) || typeof read['uppstroms'] !== 'number') return damaged;
  if (read['uppstroms'] > version) return fail([error('work-newer', { file })]);
  const document = partsIn(read['document']);
  if (document === undefined) return damaged;
  const own = read['file'] === undefined ? undefined : fileIn(read['file']);
  if (read['file'] !== undefined && own === undefined) return damaged;
  const { seal, ...sealed } = read;
  const saved = typeof read['saved'] === 'string' ? Date.parse(read['saved']) : NaN;
  return ok({
    name: bilingualIn(read['name']),
    saved: Number.isFinite(saved) ? saved : 0,
    document,
    past: listIn(read['past']).slice(-most.steps),
    future: listIn(read['future']).slice(0, most.steps),
    bookmarks: arrayIn(read['bookmarks'])
      .slice(0, most.bookmarks)
      .flatMap((item) => {
        const parts = isRecord(item) ? partsIn(item['document']) : undefined;
        const name = isRecord(item) ? textIn(item['name']) : '';
        return parts === undefined || name === '' ? [] : [{ name, document: parts }];
      }),
    view: partsIn(read['view']) ?? new Map(),
    file: own,
    whole: seal === undefined || seal === sealOfWork(sealed),
  });
}

/** A written work as one of a model. What does not fit the model is left at its default, and told of once. */
export function workIn(
  written: WrittenWork,
  model: Model,
): Omit<Work, 'file' | 'view'> & { readonly problems: readonly Diagnostic[] } {
  const known = new Map<string, Document>();
  let amiss = 0;
  // The same parts are the same document: jumps back and forth are seen as such.
  const documentOf = (parts: LinkParts): Document => {
    const key = JSON.stringify([...parts]);
    let document = known.get(key);
    if (document === undefined) {
      const read = documentFrom(parts, model);
      for (const problem of read.problems)
        amiss += problem.code === 'link-damaged' ? problem.args.parts.length : 1;
      known.set(key, (document = read.document));
    }
    return document;
  };
  const present = documentFrom(written.document, model);
  known.set(JSON.stringify([...written.document]), present.document);
  const work = {
    document: present.document,
    past: written.past.map(documentOf),
    future: written.future.map(documentOf),
    bookmarks: written.bookmarks.map(({ name, document }) => ({ name, document: documentOf(document) })),
  };
  const old = amiss > 0 ? [warning('work-partly', { count: amiss })] : [];
  const changed = written.whole || present.problems.length > 0 ? [] : [warning('work-changed', {})];
  return { ...work, problems: [...changed, ...present.problems, ...old] };
}

/** When a work was saved, 0 if its text does not say, and whether anything has been done in it but opening it. */
export function ageOf(text: string): { readonly saved: number; readonly touched: boolean } {
  const written = readWork(text, '');
  if (!written.ok) return { saved: 0, touched: false };
  const { saved, past, future, bookmarks } = written.value;
  return { saved, touched: past.length + future.length + bookmarks.length > 0 };
}

/** The names that a person has given in a work: they tell it from others of the same municipality. */
export const namesIn = ({ document, bookmarks }: WrittenWork): readonly string[] => [
  ...[...document].flatMap(([key, value]) => (key.startsWith('name-') ? [value] : [])),
  ...bookmarks.map((b) => b.name),
];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A text nested too deep is a RangeError.
    if (cause instanceof SyntaxError || cause instanceof RangeError) return undefined;
    throw cause;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const arrayIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const listIn = (value: unknown): readonly LinkParts[] =>
  arrayIn(value).flatMap((item) => {
    const parts = partsIn(item);
    return parts === undefined ? [] : [parts];
  });

const textIn = (value: unknown): string =>
  typeof value === 'string' ? shortName(value, most.nameLength) : '';

function bilingualIn(value: unknown): Bilingual {
  return isRecord(value) ? { sv: textIn(value['sv']), en: textIn(value['en']) } : { sv: '', en: '' };
}

function partsIn(value: unknown): LinkParts | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).slice(0, most.partsOfDocument);
  const parts = entries.filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && entry[0].length + entry[1].length <= most.partLength,
  );
  return parts.length === entries.length ? new Map(parts) : undefined;
}

function fileIn(value: unknown): OwnFile | undefined {
  if (!isRecord(value) || typeof value['name'] !== 'string' || typeof value['text'] !== 'string')
    return undefined;
  const beside = arrayIn(value['beside']).map((item) => {
    if (!isRecord(item) || typeof item['name'] !== 'string' || typeof item['base64'] !== 'string')
      return undefined;
    const bytes = fromBase64(item['base64']);
    return bytes && { name: item['name'].slice(0, 200), bytes };
  });
  if (beside.some((item) => item === undefined)) return undefined;
  return {
    name: value['name'].slice(0, 200),
    text: value['text'],
    beside: beside.filter((item) => item !== undefined),
  };
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return btoa(pieces.join(''));
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch (cause) {
    if (cause instanceof DOMException) return undefined;
    throw cause;
  }
}
