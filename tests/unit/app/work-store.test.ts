import { beforeEach, expect, it } from 'vitest';
import { createWorkStore } from '../../../src/app/work-store.ts';
import { FakeStorage } from '../../tools/fake-storage.ts';

let storage = new FakeStorage();
let works = createWorkStore(() => storage);
beforeEach(() => {
  storage = new FakeStorage();
  works = createWorkStore(() => storage);
});
/** A work saved on a day, of about so many characters. */
const work = (day: number, size = 100): string =>
  JSON.stringify({
    uppstroms: 1,
    saved: new Date(Date.UTC(2026, 0, day)).toISOString(),
    document: {},
    name: { sv: 'x'.repeat(size), en: '' },
  });

it('keeps works by their ids, beside what else is stored', () => {
  storage.setItem('else', '1');
  expect(works.write('a', work(1))).toBe(true);
  expect(works.ids()).toEqual(['a']);
  expect(createWorkStore(() => storage).read('a')).toBe(work(1));
  works.remove('a');
  expect(works.ids()).toEqual([]);
  expect(storage.getItem('else')).toBe('1');
});

it('keeps twelve, and gives up the oldest', () => {
  for (let day = 1; day <= 14; day++) works.write(`day${day}`, work(day));
  expect(works.ids()).toHaveLength(12);
  expect(works.ids()).not.toContain('day1');
  expect(works.ids()).not.toContain('day2');
});

it('gives up files that were only looked at before a work in which something has been done', () => {
  const done = JSON.stringify({ ...(JSON.parse(work(1)) as object), past: [{ model: 'small' }] });
  works.write('mine', done);
  for (let day = 2; day <= 20; day++) works.write(`day${day}`, work(day));
  expect(works.ids()).toHaveLength(12);
  expect(works.ids()).toContain('mine');
});

it('keeps in memory what a browser that has blocked storage refuses', () => {
  storage.blocked = true;
  expect(works.write('a', work(1))).toBe(false);
  expect(works.read('a')).toBe(work(1));
  expect(works.ids()).toEqual(['a']);
  works.setOwner('a', 'tab');
  expect(works.owner('a')).toBeUndefined();
  works.remove('a');
  expect(works.read('a')).toBeUndefined();
});

it('gives up old works for a new one where storage is full, but keeps the three newest', () => {
  for (let day = 1; day <= 5; day++) works.write(`day${day}`, work(day, 2000));
  storage.room = 12_000;
  expect(works.write('new', work(6, 2000))).toBe(true);
  expect([...works.ids()].sort()).toEqual(['day2', 'day3', 'day4', 'day5', 'new']);
  expect(works.write('huge', work(7, 9000))).toBe(false);
  expect(works.read('huge')).toBe(work(7, 9000));
  expect(works.ids()).toHaveLength(6);
});

it('gives a newer text of a work precedence over an older one that is still stored', () => {
  works.write('a', work(1));
  storage.room = 0;
  expect(works.write('a', work(2))).toBe(false);
  expect(works.read('a')).toBe(work(2));
  storage.room = 5_000_000;
  expect(works.write('a', work(3))).toBe(true);
  expect(createWorkStore(() => storage).read('a')).toBe(work(3));
});
