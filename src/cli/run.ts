import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { createEngine } from '../engine/engine.ts';
import { csvOf } from '../format/csv.ts';
import type { Experiment, RunRequest } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { Command } from './command.ts';
import { experimentOptions, readExperiment, readTimes, timeOptions } from './experiment-options.ts';
import { readNamed } from './open.ts';
import { choiceOf, listOf, optionOf, wholeOf } from './options.ts';
import type { Arguments, Misuse } from './options.ts';
import { jsonOf } from './output.ts';
import { lineOf } from './report.ts';
import type { World } from './world.ts';

const formats = { csv: csvOf, json: jsonOf } as const;

export const run: Command = {
  name: 'run',
  takes: ['model'],
  options: [
    ...experimentOptions,
    { name: 'series', value: 'NAME,…' },
    ...timeOptions,
    { name: 'seed', value: 'N' },
    { name: 'data', value: 'FILE,…' },
    { name: 'out', value: 'FILE|-' },
    { name: 'format', value: 'csv|json' },
  ],
  async run({ world, language, ...args }) {
    const asked = readRun(args);
    if (!asked.ok) return asked;
    const name = must(args.words[0], 'the model');
    const done = await runNamed(name, asked.value, world);
    for (const d of done.ok ? done.value : done.error) world.err(lineOf(d, name, language));
    return ok(done.ok ? 0 : 1);
  },
};

interface Asked {
  readonly experiment: Experiment;
  readonly request: RunRequest;
  readonly format: keyof typeof formats;
  readonly out: string;
  readonly data: readonly string[];
}

/** Runs a model and writes the result; gives what there is to say of both. */
async function runNamed(
  name: string,
  asked: Asked,
  world: World,
): Promise<Result<readonly Diagnostic[], readonly Diagnostic[]>> {
  const model = await readNamed(name, world, asked.data);
  if (!model.ok) return model;
  const engine = createEngine();
  const opened = engine.open(model.value);
  if (!opened.ok) return opened;
  const done = engine.run(opened.value.handle, asked.experiment, asked.request);
  if (!done.ok) return done;
  const text = formats[asked.format](done.value);
  if (asked.out === '-') await world.out(text);
  else if (!(await world.write(asked.out, text)))
    return fail([error('file-not-written', { path: asked.out })]);
  return ok([...lossesOf(model.value), ...done.value.diagnostics]);
}

/** What was not taken over from another program's file as it stands; what its units lack has no effect on a run. */
const lossesOf = ({ dialect, warnings = [] }: Model): readonly Diagnostic[] =>
  dialect === 'native' ? [] : warnings.filter((d) => !d.code.startsWith('unit'));

/** What the options ask for. */
function readRun(args: Arguments): Result<Asked, Misuse> {
  const experiment = readExperiment(args);
  if (!experiment.ok) return experiment;
  const format = choiceOf(args, 'format', ['csv', 'json']);
  if (!format.ok) return format;
  const times = readTimes(args);
  if (!times.ok) return times;
  const seed = wholeOf(args, 'seed', 0, 0);
  if (!seed.ok) return seed;
  return ok({
    experiment: { ...experiment.value, ...(args.options.has('seed') && { seed: seed.value }) },
    request: {
      series: listOf(args, 'series') ?? 'all',
      ...times.value,
    },
    format: format.value ?? 'csv',
    out: optionOf(args, 'out') ?? '-',
    data: listOf(args, 'data') ?? [],
  });
}
