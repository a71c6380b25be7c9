import { runEnsemble } from '../analysis/ensemble.ts';
import { must } from '../base/assert.ts';
import { error, warning } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { createEngine } from '../engine/engine.ts';
import { csvField, csvNumber } from '../format/csv.ts';
import type { EnsembleRequest, Sampler, Stretch } from '../model/ensemble.ts';
import type { Model } from '../model/model.ts';
import type { Command } from './command.ts';
import { experimentOptions, readExperiment, readTimes, timeOptions } from './experiment-options.ts';
import { readNamed } from './open.ts';
import { choiceOf, listOf, optionOf, readNumber, splitOnce, wholeOf } from './options.ts';
import type { Arguments, Misuse } from './options.ts';
import { lineOf } from './report.ts';
import type { World } from './world.ts';

const samplers: readonly Sampler[] = ['lhs', 'sobol', 'mc'];
/** Runs between two signs of progress, and the rows that are in memory at a time. */
const chunk = 1024;

/** Runs a model many times, each with another draw of what is uncertain, and writes one row per run. */
export const sweep: Command = {
  name: 'sweep',
  takes: ['model'],
  options: [
    { name: 'runs', value: 'N' },
    { name: 'sampler', value: 'lhs|sobol|mc' },
    { name: 'seed', value: 'N' },
    { name: 'vary', value: 'NAME,…' },
    { name: 'outcome', value: 'NAME,…' },
    { name: 'shard', value: 'I/N' },
    ...experimentOptions,
    ...timeOptions,
    { name: 'data', value: 'FILE,…' },
    { name: 'out', value: 'FILE|-' },
  ],
  async run({ world, language, ...args }) {
    const asked = readSweep(args);
    if (!asked.ok) return asked;
    const name = must(args.words[0], 'the model');
    const model = await readNamed(name, world, listOf(args, 'data') ?? []);
    const done = model.ok ? await swept(model.value, asked.value, world) : model;
    for (const d of done.ok ? done.value : done.error) world.err(lineOf(d, name, language));
    return ok(done.ok ? 0 : 1);
  },
};

interface Asked {
  readonly request: Omit<EnsembleRequest, 'outcomes'>;
  /** Without names, the model's own outcomes. */
  readonly outcomes: readonly string[] | undefined;
  /** Every saved time, not the last alone. */
  readonly overTime: boolean;
  readonly shard: Stretch;
  readonly out: string;
}

/** Carries out the sweep; gives what there is to say of it. */
async function swept(
  model: Model,
  { request: asked, outcomes = model.outcomes.map(({ variable }) => variable), overTime, shard, out }: Asked,
  world: World,
): Promise<Result<readonly Diagnostic[], readonly Diagnostic[]>> {
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) return opened;
  const { handle } = opened.value;
  const request = { ...asked, outcomes };
  const from = Math.floor((asked.runs * (shard.from - 1)) / shard.to);
  const to = Math.floor((asked.runs * shard.from) / shard.to);
  // No run at all tells what is drawn and when it is saved, or what is wrong.
  const plan = runEnsemble(engine, handle, request, { from, to: from }, () => undefined);
  if (!plan.ok) return plan;
  const { vary, times } = plan.value;
  const rows = overTime ? [...times.keys()] : [times.length - 1];

  function* lines(): Iterable<string> {
    const columns = outcomes.flatMap((id) =>
      rows.map((row) => (overTime ? `${id}@${csvNumber(times[row]!)}` : id)),
    );
    if (shard.from === 1) yield `${['run', ...vary, ...columns].map(csvField).join(',')}\n`;
    for (let first = from; first < to; first += chunk) {
      let text = '';
      runEnsemble(engine, handle, request, { from: first, to: Math.min(to, first + chunk) }, (block) => {
        for (let i = 0; i < block.count; i++) {
          const found = outcomes.flatMap((_, o) =>
            rows.map((row) => block.values[(o * times.length + row) * block.width + i]!),
          );
          const numbers = [block.first + i, ...block.drawn(i), ...found];
          text += `${numbers.map(csvNumber).join(',')}\n`;
        }
      });
      yield text;
      world.progress?.(Math.min(to, first + chunk) - from, to - from);
    }
  }
  if (out === '-') await world.out(lines());
  else if (!(await world.write(out, lines()))) return fail([error('file-not-written', { path: out })]);
  const alike = vary.length === 0 ? [warning('nothing-uncertain', {})] : [];
  return ok([...(model.warnings ?? []), ...alike]);
}

function readSweep(args: Arguments): Result<Asked, Misuse> {
  const experiment = readExperiment(args);
  if (!experiment.ok) return experiment;
  const times = readTimes(args);
  if (!times.ok) return times;
  const sampler = choiceOf(args, 'sampler', samplers);
  if (!sampler.ok) return sampler;
  const runs = wholeOf(args, 'runs', 1000, 1);
  if (!runs.ok) return runs;
  const seed = wholeOf(args, 'seed', 1, 0);
  if (!seed.ok) return seed;
  const shard = shardOf(args);
  if (!shard.ok) return shard;
  return ok({
    request: {
      experiment: experiment.value,
      vary: listOf(args, 'vary') ?? 'all',
      times: times.value,
      sampler: sampler.value ?? 'lhs',
      runs: runs.value,
      seed: seed.value,
    },
    outcomes: listOf(args, 'outcome'),
    overTime: times.value.saveStep !== undefined,
    shard: shard.value,
    out: optionOf(args, 'out') ?? '-',
  });
}

/** Part i of n, as from i to n. */
function shardOf(args: Arguments): Result<Stretch, Misuse> {
  const text = optionOf(args, 'shard') ?? '1/1';
  const [from, to] = splitOnce(text, '/').map((part) => readNumber(part ?? ''));
  const valid = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from! >= 1 && from! <= to!;
  return valid ? ok({ from: from!, to: to! }) : fail((w) => w.notShard(text));
}
