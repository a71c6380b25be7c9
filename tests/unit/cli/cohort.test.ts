import { expect, test } from 'vitest';
import { uppstroms } from './fake-world.ts';

test('cohort gives the figures of the worked example', async () => {
  const { code, out, err } = await uppstroms(['cohort', '--births', '480', '--outside', '60']);
  expect([code, err]).toEqual([0, []]);
  expect(out.split('\n')).toEqual([
    '  SEK million                              society        public  municipality',
    '480 births, of whom 60 outside for long (12.5 %)',
    '  costs over 20 years                          600         281.2           120',
    '  costs over 4 years                         160.3          75.1          32.1',
    '25 % fewer outside',
    '  costs over 20 years                          150          70.3            30',
    '  costs over 4 years                          40.1          18.8             8',
    '10 newcomers: 8 years until work become 4',
    '  worth                                         20            10           4.4',
    '  after the project, 4                          16             6',
    '',
  ]);
});

test('a lower cost level and another rate, in Swedish', async () => {
  const { out } = await uppstroms(['cohort', '--level', '0.6', '--rate=0', '--language', 'sv']);
  expect(out).toContain('480 födda, varav 60 långvarigt utanför (12,5 %)');
  expect(out).toMatch(/kostar på 4 år +106 /);
});

test.each([
  [['--outside', '500'], '--outside is between 0 and 480, not “500”.'],
  [['--rate', '4'], '--rate is between 0 and 0.06, not “4”.'],
  [['--years', '4'], '--years needs a number such as 0.25 or 1/4, not “4”.'],
  [['--years', '4-8'], '--years is between 8 and 4, not “4-8”.'],
])('cohort %j is refused', async (args, reason) => {
  const { code, err } = await uppstroms(['cohort', ...args]);
  expect(code).toBe(2);
  expect(err[0]).toBe(`uppstroms: ${reason}`);
});

const kommun = (...args: string[]) =>
  uppstroms(['run', 'kommun', '--series', 'long_term_excluded', '--save', '1', '--stop', '2', ...args]);

test('run begins in the equilibrium of a municipality', async () => {
  const { code, out, err } = await kommun('--municipality', 'births=1000,outside=0.1');
  expect([code, err]).toEqual([0, []]);
  const values = out
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[1]));
  for (const value of values) expect(value).toBeCloseTo(2000, 6);
});

test('run --settle begins in the equilibrium of what is set', async () => {
  const drift = async (...args: string[]) => {
    const lines = (await kommun('--set', 't_entrench=2', ...args)).out.trim().split('\n');
    return Number(lines.at(-1)!.split(',')[1]) - Number(lines[1]!.split(',')[1]);
  };
  expect(Math.abs(await drift('--settle'))).toBeLessThan(1e-6);
  expect(Math.abs(await drift())).toBeGreaterThan(0.1);
});

test('run takes a discount rate of nought', async () => {
  const { code, err } = await uppstroms([
    'run',
    'kommun',
    '--set',
    'discount_rate=0',
    '--series',
    'annuity20',
    '--stop',
    '1',
  ]);
  expect([code, err]).toEqual([0, []]);
});

test('run tells why a municipality cannot be', async () => {
  const { code, err } = await kommun('--municipality', 'outside=0.03');
  expect(code).toBe(1);
  expect(err[0]).toMatch(
    /^kommun: error no-equilibrium: Share outside for long, ages 23–42 cannot be 0.03: the lowest/,
  );
});

test('check puts a shipped model to the tests of confidence', async () => {
  expect(await uppstroms(['check', 'skola'])).toMatchObject({
    code: 0,
    err: [],
    out: 'skola: 0 errors, 0 warnings\n',
  });
});
