import { error, warning } from '../../base/diagnostic.ts';
import { canonical } from '../../equation/dialects/names.ts';
import { namesIn } from '../../equation/parts.ts';
import { parseAddress } from '../data/sheet.ts';
import { openWorkbook } from '../data/workbooks.ts';
import { readSeries, seriesKey } from '../data/series-file.ts';
import { STEP_TIME, abs, iff, lookup, lt, negate, num, sub } from './build.ts';
import { hiddenId, make } from './making.ts';
import { mirrored, shaped } from './curves.ts';
import { NA } from '../../equation/dialects/parse-term.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Curve, Term } from '../../equation/dialects/term.ts';
import type { Expr } from '../../model/expr.ts';
import type { DataFiles } from '../data/data-files.ts';
import type { Area, Sheet, Workbook } from '../data/sheet.ts';
import type { CurveShape, Dimension, ForeignModel, Interpolation } from '../foreign/foreign-model.ts';
import type { Context, ElementEntry, World } from './world.ts';

type Call = Extract<Term, { kind: 'call' }>;

const texts = (call: Call): readonly string[] =>
  call.args.map((arg) =>
    arg.kind === 'text'
      ? arg.text
      : arg.kind === 'name'
        ? arg.name
        : arg.kind === 'number'
          ? String(arg.value)
          : '',
  );

/** The call that reads an element's values from a file, if that is what its equation is. */
export function readingCall(element: ElementEntry, what: 'data' | 'lookups' | 'constants'): Call | undefined {
  const { body } = element.definition;
  const term = body.kind === 'formula' ? body.term : undefined;
  if (term?.kind !== 'call') return undefined;
  return new RegExp(`^get_(xls|direct|123|vdf)_${what}$`).test(canonical(term.name)) ? term : undefined;
}

/** The points of a variable that has data instead of an equation, or of a lookup in a file. */
export function readCurve(element: ElementEntry, context: Context): Curve | undefined {
  const call = readingCall(element, 'lookups') ?? readingCall(element, 'data');
  if (call) return curveInFile(call, element, context);
  if (element.definition.body.kind !== 'data') return undefined;
  const { files, report } = context.world;
  const key = seriesKey(element.id);
  const where = { ...element.definition.place, variable: element.id };
  let siblings = false;
  for (const path of files.dataPaths) {
    const bytes = files.read(path);
    const series = bytes && cachedSeries(files, path, bytes);
    const curve = series?.get(key);
    if (curve && curve.x.length > 0) return curve;
    siblings ||= series !== undefined && hasElements(series, key);
  }
  // Of an array whose data are there, an element without any has no value in Vensim either.
  if (siblings) report(warning('series-missing', { name: element.id }, where));
  else context.world.withoutData.set(element.id, where);
  return { x: [0], y: [NA] };
}

/**
 * Data that are not there are a mistake if something is worked out from them. Else they only stand beside the model, as
 * what is measured often does.
 */
export function tellWithoutData({ withoutData, made, report }: World): void {
  if (withoutData.size === 0) return;
  const read = new Set<string>();
  for (const variable of made.values()) {
    if (variable.kind === 'table') continue;
    for (const name of namesIn(variable.kind === 'stock' ? variable.initial : variable.expr)) read.add(name);
  }
  for (const [id, where] of withoutData) {
    report((read.has(id) ? error : warning)('series-missing', { name: id }, where));
  }
}

function hasElements(series: ReadonlyMap<string, Curve>, key: string): boolean {
  const name = key.slice(0, key.indexOf('[') + 1);
  return name !== '' && [...series.keys()].some((other) => other.startsWith(name));
}

const seriesFiles = new WeakMap<DataFiles, Map<string, ReadonlyMap<string, Curve>>>();

function cachedSeries(files: DataFiles, path: string, bytes: Uint8Array): ReadonlyMap<string, Curve> {
  const known = seriesFiles.get(files) ?? new Map<string, ReadonlyMap<string, Curve>>();
  seriesFiles.set(files, known);
  const series = known.get(path) ?? readSeries(bytes, path);
  known.set(path, series);
  return series;
}

/** The value of data at this step, with what is between the points as the variable says. */
export function dataValue(element: ElementEntry, how: Interpolation, context: Context): Expr {
  const curve = readCurve(element, context);
  return curve ? valueOfData(curve, how, STEP_TIME, context) : num(NaN);
}

export function valueOfData(curve: Curve, how: Interpolation, time: Expr, context: Context): Expr {
  const table = (points: Curve, shape: CurveShape): string => {
    const id = hiddenId(context, 'data');
    make(context, id, { kind: 'table', ...shaped(points, shape) });
    return id;
  };
  if (how === 'interpolate') return lookup(table(curve, 'continuous'), time);
  if (how === 'hold backward') return lookup(table(curve, 'discrete'), time);
  if (how === 'look forward')
    return lookup(table(mirrored(shaped(curve, 'continuous').curve), 'discrete'), negate(time));
  // Only at the times of the data; elsewhere there is no value.
  const times = lookup(table({ x: curve.x, y: curve.x }, 'discrete'), time);
  return iff(lt(abs(sub(times, time)), num(1e-6)), lookup(table(curve, 'discrete'), time), num(NA));
}

/** `?name` stands for a file that the settings name; without one, for a file of that name beside the model. */
function realPath(path: string, foreign: ForeignModel, files: DataFiles): string {
  const plain = (foreign.fileNames.get(path.toLowerCase()) ?? path).replaceAll('\\', '/');
  if (!plain.startsWith('?')) return plain;
  const name = plain.slice(1);
  const folders = ['', 'data/'];
  const endings = ['', '.xlsx', '.xls', '.csv'];
  const candidates = folders.flatMap((folder) => endings.map((ending) => `${folder}${name}${ending}`));
  return candidates.find((candidate) => files.read(candidate) !== undefined) ?? plain;
}

interface Place {
  readonly book: Workbook;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Finds a cell by its address or its name; complains if the file or the cell is not there. */
function placeOf(
  path: string,
  tab: string,
  cell: string,
  foreign: ForeignModel,
  files: DataFiles,
  report: (d: Diagnostic) => void,
  where: object,
): Place | undefined {
  const real = realPath(path, foreign, files);
  const book = openWorkbook(files, real, tab);
  const area: Area | undefined = book?.area(cell, tab);
  const sheet = book?.sheet(area?.sheet ?? tab);
  if (!book || !sheet) {
    report(error('data-missing', { path: book ? `${real}: ${tab}` : real }, where));
    return undefined;
  }
  const address = area ?? parseAddress(cell);
  if (address?.row === undefined || address.column === undefined) {
    report(error('data-cell', { path: real, cell }, where));
    return undefined;
  }
  return { book, sheet, row: address.row, column: address.column };
}

const place = (cell: string, path: string, tab: string, context: Context): Place | undefined => {
  const { world, definition, owner } = context;
  return placeOf(path, tab, cell, world.foreign, world.files, world.report, {
    ...definition.place,
    variable: owner,
  });
};

/** Times in a row or in a column, and values beside them; further elements follow in the next row or column. */
function curveInFile(call: Call, element: ElementEntry, context: Context): Curve | undefined {
  const [path = '', tab = '', along = '', cell = ''] = texts(call);
  const start = place(cell, path, tab, context);
  if (!start) return undefined;
  const axis = start.book.area(along, tab) ?? parseAddress(along);
  const inRow = axis && ('lastRow' in axis ? axis.row === axis.lastRow : axis.column === undefined);
  if (!axis || (inRow ? axis.row === undefined : axis.column === undefined)) {
    context.world.report(
      error('data-cell', { path, cell: along }, { ...element.definition.place, variable: element.id }),
    );
    return undefined;
  }
  const { sheet } = start;
  const x: number[] = [];
  const y: number[] = [];
  const count = inRow ? sheet.columns - start.column : sheet.rows - start.row;
  for (let i = 0; i < count; i++) {
    const time = inRow ? sheet.at(axis.row!, start.column + i) : sheet.at(start.row + i, axis.column!);
    // A time that is no number ends the data; a value that is none is passed over.
    if (typeof time !== 'number') break;
    const value = inRow
      ? sheet.at(start.row + element.place, start.column + i)
      : sheet.at(start.row + i, start.column + element.place);
    if (typeof value !== 'number') continue;
    x.push(time);
    y.push(value);
  }
  if (x.length > 0) return { x, y };
  context.world.report(
    error('data-cell', { path, cell }, { ...element.definition.place, variable: element.id }),
  );
  return undefined;
}

/** A constant in a spreadsheet: the last dimension goes to the right, the others down; with `*` the other way. */
export function constantInFile(call: Call, element: ElementEntry, context: Context): number {
  const [path = '', tab = '', written = ''] = texts(call);
  const across = !written.endsWith('*');
  const start = place(written.replace(/\*$/, ''), path, tab, context);
  if (!start) return NaN;
  const width = element.bindings.at(-1)?.range.elements.length ?? 1;
  const [outer, inner] = [Math.floor(element.place / width), element.place % width];
  const value = across
    ? start.sheet.at(start.row + outer, start.column + inner)
    : start.sheet.at(start.row + inner, start.column + outer);
  // Blank, or text: nothing is there.
  return typeof value === 'number' ? value : 0;
}

/** The elements of a range that stands in a spreadsheet, from one cell to another or to the first blank one. */
export function externalElements(
  dimension: Dimension,
  foreign: ForeignModel,
  files: DataFiles,
  report: (d: Diagnostic) => void,
): readonly string[] {
  if (!('call' in dimension.elements)) return [];
  const [path = '', tab = '', first = '', last = '', prefix = ''] = texts(dimension.elements.call);
  const from = placeOf(path, tab, first, foreign, files, report, dimension.place);
  if (!from) return [];
  const end = parseAddress(last) ?? {};
  const lastRow = end.row ?? (end.column === from.column ? from.sheet.rows - 1 : from.row);
  const lastColumn = end.column ?? (end.row === from.row ? from.sheet.columns - 1 : from.column);
  const names: string[] = [];
  for (let row = from.row; row <= lastRow; row++) {
    for (let column = from.column; column <= lastColumn; column++) {
      const value = from.sheet.at(row, column);
      if (value !== undefined) names.push(`${prefix}${value}`);
    }
  }
  if (names.length === 0) report(error('data-cell', { path, cell: first }, dimension.place));
  return names;
}
