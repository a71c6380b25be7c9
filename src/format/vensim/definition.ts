import { termReader } from '../../equation/dialects/parse-term.ts';
import { isNumberList, numberList } from '../../equation/dialects/number-list.ts';
import { vensimTokens } from '../../equation/dialects/vensim-tokens.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import { error } from '../../base/diagnostic.ts';
import { fail } from '../../base/result.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { SourceText } from '../../base/source.ts';
import type { TermReader } from '../../equation/dialects/parse-term.ts';
import type { Term } from '../../equation/dialects/term.ts';
import type { Body, Dimension, Interpolation } from '../foreign/foreign-model.ts';

/** What a statement's left side and right side say. */
export type Statement =
  | { readonly kind: 'range'; readonly dimension: Dimension }
  | {
      readonly kind: 'definition';
      readonly name: string;
      readonly subscripts: readonly string[];
      readonly except: readonly (readonly string[])[];
      readonly body: Body;
    };

const INTERPOLATIONS = ['interpolate', 'look forward', 'hold backward', 'raw'] as const;

/** Reads one Vensim equation, range or lookup. */
export function readStatement(source: SourceText): Result<Statement, Diagnostic> {
  const tokens = vensimTokens(source);
  if (!tokens.ok) return fail(tokens.error);
  const reader = termReader(source, tokens.value, 'vensim');
  const name = reader.name();
  const { file, line, column } = source;
  const place = { file, line, column };

  if (reader.take(':')) {
    const body = rangeBody(reader, source);
    const lists = [body.elements, ...body.maps.map((map) => map.elements ?? [])];
    const count = Math.max(...lists.map((list) => ('call' in list ? 0 : list.length)));
    if (count > MOST_ELEMENTS)
      return fail(error('too-many', { what: 'elements', count, limit: MOST_ELEMENTS }, place));
    return reader.finish({ kind: 'range', dimension: { name, ...body, place } });
  }
  if (reader.take('<->')) {
    return reader.finish({
      kind: 'range',
      dimension: { name, elements: [], maps: [], alias: reader.name(), place },
    });
  }
  const subscripts = names(reader);
  const except: (readonly string[])[] = [];
  if (reader.take('except')) {
    do except.push(names(reader));
    while (reader.take(','));
  }
  const interpolation = INTERPOLATIONS.find((word) => reader.take(word));
  const body = bodyOf(reader, interpolation);
  return reader.finish({ kind: 'definition', name, subscripts, except, body });
}

function names(reader: TermReader): readonly string[] {
  if (!reader.take('[')) return [];
  const list: string[] = [];
  do {
    list.push(reader.name());
    reader.take('!');
  } while (reader.take(','));
  reader.expect(']');
  return list;
}

function bodyOf(reader: TermReader, interpolation: Interpolation | undefined): Body {
  if (reader.atEnd()) return { kind: 'data', interpolation: interpolation ?? 'interpolate' };
  if (reader.isSign('(')) return lookupBody(reader);
  if (!reader.take('=') && !reader.take('==') && !reader.take(':=')) reader.wrong();
  if (isNumberList(reader)) return { kind: 'numbers', values: numberList(reader) };
  const term = reader.term();
  return formula(term, interpolation);
}

function formula(term: Term, interpolation: Interpolation | undefined): Body {
  // What Vensim writes for a variable of which only the causes are known yet.
  if (term.kind === 'call' && canonical(term.name) === 'a_function_of') return { kind: 'none' };
  if (term.kind === 'call' && canonical(term.name) === 'integ' && term.args.length === 2) {
    const [rate, initial] = term.args as [Term, Term];
    return { kind: 'stock', rate, initial, inflows: [], outflows: [], nonNegative: false };
  }
  const how = interpolation === undefined ? {} : { interpolation };
  return { kind: 'formula', term, flow: false, uniflow: false, ...how };
}

/** `name( points )`, or a lookup that is read from a file. */
function lookupBody(reader: TermReader): Body {
  reader.expect('(');
  if (reader.peek()?.kind === 'name') {
    const term = reader.term();
    reader.expect(')');
    return { kind: 'formula', term, flow: false, uniflow: false };
  }
  return { kind: 'curve', curve: reader.curve(), shape: 'continuous' };
}

/** `a, b, (c1-c5) -> other, (another: x, y)`, or a list in a spreadsheet. */
function rangeBody(reader: TermReader, source: SourceText): Pick<Dimension, 'elements' | 'maps'> {
  const first = reader.peek();
  let elements: Dimension['elements'] = [];
  if (first?.kind === 'name' && reader.isSign('(', 1)) {
    const call = reader.term();
    if (call.kind === 'call') elements = { call, source };
  } else elements = elementList(reader);
  const maps: Dimension['maps'][number][] = [];
  if (reader.take('->')) {
    do {
      if (reader.take('(')) {
        const to = reader.name();
        reader.expect(':');
        maps.push({ to, elements: elementList(reader) });
        reader.expect(')');
      } else maps.push({ to: reader.name() });
    } while (reader.take(','));
  }
  return { elements, maps };
}

/** The elements of a list, and of one that is too long as many as show that. */
function elementList(reader: TermReader): readonly string[] {
  const list: string[] = [];
  do {
    if (reader.take('(')) {
      const from = reader.name();
      reader.expect('-');
      const to = reader.name();
      reader.expect(')');
      const numbered = numberedNames(displayName(from), displayName(to), MOST_ELEMENTS + 1 - list.length);
      if (numbered === undefined) reader.wrong(`(${from}-${to})`);
      else list.push(...numbered);
    } else list.push(reader.name());
  } while (reader.take(','));
  return list;
}

/** Most elements of one list. */
const MOST_ELEMENTS = 10_000;

/** `(a1-a3)` is a1, a2, a3, or as many of them as are asked for; `(a01-a10)` keeps its zeros. */
function numberedNames(from: string, to: string, most: number): readonly string[] | undefined {
  const [a, b] = [numberedName(from), numberedName(to)];
  if (canonical(a.name) !== canonical(b.name) || a.digits === '' || b.digits === '') return undefined;
  const [first, last] = [Number(a.digits), Number(b.digits)];
  if (last < first) return undefined;
  const width = a.digits.startsWith('0') ? a.digits.length : 0;
  const length = Math.min(last - first + 1, Math.max(most, 0));
  return Array.from({ length }, (_, i) => a.name + String(first + i).padStart(width, '0'));
}

function numberedName(text: string): { readonly name: string; readonly digits: string } {
  let at = text.length;
  while (at > 0 && text[at - 1]! >= '0' && text[at - 1]! <= '9') at--;
  return { name: text.slice(0, at), digits: text.slice(at) };
}
