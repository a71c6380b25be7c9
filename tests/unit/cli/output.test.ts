import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonOf } from '../../../src/cli/output.ts';
import { csvField, csvNumber, csvOf } from '../../../src/format/csv.ts';
import type { Run } from '../../../src/model/experiment.ts';

const run: Run = {
  experiment: { policy: {}, scenario: {} },
  times: Float64Array.of(0, 0.1, 0.30000000000000004),
  names: ['a', 'b "c", d'],
  values: Float64Array.of(1, -0, 1e-320, 1 / 3, 1e21, -2.5),
  balance: [{ stock: 'a', opening: 1, inflows: 2, outflows: 3, closing: 0, residual: 0 }],
  diagnostics: [],
};

test('CSV has a row of names, then a row for each time', () => {
  expect([...csvOf(run)].join('')).toBe(
    [
      'time,a,"b ""c"", d"',
      '0,1,0.3333333333333333',
      '0.1,-0,1e+21',
      '0.30000000000000004,1e-320,-2.5',
      '',
    ].join('\n'),
  );
});

test('a run without series is its times', () => {
  expect([...csvOf({ ...run, names: [], values: new Float64Array(0) })].join('')).toBe(
    'time\n0\n0.1\n0.30000000000000004\n',
  );
});

test.each([
  ['plain_name', 'plain_name'],
  ['åäö name', 'åäö name'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['', ''],
])('the field %j is written %s', (text, field) => {
  expect(csvField(text)).toBe(field);
});

test('numbers read back to the same double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (x) => {
      expect(Number(csvNumber(x))).toBe(x);
    }),
    { seed: 20261121, numRuns: 2000 },
  );
});

test('JSON has the times, the series by name and the accounts of the stocks', () => {
  expect(JSON.parse([...jsonOf(run)].join(''))).toEqual({
    time: [0, 0.1, 0.30000000000000004],
    series: { a: [1, 0, 1e-320], 'b "c", d': [1 / 3, 1e21, -2.5] },
    balance: run.balance,
  });
});
