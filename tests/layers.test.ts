// The architecture, enforced: .ci/layers.json is the arrow table, and these tests hold every file to it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenRules, type Layers } from './tools/layers.ts';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const layers = readJson('.ci/layers.json') as Layers;

describe('the house', () => {
  test('every file of src and workers keeps the rules of .ci/layers.json', () => {
    const files = ['src', 'workers']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
      )
      .filter((file) => /\.(ts|css)$/.test(file))
      .sort();
    const texts = files.map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')] as const);
    expect(texts.length).toBeGreaterThan(30);
    expect(brokenRules(layers, new Map(texts))).toEqual([]);
  }, 30_000);

  test('every dependency has its rooms, and every listed one is a dependency', () => {
    const { dependencies } = readJson('package.json') as { dependencies: Record<string, string> };
    const listed = Object.keys(layers.dependencies).filter((name) => name !== 'node');
    expect(listed.sort()).toEqual(Object.keys(dependencies).sort());
  });

  test('the table in the README is this table', () => {
    const rows = readFileSync('README.md', 'utf8').matchAll(
      /^\| `((?:src|workers)[^`]*)` \|.*\| ([^|]*) \|$/gm,
    );
    const inReadme = Object.fromEntries([...rows].map(([, room = '', may = '']) => [room, may]));
    const spoken = Object.entries(layers.arrows).map(([room, may]) => {
      const types = (layers.typesOnly[room] ?? []).map((place) => `${short(place)} (types)`);
      return [room, [...may.map(short), ...types].join(' ') || 'nothing'];
    });
    expect(inReadme).toEqual(Object.fromEntries(spoken));
  });
});

const short = (place: string): string => place.replace(/^src\//, '');

/** What the checker says about a few files made up here. */
const said = (files: Record<string, string>): readonly string[] =>
  brokenRules(layers, new Map(Object.entries(files)));

describe('the checker', () => {
  const allowed: readonly [string, string, string][] = [
    ['an arrow down', 'src/engine/run.ts', "import { ok } from '../base/result.ts';"],
    ['a file of the same room', 'src/app/actions.ts', "import { history } from './history.ts';"],
    ['types of the engine in app', 'src/app/scheduler.ts', "import type { Engine } from '../engine/api.ts';"],
    ['a type in its place', 'src/app/scheduler.ts', "let engine: import('../engine/api.ts').Engine;"],
    [
      'the registry of views',
      'src/views/index.ts',
      "export const open = () => import('./explore/up-explore.ts');",
    ],
    ['a shared file of views', 'src/views/explore/up-explore.ts', "import { go } from '../open.ts';"],
    ['a dependency in its room', 'src/format/yaml/document.ts', "import { parseDocument } from 'yaml';"],
    ['a part of a dependency', 'src/elements/up-lever.ts', "import { property } from 'lit/decorators.js';"],
    [
      'models as text',
      'src/app/library.ts',
      "import.meta.glob('../../models/*/model.yaml', { query: '?raw' });",
    ],
    ['the worker', 'src/main.ts', "new Worker(new URL('../workers/simulation.ts', import.meta.url));"],
    ['a font in style', 'src/style/font.css', "src: url('@fontsource-variable/schibsted-grotesk/a.woff2');"],
    [
      'a member called window',
      'src/engine/run.ts',
      'export const size = (delay: { window: number }) => delay.window;',
    ],
    [
      'an own name window',
      'src/engine/run.ts',
      'export function mean(window: number[]) { return window[0]; }',
    ],
    ['a word in a comment or a text', 'src/base/text.ts', "// a document\nexport const word = 'document';"],
    ['a long file that says why', 'src/text/sv.ts', `// Every word.\n${'export {};\n'.repeat(500)}`],
  ];
  test.each(allowed)('allows %s', (_, file, text) => {
    expect(said({ [file]: text })).toEqual([]);
  });

  const planted: readonly [string, string, string, RegExp][] = [
    [
      'an arrow up',
      'src/engine/run.ts',
      "import { store } from '../app/store.ts';",
      /may not import src\/app/,
    ],
    ['a lazy import', 'src/views/index.ts', "void import('../engine/run.ts');", /may not import src\/engine/],
    [
      'a type import',
      'src/model/model.ts',
      "import type { Expr } from '../equation/expr.ts';",
      /may not import/,
    ],
    ['an import type', 'src/model/model.ts', "let e: import('../equation/expr.ts').Expr;", /may not import/],
    ['a re-export', 'src/base/result.ts', "export * from '../model/model.ts';", /may not import src\/model/],
    [
      'an import for effect',
      'src/chart/line.ts',
      "import '../elements/up-lever.ts';",
      /may not import src\/elements/,
    ],
    ['more than types', 'src/app/a.ts', "import { open } from '../engine/api.ts';", /but as `import type`/],
    [
      'a half type import',
      'src/app/a.ts',
      "import { type Run } from '../engine/api.ts';",
      /but as `import type`/,
    ],
    ['a lazy engine in app', 'src/app/a.ts', "await import('../engine/api.ts');", /but as `import type`/],
    ['an address that cannot be read', 'src/app/a.ts', 'await import(name);', /cannot be read/],
    [
      'a worker from a view',
      'src/views/a/a.ts',
      "new URL('../../../workers/simulation.ts', import.meta.url);",
      /workers/,
    ],
    [
      'a model from a view',
      'src/views/a/a.ts',
      "import.meta.glob(['../../../models/*/model.yaml']);",
      /models/,
    ],
    ['a model as text', 'src/chart/a.ts', "import text from '../../models/kommun/model.yaml?raw';", /models/],
    [
      'a style sheet',
      'src/base/a.ts',
      "import css from '../style/tokens.css?inline';",
      /may not import src\/style/,
    ],
    [
      'a style sheet in a style sheet',
      'src/style/a.css',
      "@import '../views/a.css';",
      /may not import src\/views/,
    ],
    ['a view in a view', 'src/views/a/a.ts', "import { B } from '../b/b.ts';", /its neighbour src\/views\/b/],
    [
      'a test tool',
      'src/base/a.ts',
      "import { findBrowser } from '../../tests/tools/browser.mjs';",
      /may not import tests/,
    ],
    [
      'a dependency elsewhere',
      'src/engine/a.ts',
      "import { parse } from 'mathjs/number';",
      /imports mathjs, which only/,
    ],
    [
      'the types of a dependency',
      'src/app/a.ts',
      "import type { Document } from 'yaml';",
      /imports yaml, which only/,
    ],
    [
      'an unlisted dependency',
      'src/app/a.ts',
      "import thing from 'some-package';",
      /which no room is listed for/,
    ],
    [
      'Node in the page',
      'src/app/a.ts',
      "import { readFile } from 'node:fs';",
      /imports node, which only src\/cli/,
    ],
    [
      'the page in the pure half',
      'src/engine/a.ts',
      'export const a = () => document.title;',
      /mentions document/,
    ],
    ['the page in shorthand', 'src/engine/a.ts', 'export const a = () => ({ window });', /mentions window/],
    [
      'a type of the page',
      'src/format/a.ts',
      'export const a = (b: HTMLElement) => b;',
      /mentions HTMLElement/,
    ],
    ['a room that is not in the table', 'src/utils/a.ts', 'export {};', /in no room/],
    ['a barrel file', 'src/model/index.ts', "export * from './model.ts';", /no registry/],
    ['a name in capitals', 'src/elements/UpLever.ts', 'export {};', /kebab-case/],
    ['a long file', 'src/engine/a.ts', 'export {};\n'.repeat(401), /401 lines/],
    ['a worker that does the work', 'workers/a.ts', 'export {};\n'.repeat(31), /31 lines/],
  ];
  test.each(planted)('catches %s', (_, file, text, words) => {
    const problems = said({ [file]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
    expect(problems[0]).toContain(`${file}: `);
  });

  test('catches a cycle once, through every kind of import', () => {
    const files = {
      'src/engine/a.ts': "import { b } from './b.ts';",
      'src/engine/b.ts': "import type { C } from './c.ts';",
      'src/engine/c.ts': "await import('./a.ts');",
      'src/engine/d.ts': "import './a.ts'; import './c.ts';",
    };
    expect(said(files)).toEqual([
      'src/engine/a.ts: a cycle: src/engine/a.ts → src/engine/b.ts → src/engine/c.ts → src/engine/a.ts',
    ]);
  });

  test('tells a knot of files by its shortest ring', () => {
    const files = {
      'src/engine/a.ts': "import './b.ts';",
      'src/engine/b.ts': "import './c.ts';",
      'src/engine/c.ts': "import './a.ts'; import './b.ts';",
    };
    expect(said(files)).toEqual([
      'src/engine/b.ts: a cycle: src/engine/b.ts → src/engine/c.ts → src/engine/b.ts',
    ]);
  });
});
