import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../src/engine/engine.ts';
import { readModel } from '../../src/format/read.ts';
import { seriesOf } from '../../src/model/experiment.ts';
import { difference } from './compare.ts';
import { canonicalName, decode, readTable } from './series.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { Model } from '../../src/model/model.ts';
import type { Case } from './fixtures.ts';
import type { Table } from './series.ts';

export type Outcome = { readonly kind: 'pass' } | { readonly kind: 'fail'; readonly reason: string };

/** Reads, runs and compares one file of a case. */
export function runCase(c: Case, model: string): Outcome {
  const table = simulate(c, model);
  if (typeof table === 'string') return { kind: 'fail', reason: table };
  for (const name of c.expected) {
    const expected = readTable(readFileSync(join(c.folder, name)), name);
    const reason = difference(table, expected, c.rtol);
    if (reason !== undefined) return { kind: 'fail', reason };
  }
  return { kind: 'pass' };
}

function simulate(c: Case, model: string): Table | string {
  const read = (path: string): Uint8Array | undefined => {
    const full = join(c.folder, path);
    return existsSync(full) ? readFileSync(full) : undefined;
  };
  const text = decode(readFileSync(join(c.folder, model)));
  const dataPaths = c.data.filter((path) => /data[^/]*\.(dat|tab|csv)$/i.test(path));
  const found = readModel(text, model, { parts: new Map(), files: { read, dataPaths } });
  if (!found.ok) return say(found.error);
  return runModel(found.value, canonicalName);
}

/** All that a model gives, or what is wrong with it. */
export function runModel(model: Model, nameOf = (name: string) => name): Table | string {
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) return say(opened.error);
  const run = engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series: 'all' });
  if (!run.ok) return say(run.error);
  const columns = new Map(run.value.names.map((n) => [nameOf(n), [...seriesOf(run.value, n)!]]));
  return { times: [...run.value.times], columns };
}

const say = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .filter((d) => d.severity === 'error')
    .slice(0, 3)
    .map((d) => `${d.where.line ?? '?'}: ${d.code} ${JSON.stringify(d.args)}`)
    .join('; ');
