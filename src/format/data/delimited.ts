import { sheetOf } from './sheet.ts';
import type { Cell, Sheet } from './sheet.ts';

/** UTF-8 with or without a mark, UTF-16 likewise, else Windows-1252. */
export function decode(bytes: Uint8Array): string {
  const mark =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || hasZeros(bytes, 1)
      ? 'utf-16le'
      : (bytes[0] === 0xfe && bytes[1] === 0xff) || hasZeros(bytes, 0)
        ? 'utf-16be'
        : '';
  if (mark !== '') return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Whether every other byte of the beginning is 0, and the ones between are not: letters in two bytes each. */
const hasZeros = (bytes: Uint8Array, from: number): boolean =>
  bytes.length >= 8 && [0, 2, 4, 6].every((i) => bytes[i + from] === 0 && bytes[i + 1 - from] !== 0);

/** A file of lines with a delimiter (RFC 4180: quotes protect it, and stand for themselves when doubled). */
export function readDelimited(text: string, delimiter: string): Sheet {
  const rows: Cell[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = (): void => {
    rows.at(-1)!.push(cellOf(field));
    field = '';
  };
  for (let i = text.startsWith('\ufeff') ? 1 : 0; i < text.length; i++) {
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
  return sheetOf(rows);
}

/** A number if it reads as one; blank if there is nothing. */
function cellOf(text: string): Cell {
  const plain = text.trim();
  if (plain === '') return undefined;
  const value = Number(plain);
  return Number.isNaN(value) ? plain : value;
}
