import { expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import type { Parameter } from '../../../src/model/variable.ts';
import { modelText, parts, readShipped } from '../../tools/shipped-models.ts';
import { briefly, evidence, head, mistakesOf, modelOf, read, texts } from './small-model.ts';

const parameter = (entry: string): Parameter => {
  const model = modelOf(`${head}parameters:\n  p: {${entry}, ${texts}, ${evidence}}\n`);
  const found = model.variables.get('p');
  if (found?.kind !== 'parameter') throw new Error('no parameter p');
  return found;
};

test('numbers are decimals or fractions', () => {
  for (const [written, value] of [
    ['4', 4],
    ['-0.5', -0.5],
    ['1e6', 1e6],
    ['.25', 0.25],
    ['1/16', 0.0625],
    ['12/ 19.25', 12 / 19.25],
  ] as const) {
    expect(parameter(`value: ${written}, unit: 1`).value, written).toBe(value);
  }
});

test.each(['1/0', 'Infinity', '0x10', '1_000', '1e999', '"1 "x', 'true'])('%s is no number', (written) => {
  expect(read(`${head}parameters:\n  p: {value: ${written}, unit: 1, ${texts}, ${evidence}}\n`).ok).toBe(
    false,
  );
});

test('a constant with a range varies as a triangle; without one it does not vary', () => {
  const value = 'value: 2, unit: year';
  expect(parameter(value).distribution).toEqual({ shape: 'fixed', min: 2, max: 2 });
  expect(parameter(`${value}, range: [1, 4]`).distribution).toEqual({ shape: 'triangular', min: 1, max: 4 });
  expect(parameter(`${value}, range: [1, 4], shape: pert`).distribution.shape).toBe('pert');
});

test('a source is a title, or a sentence in both languages', () => {
  expect(parameter('value: 1, unit: 1').evidence).toEqual({
    grade: 'assumed',
    source: { sv: 'test', en: 'test' },
  });
  const model = modelOf(
    `${head}parameters:\n  p: {value: 1, unit: 1, ${texts}, grade: measured, source: {sv: räknat, en: counted}}\n`,
  );
  expect((model.variables.get('p') as Parameter).evidence.source).toEqual({ sv: 'räknat', en: 'counted' });
});

test('an equation is a slice of the file, in whatever way YAML has it written', () => {
  const equations = `${head}auxiliaries:
  plain: {equation: a + 1, unit: 1, ${texts}}
  quoted: {equation: "a > 1 ? 2 : 3", unit: 1, ${texts}}
  single: {equation: 'a*2', unit: 1, ${texts}}
  over_lines:
    name: {sv: s, en: e}
    about: {sv: s, en: e}
    unit: 1
    equation:
      a
      + plain
  literal:
    name: {sv: s, en: e}
    about: {sv: s, en: e}
    unit: 1
    equation: |  # why
      a   # first
      + b
parameters:
  a: {value: 1, unit: 1, ${texts}, ${evidence}}
  b: {value: 1, unit: 1, ${texts}, ${evidence}}
`;
  const model = modelOf(equations);
  const written = ['plain', 'quoted', 'single', 'over_lines', 'literal'].map((id) => {
    const variable = model.variables.get(id);
    if (variable?.kind !== 'aux') throw new Error(id);
    return variable.equation;
  });
  expect(written.map((e) => e.text)).toEqual([
    'a + 1',
    'a > 1 ? 2 : 3',
    'a*2',
    'a\n      + plain',
    'a   # first\n      + b',
  ]);
  for (const { text, line, column } of written)
    expect(textAt(equations, line, column, text.length)).toBe(text);
});

const textAt = (file: string, line: number, column: number, length: number): string => {
  const from =
    file
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length +
    (line > 1 ? 1 : 0) +
    column -
    1;
  return file.slice(from, from + length);
};

test('every equation and unit that kommun and its parts write out stands in the file where it says', () => {
  const textOf = (file: string): string =>
    parts.get(file.replace('models/parts/', '').replace('.yaml', '')) ?? modelText('kommun');
  const model = readShipped('kommun');
  if (!model.ok) throw new Error('kommun has mistakes');
  let count = 0;
  for (const variable of model.value.variables.values()) {
    if (variable.origin?.startsWith('part:') === false) continue;
    const slices = [variable.unit];
    if ('equation' in variable) slices.push(variable.equation);
    if (variable.kind === 'stock') slices.push(variable.initial);
    for (const slice of slices) {
      expect(textAt(textOf(slice.file), slice.line, slice.column, slice.text.length), variable.id).toBe(
        slice.text,
      );
      count++;
    }
  }
  expect(count).toBeGreaterThan(300);
});

test('an equation with an escape has no place in the file, and is refused', () => {
  expect(briefly(mistakesOf(`${head}auxiliaries:\n  a: {equation: "1\\n+ 2", unit: 1, ${texts}}\n`))).toEqual(
    ['wrong-type 6'],
  );
});

test('variables come in the order of the file, whatever the order of its sections', () => {
  const model = modelOf(`${head}auxiliaries:
  z: {equation: y, unit: 1, ${texts}}
parameters:
  y: {value: 1, unit: 1, ${texts}, ${evidence}}
tables:
  t: {x_unit: 1, unit: 1, points: [[0, 1], [2, 0.5]], ${texts}}
stocks:
  s: {initial: 0, unit: 1, ${texts}}
`);
  expect([...model.variables.keys()]).toEqual(['z', 'y', 't', 's']);
  expect(model.variables.get('t')).toMatchObject({
    kind: 'table',
    x: [0, 2],
    y: [1, 0.5],
    xUnit: { text: '1', line: 10 },
  });
  expect(model.variables.get('s')).toMatchObject({
    kind: 'stock',
    inflows: [],
    outflows: [],
    nonNegative: false,
  });
});

test('points go to the right, and are at least two', () => {
  const table = (points: string) =>
    briefly(mistakesOf(`${head}tables:\n  t:\n    {x_unit: 1, unit: 1, ${texts},\n    points: ${points}}\n`));
  expect(table('[[0, 1], [0, 2]]')).toEqual(['points-order 8']);
  expect(table('[[0, 1]]')).toEqual(['wrong-type 6']);
  expect(table('[[0, 1, 2], [1, 2]]')).toEqual(['wrong-type 8']);
});

test('a draft without texts reads, with a warning for each', () => {
  const result = read(
    `id: draft\nsim_specs: {start: 0, stop: 1, dt: 1, time_unit: year}\nflows:\n  my_flow: {equation: 1, unit: 1/year, name: {sv: Mitt}}\n`,
  );
  if (!result.ok) throw new Error('a draft must read');
  const { name, about } = must(result.value.variables.get('my_flow'), 'my_flow');
  expect({ name, about }).toEqual({ name: { sv: 'Mitt', en: 'Mitt' }, about: { sv: '', en: '' } });
  expect(result.value.name).toEqual({ sv: 'draft', en: 'draft' });
  const missing = (result.value.warnings ?? []).map((d) => d.args);
  expect(missing).toContainEqual({ name: 'my_flow', what: 'name', language: 'en' });
  expect(missing).toHaveLength(7);
  expect(result.value.warnings?.every((d) => d.severity === 'warning' && d.code === 'missing-text')).toBe(
    true,
  );
});

test('all mistakes are told of at once, from the top of the file down', () => {
  const text = `${head}auxiliaries:
  a: {equation: 1, unit: 1, ${texts}, colour: red}
stocks:
  s: {initial: 0, ${texts}, inflows: [f]}
  t: {initial: 0, unit: 1, ${texts}, inflows: [a, f]}
parameters:
  p: {value: 1 000, unit: 1, ${texts}}
`;
  expect(briefly(mistakesOf(text))).toEqual([
    'unknown-key 6',
    'missing-unit 8',
    'not-a-flow 9',
    'unknown-reference 9',
    'missing-evidence 11',
    'number-format 11',
  ]);
});
