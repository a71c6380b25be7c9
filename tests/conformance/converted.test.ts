import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readModel } from '../../src/format/read.ts';
import { writeModel } from '../../src/format/write.ts';
import { ownNames } from '../../src/format/yaml/write-names.ts';
import { fixtures, readCases } from './fixtures.ts';
import { runModel } from './run-case.ts';
import { decode } from './series.ts';
import type { Model } from '../../src/model/model.ts';
import type { Case } from './fixtures.ts';

/**
 * Every model of the suites that is read, written as XMILE, as a file of our own, and as XMILE from that: the same numbers,
 * and written the same again. On request only, since it takes as long as all the rest:
 * `CONFORMANCE_CONVERT=1 npx vitest run --project unit tests/conformance/converted.test.ts`
 */
const asked = process.env['CONFORMANCE_CONVERT'] !== undefined;
const cases = asked ? readCases() : undefined;

/** Models of which the other formats cannot hold what they are, by the end of their name. */
const EXCEPT: ReadonlyMap<string, string> = new Map([
  ['test_control_vars.mdl', 'a step that changes as the model runs'],
  ['test_allocate_available.mdl yaml', 'too large for a file of our own'],
  ['test_vector_select.mdl yaml', 'too large for a file of our own'],
]);

const alone = { parts: new Map<string, string>(), files: { read: () => undefined, dataPaths: [] } };

function opened(c: Case, model: string): Model | undefined {
  const read = (path: string): Uint8Array | undefined => {
    const full = join(c.folder, path);
    return existsSync(full) ? readFileSync(full) : undefined;
  };
  const dataPaths = c.data.filter((path) => /data[^/]*\.(dat|tab|csv)$/i.test(path));
  const found = readModel(decode(readFileSync(join(c.folder, model))), model, {
    ...alone,
    files: { read, dataPaths },
  });
  return found.ok ? found.value : undefined;
}

/** Written and read again, and written the same. */
function again(model: Model, file: string, stable = true): Model {
  const written = writeModel(model, file);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  const read = readModel(written.value.text, file, alone);
  if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 3)));
  const twice = writeModel(read.value, file);
  if (stable)
    expect(twice.ok && twice.value.text === written.value.text, `${file} is written the same`).toBe(true);
  return read.value;
}

function expectSame(own: Model, other: Model, nameOf: (id: string) => string): void {
  const [a, b] = [runModel(own), runModel(other)];
  if (typeof a === 'string') throw new Error(a);
  if (typeof b === 'string') throw new Error(b);
  expect(b.times).toEqual(a.times);
  for (const [name, values] of a.columns) {
    const found = b.columns.get(nameOf(name));
    // A constant is no series in a model of our own.
    if (found === undefined && own.variables.get(name)?.kind === 'parameter') continue;
    for (const [i, value] of values.entries()) {
      const off = Math.abs((found?.[i] ?? NaN) - value);
      const near = off <= 1e-9 * Math.max(1e-3, Math.abs(value)) || Object.is(found?.[i], value);
      if (!near) throw new Error(`${name} at ${a.times[i]}: ${found?.[i]}, not ${value}`);
    }
  }
}

if (cases === undefined) {
  test('models are converted on request', () => {
    console.log('CONFORMANCE_CONVERT=1 writes all models of the suites in the other formats.');
    if (asked) throw new Error(`There are no suites at ${fixtures}.`);
  });
} else {
  test.each(cases.flatMap((c) => c.models.map((m) => [`${c.id}/${m}`, c, m] as const)))(
    '%s',
    (_, c, m) => {
      const model = opened(c, m);
      if (model === undefined || EXCEPT.has(m)) return;
      const same = (name: string): string => name;
      expectSame(model, again(model, 'a.xmile'), same);
      if (EXCEPT.has(`${m} yaml`)) return;
      const names = ownNames(model.variables.keys());
      const own = again(model, 'a.yaml');
      expectSame(model, own, (name) => names.get(name) ?? name);
      // A file of our own does not say that the steps of a delay are whole: read again, they are rounded once more.
      const delays = [...own.variables.keys()].some((name) => name.includes('delay_steps'));
      expectSame(own, again(own, 'b.xmile', !delays), same);
    },
    60_000,
  );
}
