/** A cell's value; undefined if it is blank. */
export type Cell = number | string | undefined;

/** Cells by row and column, both from 0. */
export interface Sheet {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => Cell;
}

/** A stretch of cells that has a name, both ends included. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface Workbook {
  readonly sheet: (name: string) => Sheet | undefined;
  /** The cells of a name; where sheets have names of their own, those of this sheet go first. */
  readonly area: (name: string, tab: string) => Area | undefined;
}

/** Finds named cells among all of a book. */
export function areaAmong(named: readonly (readonly [string, Area])[]): Workbook['area'] {
  const byName = new Map<string, readonly Area[]>();
  for (const [name, area] of named) {
    const key = name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), area]);
  }
  return (name, tab) => {
    const areas = byName.get(name.toLowerCase());
    return areas?.find((area) => area.sheet.toLowerCase() === tab.toLowerCase()) ?? areas?.[0];
  };
}

/** `B2` is row 1, column 1; a missing part is undefined, as in `B` or `2`. */
export function parseAddress(text: string): { readonly row?: number; readonly column?: number } | undefined {
  const found = /^\$?([a-z]{0,3})\$?(\d*)$/i.exec(text.trim());
  if (!found || (found[1] === '' && found[2] === '')) return undefined;
  const [, letters = '', digits = ''] = found;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return {
    ...(digits === '' ? {} : { row: Number(digits) - 1 }),
    ...(letters === '' ? {} : { column: column - 1 }),
  };
}

/** A sheet from rows of cells. */
export function sheetOf(rows: readonly (readonly Cell[])[]): Sheet {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { rows: rows.length, columns, at: (row, column) => rows[row]?.[column] };
}

/** `Sheet1!$A$2:$C$2`, as workbooks write the place of a name. */
export function parseArea(text: string): Area | undefined {
  const found = /^'?(.*?)'?!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(text.trim());
  if (!found) return undefined;
  const [, sheet = '', column = '', row = '', lastColumn = column, lastRow = row] = found;
  const [from, to] = [parseAddress(column + row), parseAddress(lastColumn + lastRow)];
  if (
    from?.row === undefined ||
    from.column === undefined ||
    to?.row === undefined ||
    to.column === undefined
  )
    return undefined;
  return {
    sheet: sheet.replaceAll("''", "'"),
    row: from.row,
    column: from.column,
    lastRow: to.row,
    lastColumn: to.column,
  };
}
