import { describe, expect, test } from 'vitest';
import { mdl, read, simulate } from './foreign-run.ts';

type Found = Record<string, number[]>;
const vensim = (equations: string): Found => simulate(mdl(equations), 'm.mdl') as Found;
const until = (stop: number): string => `FINAL TIME = ${stop} ~~|\n`;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const flat = 'flat((0,1),(10,1)) ~~|\n';

describe('a belt for all', () => {
  test('what is on it at the start comes out by its profile, what comes on after the time', () => {
    const rising =
      'rising((0,0),(1,1)) ~~|\nx = DELAY CONVEYOR(in, 4, 0, rising, 16, 4) ~~|\nin = 10 + Time ~~|\n';
    // A quarter of the way has ((k+1)/4)² − (k/4)² of the area: 1, 3, 5 and 7 sixteenths.
    expect(vensim(`${rising}${until(7)}`)['x']).toEqual([1, 3, 5, 7, 10, 11, 12, 13]);
  });

  test('its own time long', () => {
    const found = vensim(`${flat}x = DELAY CONVEYOR(0, 4, 0, flat, 12, 2) ~~|\n${until(4)}`);
    expect(found['x']).toEqual([6, 6, 0, 0, 0]);
  });

  test('a share of all that stands on it leaks in each step, of what came on too', () => {
    const leaking = `${flat}x = DELAY CONVEYOR(in, 3, 0.1, flat, 30, 3) ~~|\nin = 8 ~~|\n${until(6)}`;
    const { x } = vensim(leaking);
    // Until it comes off, what came on is on the belt at the end of three steps.
    expect(x!.map((v) => +v.toFixed(9))).toEqual([10, 9, 8.1, 5.832, 5.832, 5.832, 5.832]);
    // A leak that changes is followed place by place, and comes to the same.
    const stepwise = vensim(leaking.replace('0.1,', '0.1 + 0 * Time,'))['x']!;
    for (const [i, value] of x!.entries()) expect(stepwise[i]).toBeCloseTo(value, 12);
  });

  test('twice the speed takes all of it along, and nothing is lost', () => {
    const { x } = vensim(
      `${flat}x = DELAY CONVEYOR(in, time on it, 0, flat, 12, 4) ~~|\nin = IF THEN ELSE(Time < 4, 8, 0) ~~|\ntime on it = IF THEN ELSE(Time < 2, 4, 2) ~~|\n${until(9)}`,
    );
    expect(x!.map((v) => +v.toFixed(9))).toEqual([3, 3, 6, 8, 16, 8, 0, 0, 0, 0]);
    expect(sum(x!)).toBeCloseTo(12 + 32, 9);
  });
});

test('a delay with what is under way beside it', () => {
  const found = vensim(`x = DELAYP(in, 6 : under way) ~~|\nin = 3 + STEP(3, 1) ~~|\ny = under way * 2 ~~|\n`);
  expect(found['x']!.slice(0, 2)).toEqual([3, 3]);
  expect(found['under way']![0]).toBe(18);
  for (const [i, more] of found['under way']!.entries())
    if (i > 0) expect(more).toBeCloseTo(found['under way']![i - 1]! + found['in']![i - 1]! - found['x']![i - 1]!, 9); // prettier-ignore
  expect(found['y']![4]).toBe(found['under way']![4]! * 2);
});

describe('a response by a curve', () => {
  // A block from 1 to 3: the mean is 2, and a third of it lies around each of 1, 2 and 3, the ends half as much.
  const block = 'block((1,1),(3,1)) ~~|\n';
  test('all that goes in comes out, spread over the ages', () => {
    const { x } = vensim(
      `${block}x = DELAY PROFILE(block, in, 2, 5, 0) ~~|\nin = IF THEN ELSE(Time = 1, 8, 5) ~~|\n${until(6)}`,
    );
    expect(x).toEqual([5, 5, 5.75, 6.5, 5.75, 5, 5]);
  });

  test('with growth before the start, the first value is the one asked for', () => {
    const { x } = vensim(`${block}x = DELAY PROFILE(block, in, 2, 5, 0.1) ~~|\nin = 0 ~~|\n${until(3)}`);
    const shares = [0.25, 0.5, 0.25];
    const before = (age: number): number => Math.exp(-0.1 * age);
    const scale = 5 / sum(shares.map((s, i) => s * before(i + 1)));
    expect(x![0]).toBeCloseTo(5, 12);
    expect(x![2]).toBeCloseTo(scale * shares[2]! * before(1), 12);
  });

  test('is told of, as it goes by steps', () => {
    const model = read(mdl(`${block}x = DELAY PROFILE(block, Time, 2, 5, 0) ~~|`), 'm.mdl');
    expect(model.ok && model.value.warnings?.map((d) => d.code)).toEqual(['approximated']);
  });
});

test('batches wait until they are full, and until the one before is done', () => {
  const { x } = vensim(`x = DELAY BATCH(10, 25, 3, 7, 2, 4) ~~|\n${until(12)}`);
  // 4, 14, 24 wait while the first batch of 7 is worked on until 2; at 3, 34 do: 25 of them come out at 6, and so on.
  expect(x).toEqual([0, 0, 7, 0, 0, 0, 25, 0, 0, 25, 0, 0, 25]);
});

describe('what is written off', () => {
  const invest = 'stream = IF THEN ELSE(Time = 1.5, 80, 0) ~~|\nTIME STEP = 0.5 ~~|\nSAVEPER = 0.5 ~~|\n';

  test('in even parts, each in its own year', () => {
    const { x } = vensim(`x = DEPRECIATE STRAIGHTLINE(stream, 4, 1, 0) ~~|\n${invest}${until(6)}`);
    // 40 were invested in the second year: 10 in it, as they came, and 10 in each of the next three.
    expect(x).toEqual([0, 0, 0, 20, 10, 10, 10, 10, 10, 10, 0, 0, 0]);
  });

  test('as if the initial stream had always been', () => {
    const { x } = vensim(`x = DEPRECIATE STRAIGHTLINE(6, 3, 1, 6) ~~|\n`);
    expect(x!.map((v) => +v.toFixed(9))).toEqual([6, 6, 6, 6, 6]);
  });

  test('by a schedule, whatever its parts add up to', () => {
    const schedule = 'year: (y1-y3) ~~|\npart[year] = 50, 30, 20 ~~|\nnone = 0 ~~|\n';
    const by = (start: string): number[] =>
      vensim(`${schedule}x = DEPRECIATE BY SCHEDULE(stream, part[y1], none, 3, ${start}) ~~|\n${invest}${until(5)}`)['x']!; // prettier-ignore
    expect(by('Time')).toEqual([0, 0, 0, 40, 12, 12, 8, 8, 0, 0, 0]);
    // Years that begin at a half.
    expect(by('0.5')).toEqual([0, 0, 0, 40, 0, 12, 12, 8, 8, 0, 0]);
  });
});

test('a market in two steps shares as one in one step does', () => {
  const asked = 'c: (c1-c3) ~~|\nwants[c] = 30, 20, 10 ~~|\nrank[c] = 1, 2, 3 ~~|\n';
  const found = vensim(
    `${asked}p = MARKETP(wants[c1], rank[c1], 3, 1, 25) ~~|\ngets[c] = ALLOC P(wants[c], rank[c], 1, p) ~~|\nalike[c] = ALLOCATE BY PRIORITY(wants[c], rank[c], 3, 1, 25) ~~|\n`,
  );
  for (const element of ['c1', 'c2', 'c3'])
    expect(found[`gets[${element}]`]![0]).toBeCloseTo(found[`alike[${element}]`]![0]!, 6);
  expect(sum(['c1', 'c2', 'c3'].map((e) => found[`gets[${e}]`]![0]!))).toBeCloseTo(25, 6);
});

test('a shape of demand that is not known is told of by its number', () => {
  const text = mdl(
    'p: ptype, ppriority, pwidth, pextra ~~|\nd: d1, d2 ~~|\npp[d, p] = 5, 2, 1, 1; 5, 2, 1, 1; ~~|\nr[d] = 5 ~~|\nx[d] = ALLOCATE AVAILABLE(r[d], pp[d, ptype], 6) ~~|',
  );
  expect(simulate(text, 'm.mdl')).toContain('not-supported');
});
