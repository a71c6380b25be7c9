import { expect, it } from 'vitest';
import { readModel } from '../../../src/format/read.ts';
import { modelText, parts } from '../../tools/shipped-models.ts';

const read = (change: (text: string) => string, id = 'kommun') =>
  readModel(change(modelText(id)), `models/${id}/model.yaml`, { parts });

it('says how a life is followed, and what the model is not for', () => {
  const answer = read((text) => text);
  if (!answer.ok) throw new Error('kommun has mistakes');
  const { life, limits } = answer.value;
  expect(life).toMatchObject({ begins: 'preschool_children', ends: 43 });
  expect(life!.stages.map(({ until }) => until)).toEqual([6, 16, 20]);
  expect(life!.places['in_gap']).toEqual({ kind: 'between' });
  expect(limits!.length).toBeGreaterThan(3);
  for (const limit of limits!) expect(limit.sv).not.toBe(limit.en);
});

it.each(['kommun', 'skola'])('every stock of %s that people leave has a place in a life', (id) => {
  const answer = read((text) => text, id);
  if (!answer.ok) throw new Error(`${id} has mistakes`);
  const { life, variables } = answer.value;
  const people = [...variables.values()].filter(
    (v) => v.kind === 'stock' && v.unit.text.trim() === 'person' && v.outflows.length > 0,
  );
  expect(people.map((v) => v.id).filter((id) => life!.places[id] === undefined)).toEqual([]);
});

it('tells of a place that is no stock', () => {
  const answer = read((text) => text.replace('    in_gap: {kind: between}', '    in_gapp: {kind: between}'));
  expect(answer.ok).toBe(false);
  if (!answer.ok) expect(JSON.stringify(answer.error)).toContain('in_gapp');
});
