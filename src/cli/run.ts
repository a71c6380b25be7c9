import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { createEngine } from '../engine/engine.ts';
import type { Experiment, Policy, Run, RunRequest } from '../model/experiment.ts';
import type { Method } from '../model/model.ts';
import type { Command } from './command.ts';
import { readNamed } from './open.ts';
import { choiceOf, listOf, numberOf, optionOf, readNumber, splitOnce } from './options.ts';
import type { Arguments, Misuse } from './options.ts';
import { csvOf, jsonOf } from './output.ts';
import { lineOf } from './report.ts';
import type { World } from './world.ts';

const methods: readonly Method[] = ['euler', 'rk2', 'rk4'];
const formats = { csv: csvOf, json: jsonOf } as const;

export const run: Command = {
  name: 'run',
  takes: ['model'],
  options: [
    { name: 'preset', value: 'ID' },
    { name: 'municipality', value: 'FACT=VALUE,…' },
    { name: 'settle' },
    { name: 'set', value: 'NAME=VALUE,…' },
    { name: 'series', value: 'NAME,…' },
    { name: 'method', value: 'euler|rk2|rk4' },
    { name: 'dt', value: 'X' },
    { name: 'start', value: 'X' },
    { name: 'stop', value: 'X' },
    { name: 'save', value: 'X' },
    { name: 'data', value: 'FILE,…' },
    { name: 'out', value: 'FILE|-' },
    { name: 'format', value: 'csv|json' },
  ],
  async run({ world, language, ...args }) {
    const asked = readRun(args);
    if (!asked.ok) return asked;
    const name = must(args.words[0], 'the model');
    const done = await runNamed(name, asked.value, world);
    for (const d of done.ok ? done.value.diagnostics : done.error) world.err(lineOf(d, name, language));
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

async function runNamed(
  name: string,
  asked: Asked,
  world: World,
): Promise<Result<Run, readonly Diagnostic[]>> {
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
  return done;
}

/** What the options ask for. */
function readRun(args: Arguments): Result<Asked, Misuse> {
  const policy = readSettings('set', listOf(args, 'set') ?? []);
  if (!policy.ok) return policy;
  const facts = listOf(args, 'municipality');
  const municipality = readSettings('municipality', facts ?? []);
  if (!municipality.ok) return municipality;
  // Settings of assumptions move the equilibrium only as a scenario.
  const settle = args.options.has('settle');
  const settings = settle
    ? { policy: {}, scenario: policy.value, settle }
    : { policy: policy.value, scenario: {} };
  const method = choiceOf(args, 'method', methods);
  if (!method.ok) return method;
  const format = choiceOf(args, 'format', ['csv', 'json']);
  if (!format.ok) return format;
  const times: { dt?: number; start?: number; stop?: number; saveStep?: number } = {};
  for (const [option, field] of [
    ['dt', 'dt'],
    ['start', 'start'],
    ['stop', 'stop'],
    ['save', 'saveStep'],
  ] as const) {
    const time = numberOf(args, option);
    if (!time.ok) return time;
    if (time.value !== undefined) times[field] = time.value;
  }
  const preset = optionOf(args, 'preset');
  return ok({
    experiment: {
      ...settings,
      ...(preset === undefined ? {} : { preset }),
      ...(facts === undefined ? {} : { municipality: municipality.value }),
    },
    request: {
      series: listOf(args, 'series') ?? 'all',
      ...times,
      ...(method.value === undefined ? {} : { method: method.value }),
    },
    format: format.value ?? 'csv',
    out: optionOf(args, 'out') ?? '-',
    data: listOf(args, 'data') ?? [],
  });
}

function readSettings(option: 'set' | 'municipality', items: readonly string[]): Result<Policy, Misuse> {
  const settings: Record<string, number> = {};
  for (const item of items) {
    const [name, text] = splitOnce(item, '=');
    if (name === '' || text === undefined) return fail((w) => w.notSetting(`--${option}`, item));
    const value = readNumber(text);
    if (value === undefined) return fail((w) => w.notNumber(`--${option} ${name}`, text));
    settings[name] = value;
  }
  return ok(settings);
}
