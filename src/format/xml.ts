import { SaxesParser } from 'saxes';
import { error } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Diagnostic, XmlProblem } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import { placeAt } from '../base/source.ts';
import type { Place, SourceText } from '../base/source.ts';

/** An element of an XML file: names without prefix unless the prefix is a vendor's; text with its place. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: SourceText;
  readonly line: number;
}

const MOST_LEVELS = 200;
const MOST_ELEMENTS = 500_000;

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  readonly line: number;
  text: string;
  textLine: number;
  textColumn: number;
}

/** Stops the parser: saxes goes on after an error, and there is no other way out of it than to throw. */
class Stop extends Error {}

/** Reads an XML file. There are no entities but XML's own, so none can grow. */
export function readXml(text: string, file: string): Result<Element, Diagnostic> {
  // `xmlns: false`: many files use prefixes that they do not declare.
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: Open[] = [];
  let root: Element | undefined;
  let problem: Diagnostic | undefined;
  let count = 0;
  let prefix = '';
  const stop = (diagnostic: Diagnostic): never => {
    problem = diagnostic;
    throw new Stop();
  };
  const here = () => ({ file, line: parser.line, column: parser.column + 1 });

  parser.on('error', (e) => stop(error('xml-syntax', problemIn(e.message), here())));
  parser.on('doctype', () => stop(error('xml-syntax', { problem: 'doctype' }, here())));
  parser.on('opentag', (tag) => {
    if (open.length >= MOST_LEVELS) {
      stop(error('too-many', { what: 'nested-tags', count: open.length + 1, limit: MOST_LEVELS }, here()));
    }
    if (++count > MOST_ELEMENTS) {
      stop(error('too-many', { what: 'tags', count, limit: MOST_ELEMENTS }, here()));
    }
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes as Record<string, string>).map(([k, v]) => [k.toLowerCase(), v]),
    );
    const line = parser.line;
    const written = tag.name.toLowerCase();
    // The standard's own prefix, whatever the file calls it: the root has it.
    if (count === 1) prefix = /^[\w.-]+:(?=xmile$)/.exec(written)?.[0] ?? 'xmile:';
    const name = written.startsWith(prefix) ? written.slice(prefix.length) : written;
    open.push({
      name,
      attributes,
      children: [],
      line,
      text: '',
      textLine: line,
      textColumn: parser.column + 1,
    });
  });
  const addText = (piece: string): void => {
    const last = open.at(-1);
    if (last) last.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed) return;
    const { name, attributes, children, line } = closed;
    const place = { file, line: closed.textLine, column: closed.textColumn };
    const element = { name, attributes, children, line, text: { text: closed.text, ...place } };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  try {
    parser.write(text).close();
  } catch (e) {
    if (!(e instanceof Stop)) throw e;
  }
  if (problem?.code === 'xml-syntax' && problem.args.problem !== 'doctype') {
    const at = text.search(BARE_AMPERSAND);
    // The parser looks for the end of what it takes for a name, and finds it anywhere or nowhere.
    if (at >= 0 && at < (parser.position || text.length))
      return fail(
        error('xml-syntax', { problem: 'entity' }, placeAt({ text, file, line: 1, column: 1 }, at)),
      );
  }
  if (problem) return fail(problem);
  return root ? ok(root) : fail(error('xml-syntax', { problem: 'empty' }, { file }));
}

const BARE_AMPERSAND = /&(?!#?\w+;)/;

/** What the parser's messages are about. */
const PROBLEMS: readonly (readonly [RegExp, XmlProblem])[] = [
  [/must contain a root/, 'empty'],
  [/unclosed tag|unexpected end/, 'unclosed'],
  [/outside of root|text data|must be at beginning/, 'outside'],
  [/close tag|closing tag|unmatched/, 'tag'],
  [/entity/, 'entity'],
  [/attribute|equal|quot/, 'attribute'],
  [/character/, 'character'],
];

function problemIn(message: string): { readonly problem: XmlProblem; readonly found?: string } {
  const problem = PROBLEMS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  const found = /unclosed tag: (\S+)/.exec(message)?.[1];
  return { problem, ...(found === undefined ? {} : { found }) };
}

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((c) => c.name === name);

export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((c) => c.name === name) ?? [];

export const textOf = (element: Element | undefined): string => element?.text.text.trim() ?? '';

export const placeOf = (element: Element): Place => ({
  file: element.text.file,
  line: element.line,
  column: 1,
});

/** XMILE §2.6: an empty element means yes. */
export function isSet(element: Element | undefined): boolean | undefined {
  if (element === undefined) return undefined;
  const text = textOf(element).toLowerCase();
  return text !== 'false' && text !== '0';
}
