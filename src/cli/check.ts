import { confidenceProblems } from '../analysis/confidence.ts';
import { must } from '../base/assert.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { ok } from '../base/result.ts';
import { createEngine } from '../engine/engine.ts';
import { commandLineWords } from '../text/command-line.ts';
import type { Command } from './command.ts';
import { readNamed } from './open.ts';
import { lineOf } from './report.ts';
import type { World } from './world.ts';

/** All diagnostics of a model, errors and warnings, one a line; then how many. */
export const check: Command = {
  name: 'check',
  takes: ['file'],
  options: [],
  async run({ world, language, words }) {
    const name = must(words[0], 'the file');
    const found = await diagnosticsOf(name, world);
    for (const d of found) world.err(lineOf(d, name, language));
    const errors = found.filter((d) => d.severity === 'error').length;
    await world.out([`${commandLineWords(language).checked(name, errors, found.length - errors)}\n`]);
    return ok(errors === 0 ? 0 : 1);
  },
};

/** What reading, checking, one run and, for a model of our own kind, the tests of confidence have to say. */
async function diagnosticsOf(name: string, world: World): Promise<readonly Diagnostic[]> {
  const model = await readNamed(name, world);
  if (!model.ok) return model.error;
  const missed = model.value.warnings ?? [];
  const engine = createEngine();
  const opened = engine.open(model.value);
  if (!opened.ok) return [...missed, ...opened.error];
  const { handle, warnings } = opened.value;
  const run = engine.run(handle, { policy: {}, scenario: {} }, { series: 'all' });
  if (!run.ok) return [...missed, ...warnings, ...run.error];
  const native = model.value.dialect === 'native';
  const tested = native ? confidenceProblems({ engine, handle, model: model.value }) : run.value.diagnostics;
  return [...missed, ...warnings, ...tested];
}
