import { createEngine } from '../../../src/engine/engine.ts';
import { readModel } from '../../../src/format/read.ts';
import { seriesOf } from '../../../src/model/experiment.ts';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import type { DataFiles } from '../../../src/format/data/data-files.ts';
import type { Model } from '../../../src/model/model.ts';

const CONTROL = `
INITIAL TIME = 0 ~~|
FINAL TIME = 4 ~~|
TIME STEP = 1 ~~|
SAVEPER = TIME STEP ~~|
`;

/** A Vensim model of these equations, five steps long; a control variable among them goes before the usual one. */
export function mdl(equations: string): string {
  const given = (line: string): boolean => equations.includes(`${line.split(' =')[0]!} =`);
  const control = CONTROL.split('\n').filter((line) => line !== '' && !given(line));
  return `{UTF-8}\n${equations}\n${control.join('\n')}\n`;
}

/** An XMILE model of these variables, from 0 to 4 with a step of 1. */
export const xmile = (
  variables: string,
  around = '',
  specs = '',
): string => `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><name>m</name><vendor>v</vendor><product version="1">p</product></header>
${specs || '<sim_specs method="Euler" time_units="year"><start>0</start><stop>4</stop><dt>1</dt></sim_specs>'}
${around}
<model><variables>${variables}</variables></model>
</xmile>`;

const noFiles: DataFiles = { read: () => undefined, dataPaths: [] };

export const read = (text: string, file: string, files = noFiles) =>
  readModel(text, file, { parts: new Map(), files });

/** What a model gives, by name; or the codes of what is wrong with it. */
export function simulate(
  text: string,
  file: string,
  files = noFiles,
): Readonly<Record<string, number[]>> | readonly string[] {
  const model = read(text, file, files);
  if (!model.ok) return codes(model.error);
  return simulateModel(model.value);
}

export function simulateModel(model: Model): Readonly<Record<string, number[]>> | readonly string[] {
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) return codes(opened.error);
  const run = engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series: 'all' });
  if (!run.ok) return codes(run.error);
  return Object.fromEntries(run.value.names.map((name) => [name, [...seriesOf(run.value, name)!]]));
}

const codes = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.filter((d) => d.severity === 'error').map((d) => d.code);

/** The errors of a file with their line and column. */
export function mistakes(text: string, file: string): readonly string[] {
  const model = read(text, file);
  if (model.ok) return [];
  return model.error.map((d) => `${d.where.line}:${d.where.column} ${d.code} ${JSON.stringify(d.args)}`);
}
