import { expect, test } from 'vitest';
import { read, simulateModel, xmile } from './foreign-run.ts';
import type { DataFiles } from '../../../src/format/data/data-files.ts';

type Found = Record<string, number[]>;
const aux = (name: string, eqn: string): string => `<aux name="${name}"><eqn>${eqn}</eqn></aux>`;
const filesOf = (files: Readonly<Record<string, string>>): DataFiles => ({
  read: (path) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
  dataPaths: [],
});
const opened = (text: string, files: Readonly<Record<string, string>>) =>
  read(text, 'm.xmile', filesOf(files));
const run = (text: string, files: Readonly<Record<string, string>>): Found => {
  const model = opened(text, files);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return simulateModel(model.value) as Found;
};
const told = (text: string, files: Readonly<Record<string, string>> = {}): readonly string[] => {
  const model = opened(text, files);
  return (model.ok ? (model.value.warnings ?? []) : model.error).map(
    (d) => `${d.where.file} ${d.severity} ${d.code} ${JSON.stringify(d.args)}`,
  );
};
const grower = xmile(
  `<stock name="s"><eqn>1</eqn><inflow>in</inflow></stock><flow name="in"><eqn>rate</eqn></flow><aux name="rate" access="input"><eqn>5</eqn></aux>`,
);

test('modules from a file: its model of their name, else its main one, as often as it is used', () => {
  const text = xmile(
    `<module name="one" resource="grower.xmile"><connect to="rate" from=".a"/></module><module name="two" resource="./grower.xmile"/><module name="Named" resource="lib/all.xmile"/>${aux('a', '2')}${aux('x', 'one.s + two.s + Named.y')}`,
  );
  const all = xmile(aux('y', '-1')).replace(
    '</xmile>',
    `<model name="named"><variables><module name="deep" resource="deep.xmile"/>${aux('y', 'deep.z')}</variables></model></xmile>`,
  );
  const files = { 'grower.xmile': grower, 'lib/all.xmile': all, 'lib/deep.xmile': xmile(aux('z', '100')) };
  const found = run(text, files);
  expect([found['one.s']![4], found['two.s']![4], found['x']![4]]).toEqual([9, 21, 130]);
  expect(told(text, files)).toEqual([]);
});

test('a model may say itself which file it is in', () => {
  const text = xmile('<module name="apart"/>').replace('</xmile>', '<model name="apart" resource="grower.xmile"/></xmile>');
  expect(run(text, { 'grower.xmile': grower })['apart.s']).toEqual([1, 6, 11, 16, 21]);
  expect(told(text)).toEqual(['m.xmile error data-missing {"path":"grower.xmile"}']);
}); // prettier-ignore

test('a file that is not there, or is broken, is told of with its module', () => {
  const text = xmile('<module name="one" resource="grower.xmile"/>');
  expect(told(text)[0]).toBe('m.xmile error data-missing {"path":"grower.xmile"}');
  expect(told(text, { 'grower.xmile': '<xmile><model>' })[0]).toMatch(/^grower.xmile error xml-syntax/);
  expect(told(xmile('<module name="one" resource="https://example.org/a.xmile"/>'))[0]).toMatch(
    /data-missing/,
  );
  const ring = xmile('<module name="again" resource="ring.xmile"/>');
  expect(told(ring, { 'ring.xmile': ring })[0]).toMatch(/circular-macro/);
});

test('included files give macros, dimensions, units and models', () => {
  const library = xmile(
    '',
    '<macro name="TWICE"><parm>x</parm><eqn>2 * x</eqn></macro><dimensions><dim name="D" size="3"/><dim name="E" size="9"/></dimensions>',
  ).replace('</xmile>', `<model name="part"><variables>${aux('v', '7')}</variables></model></xmile>`);
  const main = xmile(
    `<module name="part"/>${aux('x', 'TWICE(part.v) + SUM(a)')}<aux name="a"><dimensions><dim name="D"/></dimensions><eqn>D</eqn></aux>${aux('n', 'SIZE(b)')}<aux name="b"><dimensions><dim name="E"/></dimensions><eqn>1</eqn></aux>`,
    '<dimensions><dim name="E" size="2"/></dimensions>',
  ).replace('</header>', '<includes><include resource="library.xmile"/></includes></header>');
  const found = run(main, { 'library.xmile': library });
  expect([found['x']![0], found['n']![0]]).toEqual([20, 2]);
  const none = xmile(aux('x', '1')).replace('</header>', '<includes>\n<include resource="https://example.org/std-1.0.xml"/><include resource="macros/*"/></includes></header>'); // prettier-ignore
  expect(told(none)).toEqual([
    'm.xmile warning not-supported {"what":"<include resource=\\"https://example.org/std-1.0.xml\\">"}',
    'm.xmile warning not-supported {"what":"<include resource=\\"macros/*\\">"}',
  ]);
});

test('a run of some modules only is a run of all, which is told', () => {
  const specs = '<sim_specs><start>0</start><stop>4</stop><run by="module"/></sim_specs>';
  expect(told(xmile(aux('x', '1'), '', specs))).toEqual([
    'm.xmile warning approximated {"what":"<run by=\\"module\\">","instead":"<run by=\\"all\\">"}',
  ]);
});
