import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { mdl, mistakes, simulate } from './foreign-run.ts';

type Found = Record<string, number[]>;
const files = (all: Readonly<Record<string, string | Uint8Array>>, dataPaths: readonly string[] = []) => ({
  read: (path: string) => {
    const file = all[path];
    return typeof file === 'string' ? strToU8(file) : file;
  },
  dataPaths,
});
const run = (equations: string, beside: ReturnType<typeof files>) =>
  simulate(mdl(equations), 'm.mdl', beside) as Found;

const table = '\ufeffyear,a,b,,\n0,1,10\n2,3,"30"\n4,x,50\n\nlater,9,9\n';

test('constants: one, across and down', () => {
  const found = run(
    "D: a, b ~~|\nE: e, f ~~|\nx = GET DIRECT CONSTANTS('t.csv', ',', 'b3') ~~|\ny[D] = GET DIRECT CONSTANTS('t.csv', ',', 'B2') ~~|\nz[D] = GET DIRECT CONSTANTS('t.csv', ',', 'B2*') ~~|\nm[D, E] = GET XLS CONSTANTS('t.csv', ',', 'B2') ~~|",
    files({ 't.csv': table }),
  );
  expect(found['x']![0]).toBe(3);
  expect([found['y[a]']![0], found['y[b]']![0]]).toEqual([1, 10]);
  expect([found['z[a]']![0], found['z[b]']![0]]).toEqual([1, 3]);
  expect(['a,e', 'a,f', 'b,e', 'b,f'].map((e) => found[`m[${e}]`]![0])).toEqual([1, 10, 3, 30]);
});

test('data: a blank or a word is passed over, and what is no time ends it', () => {
  const found = run(
    "D: a, b ~~|\nv[D] := GET DIRECT DATA('t.csv', ',', 'A', 'B2') ~~|\nw:LOOK FORWARD: := GET DIRECT DATA('t.csv', ',', 'A', 'C2') ~~|\nh:HOLD BACKWARD: := GET DIRECT DATA('t.csv', ',', 'A', 'C2') ~~|\nt = GET DIRECT LOOKUPS('t.csv', ',', 'A', 'C2') ~~|\nx = t(3) ~~|",
    files({ 't.csv': table }),
  );
  expect(found['v[a]']).toEqual([1, 2, 3, 3, 3]);
  expect(found['v[b]']).toEqual([10, 20, 30, 40, 50]);
  expect(found['w']).toEqual([10, 30, 30, 50, 50]);
  expect(found['h']).toEqual([10, 10, 30, 30, 50]);
  expect(found['x']![0]).toBe(40);
});

test('questions about data, between times that are known or come as the model runs', () => {
  const beside = files({ 'data.dat': 'd\n0\t4\n1\t1\n3\t8\n6\t5\n' }, ['data.dat']);
  const ask = (what: string): string =>
    ['1, 6', 'Time, Time + 2', '8, 9']
      .map((times, i) => `${what} ${i} = GET DATA ${what}(d, ${times}) ~~|\n`)
      .join('');
  const found = run(
    `d ~~|\n${['MIN', 'MAX', 'MEAN'].map(ask).join('')}median = GET DATA MEDIAN(d, 0, 6) ~~|\nfirst = GET DATA FIRST TIME(d) ~~|\nlast = GET DATA LAST TIME(d) ~~|\npoints = GET DATA TOTAL POINTS(d) ~~|\nnow = GET DATA AT TIME(d, Time * 2) ~~|\nahead := TIME SHIFT(d, 2) ~~|\nheld :HOLD BACKWARD: := TIME SHIFT(d, 2) ~~|\nback := TIME SHIFT(d, -1) ~~|`,
    beside,
  );
  const na = -(2 ** 109);
  expect(['MIN', 'MAX', 'MEAN'].map((what) => found[`${what} 0`]![0])).toEqual([1, 8, 14 / 3]);
  expect(found['MIN 1']).toEqual([1, 1, 8, 8, 5]);
  expect(found['MAX 1']).toEqual([4, 8, 8, 8, 5]);
  expect(found['MEAN 1']).toEqual([2.5, 4.5, 8, 8, 5]);
  expect(found['MEAN 2']![0]).toBe(na);
  expect([found['median'], found['first'], found['last'], found['points']].map((v) => v![0])).toEqual([
    4.5, 0, 6, 4,
  ]);
  expect(found['now']).toEqual([4, 4.5, 7, 5, na]);
  expect(found['ahead']).toEqual([4.5, 8, 7, 6, 5]);
  expect(found['held']).toEqual([1, 8, 8, 8, 5]);
  expect(found['back']).toEqual([4, 4, 1, 4.5, 8]);
  const outside = run('d ~~|\nx = GET DATA BETWEEN TIMES(d, Time + 3, 0) ~~|', beside);
  expect(outside['x']).toEqual([8, 7, 6, 5, na]);
  expect(run('d ~~|\nx = GET DATA ATTRIBUTE(d, 0) ~~|', beside)).toEqual(['not-computed']);
});

test('a range from a file, and variables that have data and no equation', () => {
  const found = run(
    "D: GET DIRECT SUBSCRIPT('t.csv', ',', 'B1', 'C1', 'n ') ~~|\nv[D] ~~|\nx = SUM(v[D!]) ~~|",
    files({ 't.csv': table, 'data.dat': 'v[n a]\n0\t1\n4\t5\nv[n b]\n0\t10\n4\t10\n' }, ['data.dat']),
  );
  expect(found['x']).toEqual([11, 12, 13, 14, 15]);
});

test('an element that the data leave out has no value; a variable that they leave out is a mistake', () => {
  const beside = files({ 'data.dat': 'v[a]\n0\t1\n4\t5\n' }, ['data.dat']);
  const found = run('D: a, b ~~|\nv[D] ~~|\nx[D] = IF THEN ELSE(v[D] = :NA:, -1, v[D]) ~~|', beside);
  expect([found['x[a]'], found['x[b]']]).toEqual([
    [1, 2, 3, 4, 5],
    [-1, -1, -1, -1, -1],
  ]);
  expect(run('w ~~|\nx = w ~~|', beside)).toEqual(['series-missing']);
});

test('data named by another variable are used in that one’s way, in a macro too', () => {
  const beside = files({ 'data.dat': 'd\n0\t1\n2\t5\n' }, ['data.dat']);
  const found = run(
    ':MACRO: AT(h)\nAT = IF THEN ELSE(y = :NA:, -1, y) ~~|\ny :RAW: := h ~~|\n:END OF MACRO:\nd ~~|\nsame := d ~~|\nx = AT(same) ~~|\nw :HOLD BACKWARD: := d ~~|',
    beside,
  );
  expect(found['same']).toEqual([1, 3, 5, 5, 5]);
  expect(found['x']).toEqual([1, -1, 5, -1, -1]);
  expect(found['w']).toEqual([1, 1, 5, 5, 5]);
});

test('a workbook: shared and inline text, numbers, and a name for cells', () => {
  const book = zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/><sheet name="Two" sheetId="2" r:id="rId1"/></sheets><definedNames><definedName name="here" localSheetId="0">One!$B$2:$C$2</definedName><definedName name="here" localSheetId="1">Two!$C$2</definedName></definedNames></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8('<sst><si><t>k</t></si></sst>'),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>l</t></is></c></row><row r="2"><c r="B2"><v>7</v></c><c r="C2"><f>B2+1</f><v>8</v></c></row></sheetData></worksheet>',
    ),
  });
  const found = run(
    "D: GET DIRECT SUBSCRIPT('b.xlsx', 'One', 'A1', 'B1', '') ~~|\nx[D] = GET XLS CONSTANTS('b.xlsx', 'One', 'here') ~~|\ny = GET XLS CONSTANTS('b.xlsx', 'Two', 'here') ~~|",
    files({ 'b.xlsx': book }),
  );
  expect(found['y']![0]).toBe(8);
  expect([found['x[k]']![0], found['x[l]']![0]]).toEqual([7, 8]);
});

test('a file or a cell that is not there, and files that are not what they seem', () => {
  const equation = "x = GET DIRECT CONSTANTS('no.xlsx', 'S', 'B2') ~~|";
  expect(mistakes(mdl(equation), 'm.mdl')).toEqual(['2:1 data-missing {"path":"no.xlsx"}']);
  for (const bytes of [
    strToU8('PK\u0003\u0004 and no more'),
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2),
    new Uint8Array(),
  ]) {
    expect(Array.isArray(simulate(mdl(equation), 'm.mdl', files({ 'no.xlsx': bytes })))).toBe(true);
  }
});

test('a workbook that is damaged or unpacks to too much is refused, not read as blank cells', () => {
  const book = (sheet: Uint8Array): Uint8Array =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': sheet,
    });
  const cells = '<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>';
  const outcome = (bytes: Uint8Array) =>
    simulate(mdl("x = GET XLS CONSTANTS('b.xlsx', 'S', 'A1') ~~|"), 'm.mdl', files({ 'b.xlsx': bytes }));
  expect(outcome(book(strToU8(`${cells}</worksheet>`)))).toMatchObject({ x: [7, 7, 7, 7, 7] });
  expect(Array.isArray(outcome(book(strToU8(cells))))).toBe(true);
  const huge = book(strToU8(`${cells}</worksheet>`));
  // The last entry of the zip's directory says how much the sheet unpacks to.
  const entry = Buffer.from(huge).lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
  new DataView(huge.buffer).setUint32(entry + 24, 201_000_000, true);
  expect(Array.isArray(outcome(huge))).toBe(true);
});

test('data that no file has stand for nothing, unless something is worked out from them', () => {
  const alone = run('measured ~~|\nx = 2 ~~|', files({}));
  expect(alone['x']).toEqual([2, 2, 2, 2, 2]);
  expect(mistakes(mdl('measured ~~|\nx = measured * 2 ~~|'), 'm.mdl')).toEqual([
    '2:1 series-missing {"name":"measured"}',
  ]);
});
