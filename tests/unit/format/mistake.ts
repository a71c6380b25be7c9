import { expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from '../../../src/base/diagnostic.ts';
import { readModel } from '../../../src/format/read.ts';
import { modelText, parts } from '../../tools/shipped-models.ts';

/** Mistakes that people make, each in a copy of a real model: what is said, and on which line and column. */

const kommun = inOneFile(modelText('kommun'), ['uppvaxt', 'samverkan', 'kostnader']);
export const file = 'copy/model.yaml';

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
  kommun.slice(0, kommun.indexOf(stretch)).split('\n').length;

/** The model with the sections of some of its parts written into its own, so that there is enough to go wrong in one file. */
function inOneFile(model: string, included: readonly string[]): string {
  let text = model.replace(/^include: .*$/m, 'include: [styrning]');
  for (const part of included) {
    const sections = must(parts.get(part), part).split(/^(?=\w+:)/m);
    for (const section of sections.filter((s) => /^(parameters|stocks|flows|auxiliaries|actors):/.test(s))) {
      const head = section.slice(0, section.indexOf('\n') + 1);
      const at = text.indexOf(`\n${head}`);
      if (at < 0) text += `\n${section}`;
      else text = text.slice(0, at) + `\n${section.trimEnd()}\n` + text.slice(at + 1 + head.length);
    }
  }
  return text;
}

function edited(from: string, to: string): string {
  expect(kommun.split(from).length - 1, `occurrences of ${from}`).toBe(1);
  return kommun.replace(from, () => to);
}

function placeOf(text: string, to: string, mark: string): { readonly line: number; readonly column: number } {
  const index = text.indexOf(to) + to.indexOf(mark);
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: must(before.at(-1), 'line').length + 1 };
}
