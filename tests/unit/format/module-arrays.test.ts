import { expect, test } from 'vitest';
import { writeXmile } from '../../../src/format/xmile/write-xmile.ts';
import { mistakes, read, simulate, simulateModel, xmile } from './foreign-run.ts';
import { expectSameBits } from './same-bits.ts';

type Found = Record<string, number[]>;
const dimensions =
  '<dimensions><dim name="R"><elem name="north"/><elem name="south"/></dim><dim name="D" size="2"/></dimensions>';
const over = (...names: readonly string[]): string =>
  `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join('')}</dimensions>`;
const aux = (name: string, eqn: string, more = ''): string =>
  `<aux name="${name}">${more}<eqn>${eqn}</eqn></aux>`;
const each = (name: string, north: string, south: string): string =>
  `<aux name="${name}">${over('R')}<element subscript="north"><eqn>${north}</eqn></element><element subscript="south"><eqn>${south}</eqn></element></aux>`;
const withModels = (
  main: string,
  ...models: readonly (readonly [name: string, variables: string])[]
): string =>
  xmile(main, dimensions).replace(
    '</xmile>',
    `${models.map(([name, v]) => `<model name="${name}"><variables>${v}</variables></model>`).join('')}</xmile>`,
  );
const first = (found: Found, ...names: readonly string[]): readonly (number | undefined)[] =>
  names.map((name) => found[name]?.[0]);

/** Two towns, of one model: each grows by its own rate. */
const towns = (connects: string, more = ''): string =>
  withModels(`<module name="town">${over('R')}${connects}</module>${each('rate', '1', '2')}${more}`, [
    'town',
    `<aux name="growth" access="input"><eqn>5</eqn></aux><stock name="people" access="output"><eqn>10</eqn><inflow>in</inflow></stock><flow name="in"><eqn>growth</eqn></flow>${aux('part', 'people / D', over('D'))}${aux('all', 'SUM(part)')}`,
  ]);

test('each element of an array of modules is an instance, with inputs and a state of its own', () => {
  const text = towns('<connect to="town.growth" from=".rate"/>', aux('both', 'SUM(town.people)') + aux('n', 'town.people[north]') + aux('p', 'town.part[south, 2]') + aux('share', 'town.people / both', over('R'))); // prettier-ignore
  const found = simulate(text, 'm.xmile') as Found;
  expect(found['town.people[north]']).toEqual([10, 11, 12, 13, 14]);
  expect(found['town.people[south]']).toEqual([10, 12, 14, 16, 18]);
  expect(found['town.all[south]']![4]).toBe(27);
  expect(found['both']![4]).toBe(32);
  expect(found['n']![4]).toBe(14);
  expect(found['p']![4]).toBe(9);
  expect(found['share[south]']![4]).toBe(18 / 32);
  const model = read(text, 'm.xmile');
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  expectSameBits(model.value);
  const { text: written, warnings } = writeXmile(model.value);
  expect(warnings.map((d) => d.args)).toEqual([{ what: 'modules' }]);
  const again = read(written, 'again.xmile');
  if (!again.ok) throw new Error(JSON.stringify(again.error));
  expect(writeXmile(again.value).text).toBe(written);
  expect(simulateModel(again.value)).toEqual(found);
});

test.each([
  ['all of them alike', '<connect to="growth" from="rate[north]"/>', [1, 1]],
  ['one of them; the other keeps its own equation', '<connect to="growth[south]" from="rate[south]"/>', [5, 2]],
  ['one after another', '<connect to="town.growth[north]" from="rate[south]"/><connect to="town.growth[south]" from="rate[north]"/>', [2, 1]],
  ['none', '', [5, 5]],
])('connected: %s', (_, connects, expected) => {
  expect(first(simulate(towns(connects), 'm.xmile') as Found, 'town.growth[north]', 'town.growth[south]')).toEqual(expected);
}); // prettier-ignore

test('arrays of modules within one another, and modules that take what others of the same array give', () => {
  const text = withModels(
    `<module name="land">${over('R')}<connect to="land.size" from="size"/></module>${each('size', '1', '2')}${aux('all', 'SUM(land.yield)')}<module name="shop">${over('R')}<connect to="stock" from="land.yield"/></module>`,
    ['land', `${aux('size', '0')}<module name="field">${over('D')}<connect to="field.area" from="size"/></module>${aux('yield', 'SUM(field.crop)')}`],
    ['field', `${aux('area', '0')}${aux('crop', 'area * D * 10')}`],
    ['shop', `${aux('stock', '0')}${aux('sold', 'stock / 2')}${aux('other', 'land.yield[north]')}${aux('far', 'field.crop[south, 2]')}`],
  ); // prettier-ignore
  const found = simulate(text, 'm.xmile') as Found;
  expect(first(found, 'land.field.crop[south,2]', 'land.yield[south]', 'all')).toEqual([40, 60, 90]);
  expect(first(found, 'shop.sold[south]', 'shop.other[south]', 'shop.far[north]')).toEqual([30, 30, 40]);
});

test('a model may have its own modules’ inputs connected from outside, and any name be read by its module', () => {
  const text = withModels(
    `<module name="outer"><connect to="inner.x" from=".a"/><connect to=".b" from="inner.y"/></module>${aux('a', '3')}<aux name="b" access="input"/>${aux('c', 'outer.inner.y + inner.y')}`,
    ['outer', `<module name="inner"/>${aux('a', '100')}${aux('z', '.a + inner.y')}`],
    ['inner', `<aux name="x" access="input"/>${aux('y', 'x + 1')}${aux('w', 'outer.a + .c')}`],
  );
  const found = simulate(text, 'm.xmile') as Found;
  expect(first(found, 'outer.inner.y', 'b', 'c', 'outer.z', 'outer.inner.w')).toEqual([4, 4, 8, 7, 108]);
});

test('an input without dimensions stands for an array that it is connected to', () => {
  const text = withModels(
    `<module name="m"><connect to="m.in" from="v"/></module><aux name="v">${over('R', 'D')}<eqn>R * 10 + D</eqn></aux><module name="n">${over('R')}<connect to="n.in" from="v"/></module>`,
    ['m', `<aux name="in" access="input"/>${aux('all', 'SUM(in)')}${aux('one', 'in[south, 2]')}`],
    ['n', `<aux name="in" access="input"/>${aux('all', 'SUM(in)')}`],
  );
  const found = simulate(text, 'm.xmile') as Found;
  expect(first(found, 'm.in[south,1]', 'm.all', 'm.one', 'n.in[south,1]', 'n.all[north]')).toEqual([
    21, 66, 22, 21, 23,
  ]);
});

test('what leads nowhere is told of at its line', () => {
  const model = read(towns('\n<connect to="town.grwth" from="rate"/>'), 'm.xmile');
  expect(model.ok && model.value.warnings?.map((d) => JSON.stringify(d.args))).toEqual([
    '{"what":"<connect to=\\"town.grwth\\">"}',
  ]);
  expect(mistakes(towns('').replace('<dim name="R"/>', '<dim name="Q"/>'), 'm.xmile')[0]).toMatch(/unknown-name {"name":"Q"}/); // prettier-ignore
});
