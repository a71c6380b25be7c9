import { expect, test } from 'vitest';
import { mdl, mistakes, read, simulate, xmile } from './foreign-run.ts';

type Found = Record<string, number[]>;
const dimensions =
  '<dimensions><dim name="D"><elem name="a"/><elem name="b"/><elem name="c"/></dim></dimensions>';
const partly = (elements: string): string =>
  `<aux name="x">\n<dimensions><dim name="D"/></dimensions>${elements}</aux>`;
const element = (name: string, eqn?: string): string =>
  `<element subscript="${name}">${eqn === undefined ? '' : `<eqn>${eqn}</eqn>`}</element>`;
const aux = (name: string, eqn: string): string => `<aux name="${name}"><eqn>${eqn}</eqn></aux>`;
const warnings = (text: string, file: string): readonly string[] => {
  const model = read(text, file);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return (model.value.warnings ?? []).map((d) => `${d.where.line} ${d.code} ${JSON.stringify(d.args)}`);
};

test.each([
  ['without a tag', element('a', '1') + element('c', '3')],
  ['with an empty one', element('a', '1') + element('b') + element('c', '3')],
  ['with an empty equation', element('a', '1') + element('b', '') + element('c', '3')],
])('an element %s that nothing reads is left out, and told of', (_, elements) => {
  const text = xmile(partly(elements) + aux('y', 'x[a] + x[c]'), dimensions);
  const found = simulate(text, 'm.xmile') as Found;
  expect(found['y']![0]).toBe(4);
  expect(Object.keys(found).filter((name) => name.startsWith('x'))).toEqual(['x[a]', 'x[c]']);
  expect(warnings(text, 'm.xmile')).toEqual([expect.stringContaining('left-out {"what":"x[b]"}')]);
});

test.each([
  ['by name', aux('y', 'x[b]')],
  ['in a sum', aux('y', 'SUM(x)')],
  ['in a part', aux('y', 'SUM(x[1:2])')],
  ['by an array', '<aux name="y"><dimensions><dim name="D"/></dimensions><eqn>x</eqn></aux>'],
])('one that is read %s is a mistake where it is read', (_, reader) => {
  const text = xmile(`${partly(element('a', '1') + element('c', '3'))}\n${reader}`, dimensions);
  expect(mistakes(text, 'm.xmile')).toEqual([
    expect.stringMatching(/^8:\d+ empty-element {"name":"x\[b\]"}$/),
  ]);
});

test('a place that is computed may be one without an equation: it is as outside the array, and that is told', () => {
  const text = xmile(partly(element('a', '1') + element('c', '3')) + aux('y', 'x[TIME + 1]'), dimensions);
  expect((simulate(text, 'm.xmile') as Found)['y']).toEqual([1, 0, 3, 0, 0]);
  expect(warnings(text, 'm.xmile')).toHaveLength(1);
});

test('named elements may be told by number, and SELF is the whole array', () => {
  const text = xmile(
    `${partly(element('1', '1') + element('2', '5') + element('c', 'x[2]'))}${aux('y', 'x[b] + x[c]')}<aux name="n"><dimensions><dim name="D"/></dimensions><eqn>SIZE(SELF) * 10 + SIZE(SELF[1])</eqn></aux>`,
    dimensions,
  );
  const found = simulate(text, 'm.xmile') as Found;
  expect([found['y']![0], found['n[b]']![0]]).toEqual([10, 31]);
});

test('many elements without an equation are told of together', () => {
  const text = xmile(
    `<aux name="x"><dimensions><dim name="D"/><dim name="D"/></dimensions>${element('a, a', '1')}</aux>`,
    dimensions,
  );
  expect(warnings(text, 'm.xmile')).toEqual([
    expect.stringContaining('x[a,b], x[a,c], x[b,a], x[b,b], x[b,c] … (8)'),
  ]);
});

test('Vensim: a variable may be for some elements only, as long as no other is read', () => {
  const ranges = 'D: a, b, c ~~|\nS: a, c ~~|\n';
  const some = `${ranges}x[S] = 2 ~~|\ny[S] = x[S] * 3 ~~|\nt = SUM(x[S!]) ~~|\nz[D] :EXCEPT: [b] = 5 ~~|\nw[a] = z[a] ~~|\n`;
  const found = simulate(mdl(some), 'm.mdl') as Found;
  expect([found['y[c]']![0], found['t']![0], found['w[a]']![0]]).toEqual([6, 4, 5]);
  expect(warnings(mdl(some), 'm.mdl')).toEqual([]);
  const reads = (equation: string) => mistakes(mdl(`${ranges}x[S] = 2 ~~|\n${equation} ~~|`), 'm.mdl');
  expect(reads('y[D] = x[D]')).toEqual(['5:8 empty-element {"name":"x[b]"}']);
  expect(reads('y = SUM(x[D!])')).toEqual(['5:9 empty-element {"name":"x[b]"}']);
  expect(reads('y = x[b]')).toEqual(['5:5 empty-element {"name":"x[b]"}']);
  expect(reads('L[D] = INTEG(x[D], 0)')).toEqual(['5:14 empty-element {"name":"x[b]"}']);
});
