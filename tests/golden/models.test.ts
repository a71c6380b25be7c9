import { describe, expect, test } from 'vitest';
import { must } from '../../src/base/assert.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { seriesOf } from '../../src/model/experiment.ts';
import type { Model } from '../../src/model/model.ts';
import { describe as told } from '../../src/text/diagnostics.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { readShipped, referenceText, shipped } from '../tools/shipped-models.ts';

/**
 * Every model that comes with the program: it reads without a warning, the engine accepts it, and it gives the values
 * of its reference.csv, which another program has computed. The first column there is the settings of a run as on the
 * command line, `lever_rescue=1 policy_end=7`; the second is the time.
 */

const inWords = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(
    (d) => `${d.where.file}:${d.where.line}:${d.where.column} ${d.code} ${told(d, 'en').words}`,
  );

function readAll(id: string): Model {
  const read = readShipped(id);
  expect(read.ok ? [] : inWords(read.error)).toEqual([]);
  if (!read.ok) throw new Error('unreachable');
  return read.value;
}

interface ReferenceRun {
  readonly title: string;
  readonly settings: Readonly<Record<string, number>>;
  /** Values by time, in the order of the file's names. */
  readonly rows: readonly { readonly time: number; readonly values: readonly number[] }[];
}

function referenceRuns(csv: string): {
  readonly names: readonly string[];
  readonly runs: readonly ReferenceRun[];
} {
  const [head, ...lines] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const sets = [...new Set(lines.map((line) => must(line[0], 'settings')))];
  const runs = sets.map((set) => ({
    title: set === '' ? 'base' : set,
    settings: Object.fromEntries(
      [...set.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [must(name, 'name'), Number(value)]),
    ),
    rows: lines
      .filter((line) => line[0] === set)
      .map(([, time, ...values]) => ({ time: Number(time), values: values.map(Number) })),
  }));
  return { names: must(head, 'names').slice(2), runs };
}

describe.each(shipped)('%s', (id) => {
  test('reads without errors or warnings', () => {
    const model = readAll(id);
    expect(inWords(model.warnings ?? [])).toEqual([]);
    expect(model.id).toBe(id);
  });

  test('is accepted by the engine', () => {
    const opened = createEngine().open(readAll(id));
    expect(opened.ok ? inWords(opened.value.warnings) : inWords(opened.error)).toEqual([]);
  });

  const reference = referenceText(id);
  if (reference === undefined) return;

  const { names, runs } = referenceRuns(reference);

  test.each(runs)('gives the values of its reference.csv for $title', ({ settings, rows }) => {
    const model = readAll(id);
    const engine = createEngine();
    const opened = engine.open(model);
    if (!opened.ok) throw new Error(inWords(opened.error).join('\n'));
    const experiment = { policy: settings, scenario: {} };
    const ran = engine.run(opened.value.handle, experiment, { series: names, saveStep: 1 });
    if (!ran.ok) throw new Error(inWords(ran.error).join('\n'));
    for (const { time, values } of rows) {
      const got = names.map((name) => must(seriesOf(ran.value, name), name)[time - model.simSpecs.start]!);
      const off = got.map((value, i) => Math.abs(value - values[i]!) / Math.max(1, Math.abs(values[i]!)));
      expect(
        off.every((o) => o < 1e-9),
        `time ${time}: ${names.join()} = ${got.join()}, not ${values.join()}`,
      ).toBe(true);
    }
    const residuals = ran.value.balance.map((b) => Math.abs(b.residual) / Math.max(1, Math.abs(b.closing)));
    expect(Math.max(...residuals)).toBeLessThan(1e-9);
  });
});
