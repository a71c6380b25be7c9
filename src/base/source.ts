/** A position in a file, for messages: line and column count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A piece of text as its author wrote it, with the place of its first character.
 * The text is a slice of the file, line ends included, so any index in it has a place.
 */
export interface SourceText extends Place {
  readonly text: string;
}

/** The place of the character at `index` of a source text. */
export function placeAt(source: SourceText, index: number): Place {
  const before = source.text.slice(0, index);
  const lastBreak = before.lastIndexOf('\n');
  if (lastBreak < 0) return { file: source.file, line: source.line, column: source.column + index };
  const lines = before.split('\n').length - 1;
  return { file: source.file, line: source.line + lines, column: index - lastBreak };
}
