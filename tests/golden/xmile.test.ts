import { expect, test } from 'vitest';
import { shippedModels, shippedParts } from '../../src/cli/shipped.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { readModel } from '../../src/format/read.ts';
import { writeXmile } from '../../src/format/xmile/write-xmile.ts';
import type { Run } from '../../src/model/experiment.ts';
import type { Model } from '../../src/model/model.ts';

function readOrThrow(text: string, file: string): Model {
  const model = readModel(text, file, { parts: shippedParts });
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

function runOf(model: Model, series: readonly string[] | 'all'): Run {
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const run = engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series });
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  return run.value;
}

test.each([...shippedModels])('%s, written as XMILE and read back, gives the same numbers', (id, text) => {
  const model = readOrThrow(text, `models/${id}/model.yaml`);
  const written = writeXmile(model).text;
  const again = readOrThrow(written, `${id}.xmile`);
  expect(writeXmile(again).text).toBe(writeXmile(readOrThrow(writeXmile(again).text, `${id}.xmile`)).text);
  const own = runOf(model, 'all');
  const other = runOf(again, own.names);
  expect(other.times).toEqual(own.times);
  for (const [i, value] of own.values.entries()) {
    const difference = Math.abs(other.values[i]! - value);
    expect(difference).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
  }
});
