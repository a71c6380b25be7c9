import { unzipSync } from 'fflate';
import { child, childrenOf, readXml } from '../xml.ts';
import { areaAmong, parseAddress, parseArea, sheetOf } from './sheet.ts';
import type { Element } from '../xml.ts';
import type { Cell, Sheet, Workbook } from './sheet.ts';

/** Bytes that one workbook may unpack to. */
const MOST_BYTES = 200_000_000;
/** Where a sheet ends whatever it says (the limits of the format). */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** A workbook of Office Open XML (ECMA-376); undefined if it is none, or unpacks to too much. Formulas count with the values saved with them. */
export function readXlsx(bytes: Uint8Array): Workbook | undefined {
  const files = unzipped(bytes);
  const xml = (path: string): Element | undefined => {
    const file = files?.get(path.replace(/^\//, ''));
    const read = file && readXml(new TextDecoder().decode(file), path);
    return read?.ok ? read.value : undefined;
  };
  const workbook = xml('xl/workbook.xml');
  if (!workbook) return undefined;
  const targets = new Map(
    childrenOf(xml('xl/_rels/workbook.xml.rels'), 'relationship').map(({ attributes }) => [
      attributes['id'],
      attributes['target'] ?? '',
    ]),
  );
  const strings = childrenOf(xml('xl/sharedStrings.xml'), 'si').map(plainText);
  const paths = new Map(
    childrenOf(child(workbook, 'sheets'), 'sheet').map(({ attributes }) => {
      const target = targets.get(attributes['r:id']) ?? '';
      return [attributes['name'] ?? '', target.startsWith('/') ? target : `xl/${target}`];
    }),
  );
  const named = childrenOf(child(workbook, 'definednames'), 'definedname').flatMap(({ attributes, text }) => {
    const area = parseArea(text.text);
    return area ? [[attributes['name'] ?? '', area] as const] : [];
  });
  const read = new Map<string, Sheet>();
  return {
    area: areaAmong(named),
    sheet: (name) => {
      const path =
        paths.get(name) ?? [...paths].find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1];
      if (path === undefined) return undefined;
      const known = read.get(path);
      if (known !== undefined) return known;
      const root = xml(path);
      if (root === undefined) return undefined; // Damaged: not a sheet of blank cells.
      const sheet = cellsOf(root, strings);
      read.set(path, sheet);
      return sheet;
    },
  };
}

function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  let size = 0;
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
      if (!/\.(xml|rels)$/i.test(name)) return false;
      size += originalSize;
      return size <= MOST_BYTES;
    };
    const files = new Map(Object.entries(unzipSync(bytes, { filter })));
    return size <= MOST_BYTES ? files : undefined;
  } catch (problem) {
    // What fflate throws on a file that is not a zip, or is cut off.
    if (!(problem instanceof Error)) throw problem;
    return undefined;
  }
}

/** Pieces of text with their own formatting, joined; pronunciations left out. */
const plainText = (element: Element): string =>
  element.children.map((c) => (c.name === 't' ? c.text.text : c.name === 'r' ? plainText(c) : '')).join('');

function cellsOf(sheet: Element | undefined, strings: readonly string[]): Sheet {
  const rows: Cell[][] = [];
  for (const row of childrenOf(child(sheet, 'sheetdata'), 'row')) {
    let column = -1;
    const own = Number(row.attributes['r'] ?? rows.length + 1) - 1;
    if (!(own >= 0 && own < LAST_ROW)) continue;
    const cells = (rows[own] ??= []);
    for (const c of childrenOf(row, 'c')) {
      column = parseAddress(c.attributes['r'] ?? '')?.column ?? column + 1;
      if (column < LAST_COLUMN) cells[column] = valueOf(c, strings);
    }
  }
  return sheetOf(Array.from(rows, (row: Cell[] | undefined) => row ?? []));
}

function valueOf(c: Element, strings: readonly string[]): Cell {
  const type = c.attributes['t'];
  const text = child(c, 'v')?.text.text;
  if (type === 's') return strings[Number(text)];
  const inline = child(c, 'is');
  if (inline) return plainText(inline);
  if (text === undefined || text === '') return undefined;
  if (type === 'str' || type === 'e') return text;
  return Number(text);
}
