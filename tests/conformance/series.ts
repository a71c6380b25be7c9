/** Columns of an output file by canonical name; times in the order of its rows. NaN where a cell is blank. */
export interface Table {
  readonly times: readonly number[];
  readonly columns: ReadonlyMap<string, readonly number[]>;
}

/** UTF-8 with or without a mark, else UTF-16, else Windows-1252. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Outer quotes gone, escapes resolved, small letters, runs of blanks and underscores a single underscore. */
export function canonicalName(name: string): string {
  const plain = name.trim().replace(/^"(.*)"$/s, '$1').replace(/\\(["\\])/g, '$1').replace(/\\n/g, ' '); // prettier-ignore
  const key = plain.toLowerCase().replace(/[\s_\u00a0]+/gu, '_').replace(/^_|_$/g, ''); // prettier-ignore
  return key.replace(/_?([[\],])_?/g, '$1').replace(/^"(.*)"(\[.*)$/s, '$1$2');
}

/** Rows of fields; quotes protect the delimiter and line ends, and stand for themselves when doubled. */
function parseFields(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = (): void => {
    rows.at(-1)!.push(field);
    field = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') {
        field += c;
        i++;
      } else quoted = false;
    } else if (c === '"' && field === '') quoted = true;
    else if (c === delimiter) endField();
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++;
      endField();
      rows.push([]);
    } else field += c;
  }
  endField();
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}

const numberOf = (cell: string | undefined): number =>
  cell === undefined || cell.trim() === '' ? NaN : Number(cell.trim().replace(/^"|"$/g, ''));

export function readTable(bytes: Uint8Array, name: string): Table {
  const text = decode(bytes).replace(/^\ufeff/, '');
  return /\.dat$/i.test(name) ? readDat(text) : readRows(text);
}

function readRows(text: string): Table {
  const firstLine = text.slice(0, text.search(/[\r\n]/));
  const [header = [], ...rows] = parseFields(text, firstLine.includes('\t') ? '\t' : ',');
  const columns = new Map(
    header.slice(1).map((h, i) => [canonicalName(h), rows.map((row) => numberOf(row[i + 1]))]),
  );
  return { times: rows.map((row) => numberOf(row[0])), columns };
}

/** A name line, then `time<TAB>value` lines until the next name. A constant may have its first line only. */
function readDat(text: string): Table {
  const series = new Map<string, Map<number, number>>();
  let current: Map<number, number> | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const cells = line.split('\t');
    if (cells.length < 2) {
      if (line.trim() === '') continue;
      current = new Map();
      series.set(canonicalName(line), current);
    } else current?.set(Number(cells[0]), numberOf(cells[1]));
  }
  const times = [...new Set([...series.values()].flatMap((s) => [...s.keys()]))].sort((a, b) => a - b);
  const columns = new Map([...series].map(([n, s]) => [n, times.map((t) => s.get(t) ?? NaN)]));
  return { times, columns };
}
