import { expect, it } from 'vitest';
import { modelFromJson, modelToJson } from '../../../src/format/model-json.ts';
import { must } from '../../../src/base/assert.ts';
import { readShipped, shipped } from '../../tools/shipped-models.ts';

it.each(shipped)('%s comes back as it was', (id) => {
  const read = readShipped(id);
  const model = must(read.ok ? read.value : undefined, id);
  const json = modelToJson(model);

  expect(modelFromJson(json)).toEqual(model);
});

it('keeps numbers that JSON has none for', () => {
  const odd = { simSpecs: { stop: Infinity, start: NaN } } as never;
  expect(modelFromJson(modelToJson(odd))).toEqual(odd);
});
