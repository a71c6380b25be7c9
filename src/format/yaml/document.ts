import {
  LineCounter,
  isCollection,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type Node,
} from 'yaml';
import { error, type Diagnostic, type YamlProblem } from '../../base/diagnostic.ts';
import type { Place } from '../../base/source.ts';

/** An open file: its text, the place of any index in it, and where mistakes go. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly placeOf: (index: number) => Place;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface OpenDocument {
  readonly source: Source;
  /** Undefined if the file is empty. */
  readonly root: Node | undefined;
}

/**
 * Parses YAML. Every scalar stays the text that its author wrote: `1`, `no` and `1/16` get a meaning from the schema.
 * Undefined if the text is not YAML, which has then been reported.
 */
export function openDocument(text: string, file: string, report: Source['report']): OpenDocument | undefined {
  const lines = new LineCounter();
  const placeOf = (index: number): Place => {
    const { line, col } = lines.linePos(index);
    return { file, line, column: col };
  };
  const document = parse(text, lines);
  if (document === undefined) {
    report(error('yaml-syntax', { problem: 'depth' }, { file, line: 1, column: 1 }));
    return undefined;
  }
  const slips = slipsOf(document, text);
  for (const { problem, index } of slips) report(error('yaml-syntax', { problem }, placeOf(index)));
  if (slips.length > 0) return undefined;
  return { source: { file, text, placeOf, report }, root: document.contents ?? undefined };
}

/** More brackets that are opened and not closed than any file of ours has, those in texts and comments too. */
const MOST_OPEN = 10_000;
/** Lists in lists on one line. */
const DASHES = /(?:-[ \t]){500}/;

function opensTooMany(text: string): boolean {
  let open = 0;
  for (let i = 0; i < text.length && open <= MOST_OPEN; i++) {
    const sign = text[i];
    if (sign === '[' || sign === '{') open++;
    else if (sign === ']' || sign === '}') open--;
  }
  return open > MOST_OPEN || DASHES.test(text);
}

/** Undefined when the text is nested so deep that the parser, which is recursive, takes long or runs out of stack. */
function parse(text: string, lineCounter: LineCounter): Document | undefined {
  if (opensTooMany(text)) return undefined;
  try {
    return parseDocument(text, {
      lineCounter,
      schema: 'failsafe',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
    });
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

interface Slip {
  readonly problem: YamlProblem;
  readonly index: number;
}

const problems: Partial<Record<ErrorCode, YamlProblem>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  MULTILINE_IMPLICIT_KEY: 'indent',
  BLOCK_IN_FLOW: 'indent',
  BAD_SCALAR_START: 'character',
  BAD_DQ_ESCAPE: 'escape',
  MISSING_CHAR: 'unclosed',
  TAG_RESOLVE_FAILED: 'tag',
  MULTIPLE_TAGS: 'tag',
  MULTIPLE_ANCHORS: 'alias',
  BAD_ALIAS: 'alias',
  ALIAS_PROPS: 'alias',
  MULTIPLE_DOCS: 'documents',
  RESOURCE_EXHAUSTION: 'depth',
};

/** Problems that leave the lines after them readable. */
const local: ReadonlySet<YamlProblem> = new Set([
  'tab',
  'colon',
  'character',
  'escape',
  'after-end',
  'tag',
  'alias',
]);

/** No more slips are told of at a time. */
const mostSlips = 50;

/**
 * What is wrong with the text as YAML. One slip makes the parser complain again and again: of each line only the first
 * complaint says what it is, and after a line that does not fit, those that follow mean nothing.
 */
function slipsOf(document: Document, text: string): readonly Slip[] {
  const slips: Slip[] = [];
  let lineEnd = -1;
  for (const { code, pos } of [...document.errors, ...document.warnings]) {
    if (pos[0] <= lineEnd) continue;
    const slip = slipOf(code, pos[0], document, text);
    if (slips.length > 0 && !local.has(slip.problem)) continue;
    slips.push(slip);
    if (!local.has(slip.problem) || slips.length === mostSlips) break;
    lineEnd = endOfLine(text, slip.index);
  }
  return slips;
}

const endOfLine = (text: string, index: number): number => {
  const end = text.indexOf('\n', index);
  return end < 0 ? text.length : end;
};

function slipOf(code: ErrorCode, index: number, document: Document, text: string): Slip {
  if (code === 'MISSING_CHAR' || code === 'BAD_INDENT') {
    // Noticed only where the text goes on, often lines below: what is missing its end is where to look.
    const opening = openingBefore(index, document, text);
    if (opening !== undefined) return { problem: 'unclosed', index: opening };
  }
  if (code === 'UNEXPECTED_TOKEN' && text[index] === '*') return { problem: 'alias', index };
  if (code === 'UNEXPECTED_TOKEN' && /["'}\]]\s*$/.test(text.slice(0, index)))
    return { problem: 'after-end', index };
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    // The same complaint for `a: b: c` and for a line that is indented too far below a finished value.
    const rest = text.slice(index, endOfLine(text, index));
    return { problem: /:\s/.test(rest) ? 'colon' : 'indent', index };
  }
  return { problem: problems[code] ?? 'other', index };
}

/** Where the last quotation mark or bracket before `index` stands that has no end. */
function openingBefore(index: number, document: Document, text: string): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const [from, to] = node.range ?? [index, index];
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      if (from >= index || (!quoted && !(isCollection(node) && node.flow === true))) return;
      const ends = { '"': '"', "'": "'", '{': '}', '[': ']' }[text.charAt(from)];
      if (to <= from + 1 || text.charAt(to - 1) !== ends) opening = from;
    },
  });
  return opening;
}
