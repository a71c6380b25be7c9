import { expect, it } from 'vitest';
import { readHead } from '../../../../src/format/yaml/read-head.ts';
import { modelText, readShipped, shipped } from '../../../tools/shipped-models.ts';

it('says of every shipped model what reading the whole says', () => {
  expect(shipped.length).toBeGreaterThan(0);
  for (const id of shipped) {
    const read = readShipped(id);
    if (!read.ok) throw new Error(`${id} cannot be read`);
    const { name, simSpecs } = read.value;
    expect(readHead(modelText(id))).toEqual({
      name,
      timeUnit: simSpecs.timeUnit,
      length: simSpecs.stop - simSpecs.start,
    });
  }
});

it('reads keys written on lines of their own', () => {
  const text =
    'id: x\nname:\n  sv: Å\n  en: "B: c"\n\nsim_specs:\n  start: 2\n  stop: 12\n  time_unit: day\nstocks: {}\n';
  expect(readHead(text)).toEqual({ name: { sv: 'Å', en: 'B: c' }, timeUnit: 'day', length: 10 });
});

it('says nothing of a file without a name in both languages', () => {
  expect(readHead('name: {sv: Å}\nsim_specs: {start: 0, stop: 1, time_unit: year}\n')).toBeUndefined();
  expect(readHead('')).toBeUndefined();
});
