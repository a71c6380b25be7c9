import { streamOf } from './compound-file.ts';
import { areaAmong, sheetOf } from './sheet.ts';
import type { Area, Cell, Sheet, Workbook } from './sheet.ts';

/** Records that are read, by their number in [MS-XLS]. */
const record = {
  formula: 0x06, eof: 0x0a, name: 0x18, continued: 0x3c, boundSheet: 0x85, mulRk: 0xbd, sharedStrings: 0xfc,
  labelSst: 0xfd, externSheet: 0x17, number: 0x203, label: 0x204, boolErr: 0x205, string: 0x207, rk: 0x27e, bof: 0x809,
} as const; // prettier-ignore

interface Piece {
  readonly kind: number;
  readonly at: number;
  readonly data: DataView;
}

/** A workbook of Excel 97 to 2003 (BIFF8); undefined if it is none. Formulas count with the values saved with them. */
export function readXls(bytes: Uint8Array): Workbook | undefined {
  const stream = streamOf(bytes, ['Workbook', 'Book']);
  if (!stream) return undefined;
  const pieces = piecesOf(stream);
  const strings = stringsOf(pieces);
  const sheets = pieces
    .filter((p) => p.kind === record.boundSheet && p.data.byteLength >= 8)
    .map(({ data }) => ({ at: data.getUint32(0, true), name: shortText(data, 6) }));
  const areas = areasOf(
    pieces,
    sheets.map((s) => s.name),
  );
  const read = new Map<string, Sheet>();
  return {
    area: areaAmong(areas),
    sheet: (name) => {
      const found = sheets.find((s) => s.name.toLowerCase() === name.toLowerCase());
      if (!found) return undefined;
      const sheet = read.get(found.name) ?? cellsOf(pieces, found.at, strings);
      read.set(found.name, sheet);
      return sheet;
    },
  };
}

function piecesOf(stream: Uint8Array): readonly Piece[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const pieces: Piece[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > stream.length) break;
    pieces.push({
      kind: view.getUint16(at, true),
      at,
      data: new DataView(stream.buffer, stream.byteOffset + at + 4, length),
    });
    at += 4 + length;
  }
  return pieces;
}

/** Text with its length in one byte and a byte that says how wide its characters are. */
function shortText(data: DataView, at: number): string {
  const length = data.getUint8(at);
  return characters(data, at + 2, length, (data.getUint8(at + 1) & 1) === 1);
}

function characters(data: DataView, at: number, length: number, wide: boolean): string {
  let text = '';
  for (let i = 0; i < length && at + (wide ? 2 * i + 1 : i) < data.byteLength; i++) {
    text += String.fromCharCode(wide ? data.getUint16(at + 2 * i, true) : data.getUint8(at + i));
  }
  return text;
}

/** The shared strings; a string may go on in the next record, where its width is said anew. */
function stringsOf(pieces: readonly Piece[]): readonly string[] {
  const first = pieces.findIndex((p) => p.kind === record.sharedStrings);
  if (first < 0) return [];
  const parts = [pieces[first]!.data];
  for (let i = first + 1; pieces[i]?.kind === record.continued; i++) parts.push(pieces[i]!.data);
  let part = 0;
  let at = 8;
  const ended = (): boolean => parts[part] === undefined;
  const settle = (): void => {
    while (!ended() && at >= parts[part]!.byteLength) {
      at -= parts[part]!.byteLength;
      part++;
    }
  };
  const byte = (): number => {
    settle();
    return ended() ? 0 : parts[part]!.getUint8(at++);
  };
  const short = (): number => byte() | (byte() << 8);
  const strings: string[] = [];
  const count = parts[0]!.byteLength >= 8 ? parts[0]!.getUint32(4, true) : 0;
  for (let n = 0; n < count; n++) {
    settle();
    if (ended()) break;
    let left = short();
    let flags = byte();
    const runs = flags & 8 ? short() : 0;
    const extra = flags & 4 ? short() | (short() << 16) : 0;
    let text = '';
    while (left > 0 && !ended()) {
      if (at >= parts[part]!.byteLength) {
        at = 0;
        part++;
        if (!ended()) flags = byte();
        continue;
      }
      text += String.fromCharCode(flags & 1 ? short() : byte());
      left--;
    }
    at += runs * 4 + extra;
    strings.push(text);
  }
  return strings;
}

function cellsOf(pieces: readonly Piece[], from: number, strings: readonly string[]): Sheet {
  const rows: Cell[][] = [];
  const set = (data: DataView, value: Cell, column = data.getUint16(2, true)): void => {
    (rows[data.getUint16(0, true)] ??= [])[column] = value;
  };
  let waiting: DataView | undefined;
  for (const { kind, at, data } of pieces) {
    if (at < from) continue;
    if (kind === record.eof) break;
    if (kind === record.string && waiting)
      set(waiting, characters(data, 3, data.getUint16(0, true), (data.getUint8(2) & 1) === 1));
    if (data.byteLength < 10 && kind !== record.boolErr) continue;
    if (kind === record.number) set(data, data.getFloat64(6, true));
    else if (kind === record.rk) set(data, rkValue(data.getUint32(6, true)));
    else if (kind === record.labelSst) set(data, strings[data.getUint32(6, true)]);
    else if (kind === record.label)
      set(data, characters(data, 9, data.getUint16(6, true), (data.getUint8(8) & 1) === 1));
    else if (kind === record.mulRk) {
      const first = data.getUint16(2, true);
      for (let i = 0; 4 + 6 * i + 6 <= data.byteLength - 2; i++)
        set(data, rkValue(data.getUint32(4 + 6 * i + 2, true)), first + i);
    } else if (kind === record.formula) {
      // A value that is not a number says so in its last two bytes; text follows in a record of its own.
      const special = data.getUint16(12, true) === 0xffff;
      waiting = special && data.getUint8(6) === 0 ? data : undefined;
      if (!special) set(data, data.getFloat64(6, true));
    }
  }
  return sheetOf(Array.from(rows, (row: Cell[] | undefined) => row ?? []));
}

/** A number in four bytes: the upper part of a double or a whole number, perhaps a hundred times too large. */
function rkValue(rk: number): number {
  const view = new DataView(new ArrayBuffer(8));
  if (rk & 2) view.setFloat64(0, (rk | 0) >> 2);
  else view.setUint32(0, rk & 0xfffffffc);
  const value = view.getFloat64(0);
  return rk & 1 ? value / 100 : value;
}

/** Names of cells. Each is a formula of one token: a cell or an area on a sheet. */
function areasOf(pieces: readonly Piece[], sheets: readonly string[]): readonly (readonly [string, Area])[] {
  const extern = pieces.find((p) => p.kind === record.externSheet)?.data;
  const sheetName = (index: number): string => {
    const at = 2 + 6 * index + 2;
    return extern && at + 2 <= extern.byteLength ? (sheets[extern.getUint16(at, true)] ?? '') : '';
  };
  const areas: (readonly [string, Area])[] = [];
  for (const { kind, data } of pieces) {
    if (kind !== record.name || data.byteLength < 16) continue;
    const length = data.getUint8(3);
    const wide = (data.getUint8(14) & 1) === 1;
    const name = characters(data, 15, length, wide);
    const at = 15 + length * (wide ? 2 : 1);
    if (at + 7 > data.byteLength) continue;
    const [token, sheet] = [data.getUint8(at) & 0x1f, sheetName(data.getUint16(at + 1, true))];
    const short = (offset: number): number => data.getUint16(at + offset, true);
    if (token === 0x1a) {
      const [row, column] = [short(3), short(5) & 0xff];
      areas.push([name, { sheet, row, column, lastRow: row, lastColumn: column }]);
    } else if (token === 0x1b && at + 11 <= data.byteLength) {
      const [row, lastRow, column, lastColumn] = [short(3), short(5), short(7) & 0xff, short(9) & 0xff];
      areas.push([name, { sheet, row, column, lastRow, lastColumn }]);
    }
  }
  return areas;
}
