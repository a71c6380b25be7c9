import { expect, test } from 'vitest';
import { evidence, head, mistakesOf, modelOf, texts } from './small-model.ts';

const core = `name: {sv: Kärna, en: Core}
about: {sv: Gemensam., en: Shared.}
needs: [load]
parameters:
  strength: {value: 1, unit: 1, ${texts}, ${evidence}}
auxiliaries:
  effort: {equation: strength*load, unit: 1, ${texts}}
`;
const load = `auxiliaries:\n  load: {equation: 1, unit: 1, ${texts}}\n`;

test('a part’s variables follow the model’s own and say which part they are from', () => {
  const model = modelOf(`${head}include: [core]\n${load}`, { core });
  expect([...model.variables.keys()]).toEqual(['load', 'strength', 'effort']);
  expect(model.variables.get('effort')).toMatchObject({
    origin: 'part:core',
    place: { file: 'models/parts/core.yaml', line: 7, column: 3 },
    equation: { text: 'strength*load', file: 'models/parts/core.yaml' },
  });
  expect(model.variables.get('load')).not.toHaveProperty('origin');
});

test('what the part needs must be in the model', () => {
  expect(mistakesOf(`${head}include: [core]\n`, { core })).toMatchObject([
    {
      code: 'part-needs',
      args: { part: 'core', name: 'load' },
      where: { file: 'small.yaml', line: 5, column: 11 },
    },
  ]);
});

test('a name in both the part and the model is told of with both places', () => {
  const own = `${head}include: [core]\n${load}  effort: {equation: 1, unit: 1, ${texts}}\n`;
  expect(mistakesOf(own, { core })).toMatchObject([
    {
      code: 'duplicate-name',
      args: { name: 'effort', firstLine: 8, firstFile: 'small.yaml' },
      where: { file: 'models/parts/core.yaml', line: 7 },
    },
  ]);
});

test('a mistake in a part is told of in the part', () => {
  expect(
    mistakesOf(`${head}include: [core]\n${load}`, { core: core.replace('value: 1', 'value: one') }),
  ).toMatchObject([{ code: 'wrong-type', where: { file: 'models/parts/core.yaml', line: 5 } }]);
  expect(mistakesOf(`${head}include: [core]\n`, { core: 'needs: [' })).toMatchObject([
    { code: 'yaml-syntax', where: { file: 'models/parts/core.yaml', line: 1 } },
  ]);
});

test('a part is included once, and has no name, time or outcomes of a model', () => {
  expect(mistakesOf(`${head}include: [core, core]\n${load}`, { core })).toMatchObject([
    { code: 'duplicate-name', args: { name: 'core', firstLine: 5, firstFile: 'small.yaml' } },
  ]);
  expect(
    mistakesOf(`${head}include: [core]\n${load}`, { core: `${core}sim_specs: {start: 0}\n` }),
  ).toMatchObject([{ code: 'unknown-key', args: { key: 'sim_specs', within: '' } }]);
});

test('an unknown part is told of with the nearest one', () => {
  expect(mistakesOf(`${head}include: [cor]\n`, { core })).toMatchObject([
    { code: 'unknown-part', args: { name: 'cor', nearest: 'core' } },
  ]);
});
