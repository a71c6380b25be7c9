import { decode, readDelimited } from './delimited.ts';
import { readXls } from './xls.ts';
import { readXlsx } from './xlsx.ts';
import type { DataFiles } from './data-files.ts';
import type { Sheet, Workbook } from './sheet.ts';

const opened = new WeakMap<DataFiles, Map<string, Workbook | undefined>>();

/** Opens a file with cells once. A text file is one sheet, whose delimiter the place of the sheet's name gives. */
export function openWorkbook(files: DataFiles, path: string, tab: string): Workbook | undefined {
  const known = opened.get(files) ?? new Map<string, Workbook | undefined>();
  opened.set(files, known);
  const key = `${path}\n${/\.xlsx?$|\.xlsm$/i.test(path) ? '' : tab}`;
  if (!known.has(key)) known.set(key, read(files, path, tab));
  return known.get(key);
}

function read(files: DataFiles, path: string, tab: string): Workbook | undefined {
  const bytes = files.read(path);
  if (!bytes?.length) return undefined;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return readXls(bytes);
  const text = decode(bytes);
  const delimiter =
    tab.length === 1 ? tab : tab.toLowerCase() === 'tab' || /\.(tab|txt)$/i.test(path) ? '\t' : ',';
  const sheet: Sheet = readDelimited(text, delimiter);
  return { sheet: () => sheet, area: () => undefined };
}
