import { describe, expect, it } from 'vitest';
import type { LifeCourse } from '../../../src/model/life.ts';
import { placeAt, type Life } from '../../../src/model/lives.ts';
import { hundredAt, partingOf, readLife } from '../../../src/views/life/reading.ts';

const school = { sv: 'Skolan', en: 'School' };
const agency = { sv: 'En myndighet', en: 'One agency' };
const course: LifeCourse = {
  begins: 'school',
  ends: 43,
  moments: [20, 43],
  stages: [],
  places: {
    school: { kind: 'school', responsible: school },
    behind: { kind: 'school', responsible: school },
    recent: { kind: 'outside', responsible: agency },
    gap: { kind: 'between' },
    work: { kind: 'inside', responsible: { sv: 'Arbetsgivare', en: 'Employer' } },
  },
};
const life = (...stays: readonly (readonly [place: string, to: number])[]): Life =>
  stays.map(([place, to], i) => ({ place, from: stays[i - 1]?.[1] ?? 0, to, by: i === 0 ? undefined : 'f' }));

const long = life(['school', 10], ['behind', 20], ['recent', 24], ['gap', 25], ['recent', 30], ['work', 43]);
const short = life(['school', 20], ['work', 43]);

describe('a life', () => {
  it('is outside, with nobody, and handed over as its stays say', () => {
    // From school to an agency, to nobody, back, and to an employer; within school nothing is handed over.
    expect(readLife(course, long)).toEqual({ outside: 10, withNobody: 1, handovers: 4 });
    expect(readLife(course, short)).toEqual({ outside: 0, withNobody: 0, handovers: 1 });
  });

  it('parts from another where the place or the time is another', () => {
    expect(partingOf(long, long)).toBeUndefined();
    expect(partingOf(long, short)).toBe(10);
    expect(partingOf(short, life(['school', 20], ['recent', 43]))).toBe(20);
  });

  it('is somewhere at every age, the last included', () => {
    expect([0, 19.9, 24, 43].map((age) => placeAt(long, age))).toEqual(['school', 'behind', 'gap', 'work']);
  });
});

it('a hundred are counted on two sides, and those who change side are told', () => {
  const now = [short, long, short];
  const base = [long, short, short];
  expect(hundredAt(course, now, base, 26)).toEqual({
    kinds: ['inside', 'outside', 'inside'],
    outside: 1,
    outsideInBase: 1,
    better: [0],
    worse: [1],
  });
});
