import { expect, test } from 'vitest';
import { shippedModels } from '../../../src/cli/shipped.ts';
import { uppstroms } from './fake-world.ts';

const words = '{sv: x, en: x}';
const tank = `id: tank
name: {sv: Tank, en: Tank}
about: ${words}
sim_specs: {start: 0, stop: 4, dt: 1/2, save_step: 1, method: euler, time_unit: year}
parameters:
  rate:
    name: ${words}
    about: ${words}
    value: 0.5
    unit: 1/year
    range: [0, 1]
    grade: assumed
    source: a test
stocks:
  water:
    name: ${words}
    about: ${words}
    unit: litre
    initial: 8
    outflows: [leaking]
flows:
  leaking:
    name: ${words}
    about: ${words}
    unit: litre/year
    equation: rate * water
outcomes:
  water: {role: stock, better: lower, name: ${words}, unit_words: ${words}}
presets:
  full: {name: ${words}, about: ${words}, values: {water: 80}}
`;
const files = { 'tank.yaml': tank };
const run = (...args: string[]) => uppstroms(['run', 'tank.yaml', ...args], files);

test('run gives every series as CSV', async () => {
  const rows = [
    '0,8,4',
    '1,4.5,2.25',
    '2,2.53125,1.265625',
    '3,1.423828125,0.7119140625',
    '4,0.8009033203125,0.40045166015625',
  ];
  expect(await run()).toMatchObject({ code: 0, out: `time,water,leaking\n${rows.join('\n')}\n`, err: [] });
});

test.each([
  [['--series', 'leaking'], 'time,leaking\n0,4\n'],
  [['--series=water', '--set', 'rate=1/4', '--set=water=16'], 'time,water\n0,16\n1,12.25\n'],
  [['--series', 'water', '--preset', 'full'], 'time,water\n0,80\n1,45\n'],
  [['--series', 'water', '--preset', 'full', '--set', 'water=4,rate=0'], 'time,water\n0,4\n1,4\n'],
  [['--series', 'water', '--dt', '1'], 'time,water\n0,8\n1,4\n'],
  [['--series', 'water', '--method', 'rk2', '--dt', '1'], 'time,water\n0,8\n1,5\n'],
  [['--series', 'water', '--save', '0.5'], 'time,water\n0,8\n0.5,6\n1,4.5\n'],
  [['--series', 'water', '--start', '-1', '--stop', '1'], 'time,water\n-1,8\n0,4.5\n1,2.53125\n'],
])('run %j', async (args, start) => {
  const { code, out, err } = await run(...args);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(out.slice(0, start.length)).toBe(start);
});

test('run writes to a file, or as JSON', async () => {
  const { code, out, files: written } = await run('--out', 'x.json', '--format', 'json', '--series', 'water');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  const json = JSON.parse(written.get('x.json') ?? '') as { time: number[]; series: object };
  expect(json).toMatchObject({
    time: [0, 1, 2, 3, 4],
    series: { water: [8, 4.5, 2.53125, 1.423828125, 0.8009033203125] },
  });
});

test.each([
  [['--set', 'rte=1'], /^tank\.yaml: error unknown-setting: .*rte.*rate/],
  [['--set', 'leaking=1'], /^tank\.yaml: error not-settable: .*leaking/],
  [['--series', 'watr'], /^tank\.yaml: error unknown-series: .*watr.*water/],
  [['--preset', 'ful'], /^tank\.yaml: error unknown-preset: .*ful.*full/],
  [['--dt', '0.3'], /^tank\.yaml: error bad-time: .*1.* dt/],
  [['--set', 'rate=-1e200'], /^tank\.yaml:22:3: error not-finite: leaking .* 0\.5/],
  [['--out', 'no/where.csv'], /^tank\.yaml: error file-not-written: .*no\/where\.csv/],
])('run %j ends with 1 and a diagnostic', async (args, line) => {
  const { code, out, err } = await run(...args);
  expect({ code, out, lines: err.length }).toEqual({ code: 1, out: '', lines: 1 });
  expect(err[0]).toMatch(line);
});

test('a model that is wrong tells file, line, column and code of each mistake, in the language asked for', async () => {
  const wrong = {
    'wrong.yaml': tank
      .replace('rate * water', 'rat * water + exp')
      .replace('unit: litre\n', 'unit: litre*\n'),
  };
  const english = await uppstroms(['run', 'wrong.yaml'], wrong);
  expect(english.code).toBe(1);
  expect(english.err).toHaveLength(3);
  expect(english.err[0]).toMatch(/^wrong\.yaml:18:\d+: error unit-syntax: The unit/);
  expect(english.err[1]).toMatch(/^wrong\.yaml:26:15: error unknown-name: There is no rat/);
  const swedish = await uppstroms(['run', 'wrong.yaml', '--language', 'sv'], wrong);
  expect(swedish.err[1]).toMatch(/^wrong\.yaml:26:15: error unknown-name: .*rat.*Menade du rate\?$/);
});

test.each([
  [['run', 'komun'], /^komun: error unknown-model: .*kommun/],
  [['run', 'no.yaml'], /^no\.yaml: error file-not-found: .*no\.yaml/],
  [['check', 'no.yaml'], /^no\.yaml: error file-not-found: .*no\.yaml/],
  [['run', 'x.doc'], /^x\.doc: error unknown-format: .*x\.doc/],
])('%j ends with 1', async (args, line) => {
  const { code, err } = await uppstroms(args, { 'x.doc': 'x' });
  expect(code).toBe(1);
  expect(err[0]).toMatch(line);
});

test('check tells errors and warnings, and counts them', async () => {
  const fine = { 'tank.yaml': tank.replace('dt: 1/2', 'dt: 1/64') };
  const clean = await uppstroms(['check', 'tank.yaml'], fine);
  expect(clean).toMatchObject({ code: 0, out: 'tank.yaml: 0 errors, 0 warnings\n', err: [] });
  const coarse = await uppstroms(['check', 'tank.yaml'], files);
  expect(coarse).toMatchObject({ code: 0, out: 'tank.yaml: 0 errors, 1 warning\n' });
  expect(coarse.err[0]).toMatch(/^tank\.yaml: warning step-too-long: water changes by 2\.7% /);
  const wrong = { 'tank.yaml': tank.replace('rate * water', 'rate + water') };
  const found = await uppstroms(['check', 'tank.yaml'], wrong);
  expect(found).toMatchObject({ code: 1, out: 'tank.yaml: 1 error, 0 warnings\n' });
  expect(found.err[0]).toMatch(/^tank\.yaml:26:\d+: error unit-mismatch: /);
});

test('check runs the model too', async () => {
  const wrong = { 'tank.yaml': tank.replace('rate * water', 'rate * water * rate / (rate - rate)') };
  const { code, err } = await uppstroms(['check', 'tank.yaml'], wrong);
  expect(code).toBe(1);
  expect(err).toHaveLength(1);
  expect(err[0]).toMatch(/^tank\.yaml:22:3: error not-finite: leaking /);
});

test('models lists what is shipped, in a language', async () => {
  const { code, out } = await uppstroms(['models', '--language', 'sv']);
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n')).toHaveLength(shippedModels.size);
  expect(out).toContain('kommun');
  expect(out).toMatch(/^kommun +Hela kommunen \(trelleborg, nacka, riks100k\)$/m);
});

test.each([
  [[], 'uppstroms: COMMAND is missing.', 'uppstroms COMMAND'],
  [['rnu'], 'uppstroms: There is no command rnu. Did you mean run?', 'uppstroms COMMAND'],
  [['run'], 'uppstroms: MODEL is missing.', 'uppstroms run MODEL'],
  [['check'], 'uppstroms: FILE is missing.', 'uppstroms check FILE'],
  [['models', 'x'], 'uppstroms: “x” is one word too many.', 'uppstroms models'],
  [['run', 'a', 'b'], 'uppstroms: “b” is one word too many.', 'uppstroms run MODEL'],
  [
    ['run', 'a', '--serie', 'b'],
    'uppstroms: There is no option --serie. Did you mean --series?',
    'uppstroms run',
  ],
  [
    ['run', 'a', '--set', 'b'],
    'uppstroms: --set takes name=value, with a comma between several, not “b”.',
    'run',
  ],
  [
    ['run', 'a', '--set', '=1'],
    'uppstroms: --set takes name=value, with a comma between several, not “=1”.',
    'run',
  ],
  [
    ['run', 'a', '--set', 'b=1,5'],
    'uppstroms: --set takes name=value, with a comma between several, not “5”.',
    'run',
  ],
  [['run', 'a', '--set', 'b=c'], 'uppstroms: --set b needs a number such as 0.25 or 1/4, not “c”.', 'run'],
  [['run', 'a', '--dt', 'c'], 'uppstroms: --dt needs a number such as 0.25 or 1/4, not “c”.', 'run'],
  [
    ['run', 'a', '--method', 'rk3'],
    'uppstroms: --method is one of euler, rk2, rk4, rk45, stiff, not “rk3”.',
    'run',
  ],
  [['run', 'a', '--format', 'xls'], 'uppstroms: --format is one of csv, json, not “xls”.', 'run'],
  [['run', 'a', '--language', 'fi'], 'uppstroms: --language is one of en, sv, not “fi”.', 'run'],
  [
    ['run', 'a', '--language=sv', '--dt'],
    'uppstroms: --dt behöver ett värde.',
    'Så här skriver du: uppstroms run',
  ],
])('%j is wrong usage: 2, what is wrong, and the usage', async (args, first, usage) => {
  const { code, out, err } = await uppstroms(args);
  expect({ code, out, first: err[0] }).toEqual({ code: 2, out: '', first });
  expect(err.join('\n')).toContain(usage);
});

test.each([
  [['--help'], ['run MODEL', 'models', 'check FILE', '--language']],
  [['help'], ['run MODEL']],
  [
    ['run', '--help'],
    ['--preset ID', '--set NAME=VALUE,…', '--out FILE|-', '--format csv|json', '--help'],
  ],
])('%j shows the usage', async (args, parts) => {
  const { code, out, err } = await uppstroms(args);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  for (const part of parts) expect(out).toContain(part);
});

test('run tells what it did not take over from another program’s file, and nothing of its units', async () => {
  const file =
    'x = 2 ~ person |\ny = x + RANDOM UNIFORM(0, 0, 1) ~ year |\nholds :THE CONDITION: x > 1 :IMPLIES: x > 0 ~~|\nINITIAL TIME = 0 ~~|\nFINAL TIME = 1 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = 1 ~~|\n';
  const { code, err } = await uppstroms(['run', 'm.mdl', '--language', 'en'], { 'm.mdl': file });
  expect(code).toBe(0);
  expect(err.join('\n')).toContain('holds is left out');
  expect(err.join('\n')).not.toContain('year');
});
