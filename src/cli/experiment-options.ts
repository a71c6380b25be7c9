import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Experiment, Policy, RunRequest } from '../model/experiment.ts';
import type { Method } from '../model/model.ts';
import { choiceOf, listOf, numberOf, optionOf, readNumber, splitOnce } from './options.ts';
import type { Arguments, Misuse, OptionSpec } from './options.ts';

/** What an experiment is made of on the command line, for every command that runs models. */

const methods: readonly Method[] = ['euler', 'rk2', 'rk4', 'rk45', 'stiff'];

export const experimentOptions: readonly OptionSpec[] = [
  { name: 'preset', value: 'ID' },
  { name: 'municipality', value: 'FACT=VALUE,…' },
  { name: 'settle' },
  { name: 'set', value: 'NAME=VALUE,…' },
];

export const timeOptions: readonly OptionSpec[] = [
  { name: 'method', value: 'euler|rk2|rk4|rk45|stiff' },
  { name: 'dt', value: 'X' },
  { name: 'start', value: 'X' },
  { name: 'stop', value: 'X' },
  { name: 'save', value: 'X' },
];

export function readExperiment(args: Arguments): Result<Experiment, Misuse> {
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
  const preset = optionOf(args, 'preset');
  return ok({
    ...settings,
    ...(preset === undefined ? {} : { preset }),
    ...(facts === undefined ? {} : { municipality: municipality.value }),
  });
}

/** Method and times, as the options give them. */
export function readTimes(args: Arguments): Result<Omit<RunRequest, 'series'>, Misuse> {
  const method = choiceOf(args, 'method', methods);
  if (!method.ok) return method;
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
  return ok({ ...times, ...(method.value === undefined ? {} : { method: method.value }) });
}

export function readSettings(
  option: 'set' | 'municipality',
  items: readonly string[],
): Result<Policy, Misuse> {
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
