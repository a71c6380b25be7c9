import { describe, expect, test } from 'vitest';
import { mdl, read, simulate } from './foreign-run.ts';

type Found = Record<string, number[]>;
const vensim = (equations: string): Found => simulate(mdl(equations), 'm.mdl') as Found;
const warned = (equations: string): readonly string[] => {
  const model = read(mdl(equations), 'm.mdl');
  return (model.ok ? (model.value.warnings ?? []) : model.error).map((d) => d.code);
};

describe('cohorts that move on', () => {
  const cohorts = (accumulates: number, more = ''): string =>
    `age: (a1-a3) ~~|\nborn = 2 ~~|\nstart[age] = 30, 20, 10 ~~|
people[a1] = INTEG(born, start[a1]) ~~|\npeople[age] :EXCEPT: [a1] = INTEG(-die[age], start[age]) ~~|
die[age] = people[age] * 0.1 ~~|
gone = SHIFT IF TRUE(people[a1], MODULO(Time, 2) = 0, 3, ${accumulates}, 0) ~~|\n${more}`;

  test('all at once, from each to the next; what leaves the last one is told', () => {
    const found = vensim(cohorts(0));
    expect(found['people[a1]']).toEqual([30, 2, 4, 2, 4]);
    // 20 − 2 of the second were there to move, and a tenth died in the step.
    expect(found['people[a2]']!.map((x) => +x.toFixed(9))).toEqual([20, 28, 25.2, 1.48, 1.332]);
    expect(found['people[a3]']!.map((x) => +x.toFixed(9))).toEqual([10, 19, 17.1, 23.49, 21.141]);
    expect(found['gone']!.map((x) => +x.toFixed(9))).toEqual([10, 0, 17.1, 0, 21.141]);
    expect(warned(cohorts(0))).toEqual(['approximated']);
  });

  test('to stay in the last one', () => {
    const found = vensim(cohorts(1));
    expect(found['people[a3]']!.map((x) => +x.toFixed(9))).toEqual([10, 29, 26.1, 48.69, 43.821]);
    expect(found['gone']).toEqual([0, 0, 0, 0, 0]);
  });

  test('all of it, whatever the method', () => {
    const settings = '\n\\\\\\---/// Sketch\n///---\\\\\\\n15:0,0,0,1,0,0\n';
    const found = simulate(`${mdl(cohorts(0).replace('* 0.1', '* 0'))}${settings}`, 'm.mdl') as Found;
    expect(found['people[a2]']).toEqual([20, 30, 30, 4, 4]);
    expect(found['people[a1]']).toEqual([30, 2, 4, 2, 4]);
  });

  test('no more than there are', () => {
    expect(warned(cohorts(0).replace(', 3, 0, 0)', ', 4, 0, 0)'))).toContain('outside-range');
  });
});

describe('queues that know how old things are', () => {
  const flat = 'flat((0,1),(10,1)) ~~|\n';
  const asked = `oldest = QUEUE AGE OLDEST(q) ~~|\nmean = QUEUE AGE AVERAGE(q, 0) ~~|\nof four = QUEUE AGE AVERAGE(q, 4) ~~|
from two = QUEUE AGE IN RANGE(q, 2, :NA:) ~~|\nto two = QUEUE AGE IN RANGE(q, :NA:, 2) ~~|\n`;

  test('first in, first out', () => {
    const found = vensim(
      `q = QUEUE FIFO(come, go, flat, 0, 3) ~~|\ncome = 4 + 2 * Time ~~|\ngo = IF THEN ELSE(Time < 1, 0, 5) ~~|\nFINAL TIME = 3 ~~|\n${flat}${asked}`,
    );
    // 4 came in the first step; then 6, of which 5 in all left with it; then 8.
    expect(found['q']).toEqual([0, 4, 5, 8]);
    expect(found['oldest']).toEqual([0, 1, 1, 1]);
    expect(found['mean']).toEqual([0, 1, 1, 1]);
  });

  test('what waits grows old, the oldest first', () => {
    const found = vensim(
      `q = QUEUE FIFO(come, go, flat, 0, 3) ~~|\ncome = 4 ~~|\ngo = IF THEN ELSE(Time = 2, 6, 0) ~~|\n${flat}${asked}`,
    );
    expect(found['q']).toEqual([0, 4, 8, 6, 10]);
    // After the step from 2: 2 are left of those that are two steps old, and 4 came since.
    expect(found['oldest']).toEqual([0, 1, 2, 2, 3]);
    expect(found['mean']).toEqual([0, 1, 1.5, (2 * 2 + 4) / 6, (2 * 3 + 4 * 2 + 4) / 10]);
    expect(found['of four']).toEqual([0, 1, 2, (2 * 2 + 2) / 4, (2 * 3 + 2 * 2) / 4]);
    expect(found['from two']).toEqual([0, 0, 4, 2, 6]);
    expect(found['to two']).toEqual([0, 4, 8, 6, 8]);
  });

  test('what is there at the start has the ages of its profile', () => {
    const found = vensim(`q = QUEUE FIFO(0, 3, flat, 12, 4) ~~|\n${flat}${asked}`);
    expect(found['q']).toEqual([12, 9, 6, 3, 0]);
    // A quarter at ages 2, 3 and 4, half as much at the ends, 1 and 5.
    expect(found['oldest']).toEqual([5, 5, 5, 5, 0]);
    expect(found['mean']![0]).toBeCloseTo(3, 12);
    expect(found['from two']![0]).toBeCloseTo(10.5, 12);
  });

  test('a variable that is no queue has no age', () => {
    expect(vensim('q = INTEG(1, 2) ~~|\nx = QUEUE AGE OLDEST(q) ~~|')['x']![0]).toBe(-(2 ** 109));
  });
});
