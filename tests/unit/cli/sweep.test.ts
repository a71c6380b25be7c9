import { expect, test, vi } from 'vitest';
import { uppstroms } from './fake-world.ts';

// Each sweep reads and compiles a model, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 });

const usual = ['sweep', 'kommun', '--stop', '2', '--runs', '40', '--vary', 'struct_strength,t_build'];
const outcome = ['--outcome', 'outside_all'];

test('one row per run: its number, what was drawn, what came out', async () => {
  const { code, out, err } = await uppstroms([...usual, ...outcome, '--seed', '7']);
  expect([code, err]).toEqual([0, []]);
  const [header, ...rows] = out.trimEnd().split('\n');
  expect(header).toBe('run,struct_strength,t_build,outside_all');
  expect(rows).toHaveLength(40);
  expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(Array.from({ length: 40 }, (_, i) => i));
  expect(new Set(rows.map((row) => row.split(',').slice(1).join())).size).toBe(40);
});

test.each(['lhs', 'sobol', 'mc'])(
  '%s: seven shards, one after the other, are the sweep to the byte',
  async (sampler) => {
    const args = [...usual, ...outcome, '--sampler', sampler];
    const whole = await uppstroms(args);
    const parts: string[] = [];
    for (let i = 1; i <= 7; i++) parts.push((await uppstroms([...args, '--shard', `${i}/7`])).out);
    expect(parts.join('')).toBe(whole.out);
    expect(parts.every((part) => part !== '')).toBe(true);
  },
);

test('tells how far it is, in runs of its own shard', async () => {
  const args = [...usual, ...outcome, '--runs', '2100'];
  expect((await uppstroms(args)).progress).toEqual([1024, 2048, 2100].map((done) => [done, 2100]));
  expect((await uppstroms([...args, '--shard', '2/7'])).progress).toEqual([[300, 300]]);
});

test('the same numbers as a single run with what was drawn', async () => {
  const sweep = await uppstroms([...usual, ...outcome, '--runs', '3']);
  const [, structure, build, found] = sweep.out.split('\n')[2]!.split(',');
  const set = `struct_strength=${structure},t_build=${build}`;
  const single = await uppstroms(['run', 'kommun', '--stop', '2', '--series', 'outside_all', '--set', set]);
  expect(single.out.trimEnd().split('\n').at(-1)!.split(',')[1]).toBe(found);
});

test('over time with --save, into a file, and with the outcomes of the model', async () => {
  const { files, out } = await uppstroms([...usual, ...outcome, '--save', '1', '--out', 'a.csv']);
  expect(out).toBe('');
  expect(files.get('a.csv')!.split('\n')[0]).toBe(
    'run,struct_strength,t_build,outside_all@0,outside_all@1,outside_all@2',
  );
  const all = await uppstroms([...usual, '--runs', '1']);
  expect(all.out.split('\n')[0]!.split(',').length).toBeGreaterThan(4);
});

test('what cannot be done is told', async () => {
  const told = async (...args: string[]) => {
    const { code, err } = await uppstroms(['sweep', 'kommun', '--stop', '2', ...args]);
    return [code, err[0]];
  };
  expect(await told('--runs', '1.5')).toEqual([
    2,
    'uppstroms: --runs needs a whole number from 1 up, not “1.5”.',
  ]);
  expect(await told('--seed', '-1')).toEqual([
    2,
    'uppstroms: --seed needs a whole number from 0 up, not “-1”.',
  ]);
  for (const shard of ['3/2', '0/2', 'x', '1']) {
    expect(await told('--shard', shard)).toEqual([
      2,
      `uppstroms: --shard takes a part and how many there are, such as 2/7, not “${shard}”.`,
    ]);
  }
  expect(await told('--sampler', 'grid')).toEqual([2, expect.stringContaining('lhs, sobol, mc')]);
  expect(await told('--vary', 'arrivals_ref')).toEqual([1, expect.stringContaining('nothing-to-draw')]);
  expect(await told('--vary', 'strukt')).toEqual([1, expect.stringContaining('unknown-setting')]);
  expect(await told('--out', 'no/a.csv', ...outcome)).toEqual([
    1,
    expect.stringContaining('file-not-written'),
  ]);
});

test('a sweep of a model without ranges says that its runs are alike', async () => {
  const { code, out, err } = await uppstroms(['sweep', 'badkaret', '--runs', '2']);
  expect([code, err]).toEqual([0, [expect.stringContaining('warning nothing-uncertain')]]);
  expect(
    new Set(
      out
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => row.replace(/^\d+/, '')),
    ).size,
  ).toBe(1);
});
