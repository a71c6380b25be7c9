import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from '../../../src/base/diagnostic.ts';
import { readModel } from '../../../src/format/read.ts';

/** Mistakes that people make, each in a copy of one model: what is said, and on which line and column. */

export const village = readFileSync(new URL('village.yaml', import.meta.url), 'utf8');
export const file = 'copy/model.yaml';

const core = `
name: {sv: Kärna, en: Core}
needs: [load]
auxiliaries:
  effort: {name: {sv: Kraft, en: Effort}, about: {sv: Kraft., en: Effort.}, unit: 1, equation: 1/load}
`;
const parts = new Map([['core', core]]);

/** One stretch of the file, changed, and what must be said of it. */
export type Mistake = {
  readonly [C in DiagnosticCode]: {
    readonly title: string;
    /** Stands exactly once in the file. */
    readonly from: string;
    readonly to: string;
    /** What in `to` the message points at; empty if it points outside. */
    readonly at: string;
    readonly code: C;
    readonly args: DiagnosticArgs[C];
  };
}[DiagnosticCode];

/** Each mistake is told of once, as an error, at its place. */
export function testMistakes(mistakes: readonly Mistake[]): void {
  test.each(mistakes)('$title', ({ from, to, at, code, args }) => {
    const text = edited(from, to);
    const found = read(text);
    const same = found.filter((d) => d.code === code);
    expect(same.map((d) => d.args)).toEqual([args]);
    expect(found.map((d) => d.severity)).toEqual(found.map(() => 'error'));
    const { where } = must(same[0], code);
    expect(where.file).toBe(file);
    if (at === '') expect(where.line).toBeGreaterThan(1);
    else expect(where).toMatchObject(placeOf(text, to, at));
  });
}

export const read = (text: string): readonly Diagnostic[] => {
  const result = readModel(text, file, { parts });
  return result.ok ? (result.value.warnings ?? []) : result.error;
};

/** The line of a stretch of the file as it is. */
export const lineOf = (stretch: string): number =>
  village.slice(0, village.indexOf(stretch)).split('\n').length;

function edited(from: string, to: string): string {
  expect(village.split(from).length - 1, `occurrences of ${from}`).toBe(1);
  return village.replace(from, () => to);
}

function placeOf(text: string, to: string, mark: string): { readonly line: number; readonly column: number } {
  const index = text.indexOf(to) + to.indexOf(mark);
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: must(before.at(-1), 'line').length + 1 };
}
