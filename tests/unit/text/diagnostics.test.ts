import { describe as group, expect, test } from 'vitest';
import { error, type DiagnosticArgs, type DiagnosticCode } from '../../../src/base/diagnostic.ts';
import { describe } from '../../../src/text/diagnostics.ts';

type Samples = { readonly [C in DiagnosticCode]: readonly DiagnosticArgs[C][] };

/** Every shape that each code's arguments can have. */
const samples: Samples = {
  'file-not-found': [{ path: 'a.yaml' }],
  'file-not-written': [{ path: 'out.csv' }],
  'not-fetched': [{ name: 'skola' }],
  'file-too-large': [{ bytes: 3_000_000, limit: 2_000_000 }],
  'too-many': (
    [
      'variables',
      'elements',
      'parts',
      'values',
      'steps',
      'points',
      'characters',
      'levels',
      'tags',
      'nested-tags',
      'files',
      'stages',
      'stay',
      'on-loop',
      'unknowns',
      'periods',
      'rows',
      'data-points',
    ] as const
  ).map((what) => ({
    what,
    count: 30_000,
    limit: 20_000,
  })),
  'unknown-format': [{ file: 'a.doc' }],
  'yaml-syntax': (
    [
      'tab',
      'indent',
      'colon',
      'character',
      'escape',
      'unclosed',
      'after-end',
      'tag',
      'alias',
      'documents',
      'depth',
      'other',
    ] as const
  ).map((problem) => ({ problem })),
  'unknown-key': [
    { key: 'vaule', within: 'births', nearest: 'value' },
    { key: 'colour', within: '' },
  ],
  'missing-key': [
    { key: 'value', within: 'births' },
    { key: 'id', within: '' },
  ],
  'not-together': [{ key: 'delay', other: 'sets' }],
  'comma-in-text': [{ found: 'spår' }],
  'wrong-type': [
    { key: 'value', expected: 'number', found: { kind: 'text', text: 'many' } },
    { key: 'range', expected: 'pair', found: { kind: 'list', length: 4 } },
    { key: 'about', expected: 'mapping', found: { kind: 'nothing' } },
    { key: 'inflows', expected: 'list', found: { kind: 'mapping' } },
    ...(['points', 'text', 'plain-text', 'name', 'yes-no'] as const).map((expected) => ({
      key: '',
      expected,
      found: { kind: 'nothing' } as const,
    })),
  ],
  'number-format': [{ key: 'value', found: '1 000', instead: '1000' }],
  'not-one-of': [
    { key: 'grade', found: 'guess', allowed: ['measured', 'assumed'] },
    { key: 'grade', found: 'assumd', allowed: ['measured', 'assumed'], nearest: 'assumed' },
  ],
  'duplicate-name': [{ name: 'births', firstLine: 12, firstFile: 'a.yaml' }],
  'bad-name': [{ name: 'a-b' }],
  'reserved-name': [{ name: 'time' }],
  'missing-text': (
    ['name', 'about', 'source', 'zone', 'measure', 'unit_words', 'dynamics', 'fairness'] as const
  ).flatMap((what) => (['sv', 'en'] as const).map((language) => ({ name: 'births', what, language }))),
  'missing-evidence': [{ name: 'births' }],
  'missing-unit': [{ name: 'births' }],
  'outside-range': [{ name: 'births', value: 0.5, min: 1, max: 2 }],
  'empty-range': [{ name: 'births', min: 2, max: 1.5 }],
  'points-order': [{ name: 'curve', x: 0.5 }],
  'unknown-part': [{ name: 'styrnig', nearest: 'styrning' }, { name: 'x' }],
  'part-needs': [{ part: 'styrning', name: 'problem_ratio' }],
  'unknown-reference': (
    ['inflow', 'outflow', 'variable', 'parameter', 'setting', 'payer', 'fact', 'computed', 'lever'] as const
  ).flatMap((role) => [
    { name: 'birhts', role, nearest: 'births' },
    { name: 'birhts', role },
  ]),
  'not-a-flow': [{ stock: 'children', name: 'risk' }],
  'flow-twice': [
    { flow: 'births', first: 'a', second: 'b', side: 'inflow' },
    { flow: 'births', first: 'a', second: 'b', side: 'outflow' },
  ],
  'shares-sum': [{ name: 'rent', sum: 0.1 + 0.2 }],
  'cut-off': [{ what: 'births' }, { what: '' }],
  'xml-syntax': (
    [
      'empty',
      'root',
      'tag',
      'unclosed',
      'character',
      'entity',
      'attribute',
      'doctype',
      'outside',
      'other',
    ] as const
  ).flatMap((problem) => [{ problem }, { problem, found: 'variables' }]),
  'own-format': [{ file: 'a.vmf', program: 'Vensim', ending: '.mdl' }],
  'not-text': [{ file: 'a.mdl' }],
  'curve-points': [
    { x: 2, y: 3 },
    { x: 2, y: 2, found: 'b' },
  ],
  'no-equation': [{ name: 'births' }],
  'empty-element': [{ name: 'births[north]' }],
  'not-supported': [{ what: '<conveyor>' }],
  'not-computed': [
    { name: 'GET ODBC DATA', why: 'database' },
    { name: 'GET VDF DATA', why: 'run-file' },
    { name: 'CTMEAN', why: 'marked-flows' },
    { name: 'TASK AVAILABLE', why: 'not-described' },
  ],
  'not-written': (
    ['units', 'changing-step', 'modules', 'levers', 'actors', 'outcomes', 'presets', 'strategies'] as const
  ).map((what) => ({ what })),
  'no-variables': [{ file: 'empty.mdl' }],
  'series-missing': [{ name: 'population' }],
  'left-out': [{ what: '<uniflow>' }],
  approximated: [{ what: 'SMOOTH', instead: 'SMOOTH1' }],
  'bad-subscript': [{ subscript: 'north', name: 'births' }],
  'subscript-count': [{ name: 'births', expected: 2, found: 1 }],
  'unmapped-range': [{ range: 'region', name: 'births' }],
  'not-constant': [{ name: 'births' }],
  'needs-array': [{ name: 'SUM' }],
  'circular-macro': [{ name: 'smooth' }],
  'circular-range': [{ ring: ['Region', 'Län'] }],
  'data-missing': [{ path: 'data.csv' }],
  'data-cell': [{ path: 'data.csv', cell: 'B7' }],
  'equation-syntax': [{ found: ')' }, { found: '' }],
  'not-allowed': [{ found: '=', instead: '==' }, { found: '%' }],
  'decimal-comma': [{ found: '1,5' }],
  'unknown-name': [{ name: 'birhts', nearest: 'births' }, { name: 'x' }],
  'unknown-function': [{ name: 'log', nearest: 'ln' }, { name: 'x' }],
  'argument-count': [{ name: 'clip', expected: '3', found: 2 }],
  'needs-call': [{ name: 'exp' }],
  'needs-table': [{ name: 'births' }],
  'unit-syntax': [{ found: '$' }, { found: '' }],
  'unit-mismatch': [{ operation: '+', left: 'person', right: 'person/year' }],
  'unit-declared': [{ name: 'births', declared: 'person', computed: 'person/year' }],
  'unit-needs-none': [{ operation: 'exp', unit: 'year' }],
  'unit-flow': [{ flow: 'births', declared: 'person', stock: 'children', expected: 'person/year' }],
  'circular-definition': [
    { ring: ['a', 'b'], phase: 'run' },
    { ring: ['a'], phase: 'initial' },
  ],
  'bad-time': (['order', 'step', 'save'] as const).map((problem) => ({
    problem,
    start: 0,
    stop: 1,
    step: 0.3,
  })),
  'unknown-setting': [{ name: 'lever_rescu', nearest: 'lever_rescue' }, { name: 'x' }],
  'not-settable': [{ name: 'births' }],
  'nothing-to-draw': [{ name: 'births' }],
  'nothing-uncertain': [{}],
  'unknown-series': [{ name: 'x' }],
  'unknown-preset': [{ name: 'x' }],
  'unknown-model': [{ name: 'komun', nearest: 'kommun' }],
  'needs-steps': (['past', 'draw', 'step'] as const).map((part) => ({
    variable: 'births',
    part,
    method: 'rk45',
  })),
  stiff: [{ time: 0.25 }],
  'no-solution': [
    { problem: 'steps', time: 2.25 },
    { problem: 'small', time: 1 },
  ],
  'not-finite': [{ variable: 'births', time: 2.25 }],
  diverged: [
    {
      stock: { sv: 'Utanför', en: 'Outside' },
      variable: { sv: 'Nya utanför', en: 'Newly outside' },
      time: 5.1,
      timeUnit: 'year',
    },
    {
      stock: { sv: 'Utanför', en: 'Outside' },
      variable: { sv: 'Utanför', en: 'Outside' },
      time: 3,
      timeUnit: 'fortnight',
    },
  ],
  'no-equilibrium': [
    {},
    { fact: { sv: 'Födda', en: 'Births' }, value: 3 },
    { fact: { sv: 'Födda', en: 'Births' }, value: 3, limit: { side: 'lowest', value: 5 } },
    {
      fact: { sv: 'Födda', en: 'Births' },
      value: 3,
      then: { fact: { sv: 'Platser', en: 'Places' }, side: 'highest', value: 5 },
    },
    { fact: { sv: 'Födda', en: 'Births' }, value: 3, limit: { side: 'highest', value: 5 } },
  ],
  'below-nothing': [
    { stock: 'children', value: -2 },
    { stock: 'children', value: -2, fact: { sv: 'Födda', en: 'Births' } },
  ],
  drifts: [
    { variable: 'births', from: 480, to: 481 },
    { variable: 'births', from: 480, to: 481, preset: 'trelleborg' },
  ],
  'step-too-long': [{ variable: 'births', difference: 0.027 }],
  'ledger-open': [{ sum: 'cost_rate_public', difference: 2 }],
  extreme: [
    { settings: 'rate=0', variable: 'births' },
    { settings: 'rate=0', variable: 'births', lowest: -3 },
  ],
  'unknown-fact': [{ name: 'x' }],
  'not-conserved': [{ stock: 'children', residual: 0.5 }],
  'worker-failed': [{ message: 'out of memory' }],
  'worker-silent': [{ seconds: 20 }],
  'worker-replaced': [{}],
  'no-file': [{}],
  'several-models': [{ files: ['a.mdl', 'b.stmx'] }],
  'file-unreadable': [{ file: 'a.mdl' }],
  'reading-stopped': [{ file: 'a.mdl', seconds: 30 }],
  'work-damaged': [{ file: 'a.json' }],
  'work-newer': [{ file: 'a.json' }],
  'work-changed': [{}],
  'work-partly': [{ count: 3 }],
  'link-damaged': [{ parts: ['l=1'] }, { parts: ['a:1', 'b:2'] }, { parts: [...'abcdefghij'] }],
  'link-too-long': [{}],
  'link-changed': [{}],
  'link-unreadable': [{}],
  'link-newer': [{}],
  'link-needs-file': [{ file: 'a.stmx' }],
  'name-missing': [{}],
  'name-taken': [{ name: 'Dra upp' }],
  'name-cut': [{ most: 60 }],
  'strategies-full': [{ most: 4 }],
  'storage-blocked': [{}],
};

const cases = (Object.keys(samples) as DiagnosticCode[]).flatMap((code) =>
  samples[code].map((args) => ({ code, args, diagnostic: error(code, args) })),
);

group.each(['sv', 'en'] as const)('in %s', (language) => {
  test.each(cases)('$code $args', ({ diagnostic }) => {
    const { words, todo } = describe(diagnostic, language);
    for (const sentence of [words, todo]) {
      expect(sentence).toMatch(/^\S.*[.?]$|: out of memory$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|\$\{| {2}/);
    }
  });
});

test('the languages do not say the same', () => {
  for (const { diagnostic } of cases) {
    expect(describe(diagnostic, 'sv').words).not.toBe(describe(diagnostic, 'en').words);
  }
});

test('a message names what it is about, and what was most likely meant', () => {
  const misspelt = error('unknown-name', { name: 'birhts', nearest: 'births' });
  expect(describe(misspelt, 'en')).toEqual({
    words: 'There is no birhts in the model.',
    todo: 'Did you mean births?',
  });
  expect(describe(misspelt, 'sv')).toEqual({
    words: 'birhts finns inte i modellen.',
    todo: 'Menade du births?',
  });
});

test('numbers are written as in the language', () => {
  const outside = error('outside-range', { name: 'share', value: 1.5, min: 0, max: 0.5 });
  expect(describe(outside, 'sv').words).toBe('share: 1,5 ligger utanför 0–0,5.');
  expect(describe(outside, 'en').words).toBe('share: 1.5 is outside 0 to 0.5.');
  const long = error('file-too-large', { bytes: 2_500_000, limit: 2_000_000 });
  expect(describe(long, 'en').words).toBe('The file is too large: 2,500,000 characters, at most 2,000,000.');
});

test('a ring is told of the whole way round', () => {
  const ring = error('circular-definition', { ring: ['a', 'b', 'c'], phase: 'run' });
  expect(describe(ring, 'en').words).toBe('The variables depend on one another: a → b → c → a.');
});

test('a number of hundreds of digits is not written out, and what has no name is called that', () => {
  const steps = error('too-many', { what: 'steps', count: 1e300, limit: 20_000 });
  expect(describe(steps, 'en').words).toBe(
    'Too many steps: more than 1,000,000,000,000,000, at most 20,000.',
  );
  const nameless = error('duplicate-name', { name: ' ', firstLine: 12, firstFile: 'a.xmile' });
  expect(describe(nameless, 'sv').words).toBe('En variabel utan namn finns redan, på rad 12 i a.xmile.');
});
