import { describe, expect, test } from 'vitest';
import { confidenceProblems } from '../../src/analysis/confidence.ts';
import { must } from '../../src/base/assert.ts';
import type { Engine, ModelHandle } from '../../src/engine/api.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { seriesOf } from '../../src/model/experiment.ts';
import type { Model } from '../../src/model/model.ts';
import { describe as told } from '../../src/text/diagnostics.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { readShipped, readmeText, referenceText, shipped } from '../tools/shipped-models.ts';

/**
 * Every model that comes with the program: it reads without a warning, the engine accepts it, and it gives the values
 * of its reference.csv, which another program has computed. The first column there is the settings of a run as on the
 * command line, `lever_rescue=1 policy_end=7`, and perhaps a preset; the second is the time.
 */

/**
 * How far a value may be off. A preset's equilibrium is worked out here; in the reference it was reached by waiting until
 * the stock of people met its target to some parts in a billion.
 */
const tolerance = { file: 1e-9, preset: 2e-8 };

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
  readonly preset: string | undefined;
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
    preset: /preset=(\S+)/.exec(set)?.[1],
    settings: Object.fromEntries(
      [...set.replace(/preset=\S+/, '').matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [
        must(name, 'name'),
        Number(value),
      ]),
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

  test('has a README with its purpose, a picture and what it is not for', () => {
    const text = readmeText(id);
    expect(text).toMatch(/\*\*Purpose\.\*\*/);
    expect(text).toContain('```mermaid');
    expect(text).toMatch(/not for/i);
  });

  test('is accepted by the engine', () => {
    const opened = createEngine().open(readAll(id));
    expect(opened.ok ? inWords(opened.value.warnings) : inWords(opened.error)).toEqual([]);
  });

  test('stands the tests of confidence', () => {
    const [model, engine] = [readAll(id), createEngine()];
    const done = engine.open(model);
    if (!done.ok) throw new Error(inWords(done.error).join('\n'));
    expect(inWords(confidenceProblems({ model, engine, handle: done.value.handle }))).toEqual([]);
  });

  const reference = referenceText(id);
  if (reference === undefined) return;

  const { names, runs } = referenceRuns(reference);

  let open: { readonly model: Model; readonly engine: Engine; readonly handle: ModelHandle } | undefined;
  const opened = () => {
    if (open !== undefined) return open;
    const [model, engine] = [readAll(id), createEngine()];
    const done = engine.open(model);
    if (!done.ok) throw new Error(inWords(done.error).join('\n'));
    return (open = { model, engine, handle: done.value.handle });
  };

  test.each(runs)('gives the values of its reference.csv for $title', ({ preset, settings, rows }) => {
    const { model, engine, handle } = opened();
    const experiment = { policy: settings, scenario: {}, ...(preset === undefined ? {} : { preset }) };
    const allowed = preset === undefined ? tolerance.file : tolerance.preset;
    const ran = engine.run(handle, experiment, { series: names, saveStep: 1 });
    if (!ran.ok) throw new Error(inWords(ran.error).join('\n'));
    for (const { time, values } of rows) {
      const got = names.map((name) => must(seriesOf(ran.value, name), name)[time - model.simSpecs.start]!);
      const off = got.map((value, i) => Math.abs(value - values[i]!) / Math.max(1, Math.abs(values[i]!)));
      expect(
        off.every((o) => o < allowed),
        `time ${time}: ${names.join()} = ${got.join()}, not ${values.join()}`,
      ).toBe(true);
    }
    const residuals = ran.value.balance.map((b) => Math.abs(b.residual) / Math.max(1, Math.abs(b.closing)));
    expect(Math.max(...residuals)).toBeLessThan(1e-9);
  });
});
