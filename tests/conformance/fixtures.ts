import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One model folder of the suites: every listed file must give the expected output by itself. */
export interface Case {
  readonly id: string;
  readonly feature: string;
  readonly models: readonly string[];
  readonly expected: readonly string[];
  readonly data: readonly string[];
  readonly rtol: number;
  readonly folder: string;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the suites are: not in this repository, since they are others' work. */
export const fixtures = process.env['CONFORMANCE_DIR'] ?? join(root, '..', 'shared', 'conformance');

/** The cases, or undefined if the suites are not there. */
export function readCases(): readonly Case[] | undefined {
  const manifest = join(fixtures, 'manifest.json');
  if (!existsSync(manifest)) return undefined;
  const { cases } = JSON.parse(readFileSync(manifest, 'utf8')) as { cases: readonly RawCase[] };
  return cases.map((c) => {
    const expected = typeof c.expected === 'string' ? [c.expected] : c.expected;
    return { ...c, expected, folder: join(fixtures, c.id) };
  });
}

type RawCase = Omit<Case, 'folder' | 'expected'> & { readonly expected: string | readonly string[] };

/** A format's name in the table of results. */
export const formatOf = (model: string): string => model.replace(/^.*\./, '').toLowerCase();
