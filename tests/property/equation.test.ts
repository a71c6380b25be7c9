import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { builtins } from '../../src/equation/builtins/index.ts';
import { readArithmetic } from '../../src/equation/arithmetic.ts';
import { tokenizeNative } from '../../src/equation/dialects/native.ts';
import { parse, parseByMathjs } from '../../src/equation/parse.ts';
import { print } from '../../src/equation/print.ts';
import { SYMBOLS } from '../../src/equation/token.ts';
import { NO_UNIT, formatUnit, parseUnit, power, sameUnit, timesPower } from '../../src/equation/unit.ts';
import { malformed } from '../../src/equation/well-formed.ts';
import type { BinaryOp, Expr } from '../../src/model/expr.ts';
import type { Unit } from '../../src/equation/unit.ts';
import { source } from '../tools/models.ts';

const options = { seed: 20261121, numRuns: 1000 };
const span = { from: 0, to: 0 };

const names = fc.constantFrom('a', 'b', 'utanför', 'mod', 'in', 'true', 'x_1', 'time');
const operators: readonly BinaryOp[] = [
  '+',
  '-',
  '*',
  '/',
  '^',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  'and',
  'or',
];

/** Expressions as the parser gives them: no number below zero, no lookup. */
const exprs: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    names.map((name): Expr => ({ kind: 'ref', name, span })),
    fc
      .double({ min: 0, noNaN: true, noDefaultInfinity: true })
      .map((value): Expr => ({ kind: 'number', value, span })),
    tie('expr').map((arg): Expr => ({ kind: 'negate', arg, span })),
    tie('expr').map((arg): Expr => ({ kind: 'not', arg, span })),
    fc
      .tuple(fc.constantFrom(...operators), tie('expr'), tie('expr'))
      .map(([op, left, right]): Expr => ({ kind: 'binary', op, left, right, at: 0, span })),
    fc
      .tuple(tie('expr'), tie('expr'), tie('expr'))
      .map(([test, then, otherwise]): Expr => ({ kind: 'if', test, then, otherwise, span })),
    fc
      .tuple(fc.constantFrom(...builtins.keys(), 'table'), fc.array(tie('expr'), { maxLength: 3 }))
      .map(([fn, args]): Expr => ({ kind: 'call', fn, args, span })),
  ),
})).expr;

/** The same expression, standing nowhere. */
function placeless(e: Expr): Expr {
  switch (e.kind) {
    case 'number':
    case 'ref':
      return { ...e, span };
    case 'negate':
    case 'not':
      return { ...e, arg: placeless(e.arg), span };
    case 'binary':
      return { ...e, left: placeless(e.left), right: placeless(e.right), at: 0, span };
    case 'if':
      return {
        ...e,
        test: placeless(e.test),
        then: placeless(e.then),
        otherwise: placeless(e.otherwise),
        span,
      };
    case 'call':
      return { ...e, args: e.args.map(placeless), span };
    default:
      throw new Error(`no text is read as a ${e.kind}`);
  }
}

const partsOf = (e: Expr): readonly Expr[] => {
  switch (e.kind) {
    case 'negate':
    case 'not':
      return [e.arg];
    case 'binary':
      return [e.left, e.right];
    case 'if':
      return [e.test, e.then, e.otherwise];
    case 'call':
      return e.args;
    default:
      return [];
  }
};

const read = (text: string): Expr => {
  const parsed = parse(source(text));
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
};

// A machine that is busy with other tests needs longer than Vitest's five seconds.
vi.setConfig({ testTimeout: 60_000 });

describe('an expression', () => {
  it('is what its printed text says', () => {
    fc.assert(
      fc.property(exprs, (expr) => {
        expect(placeless(read(print(expr)))).toEqual(expr);
      }),
      options,
    );
  });

  it('has no bracket that it could do without', () => {
    fc.assert(
      fc.property(exprs, fc.nat(), (expr, which) => {
        const text = print(expr);
        const pairs = groupsIn(text);
        const pair = pairs[which % Math.max(1, pairs.length)];
        if (!pair) return;
        const [from, to] = pair;
        const bare = parse(
          source(`${text.slice(0, from)} ${text.slice(from + 1, to)} ${text.slice(to + 1)}`),
        );
        expect(bare.ok ? placeless(bare.value) : undefined).not.toEqual(expr);
      }),
      options,
    );
  });

  it('has every part in a place where the text reads as that part', () => {
    fc.assert(
      fc.property(exprs, (expr) => {
        const text = ` ${print(expr)} `;
        const visit = (e: Expr): void => {
          expect(placeless(read(text.slice(e.span.from, e.span.to)))).toEqual(placeless(e));
          if (e.kind === 'binary') expect(text.startsWith(e.op, e.at)).toBe(true);
          partsOf(e).forEach(visit);
        };
        visit(read(text));
      }),
      { ...options, numRuns: 200 },
    );
  });
});

/** What one token is at most, by a regular expression: spaces, a number, a name, or a sign of one or two characters. */
const longest =
  /\s+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|\p{L}[\p{L}\p{M}\p{N}_]*|<>|=<|=>|[<>=!]=|\*\*|\/\/|&&|\|\||./gsu;

it('every token is as long as it can be, whatever stands beside it', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'Z_9',
      'and',
      'nota',
      'e',
      'E5',
      'å',
      'x\u0308',
      '7',
      '12.',
      '.5',
      '3e',
      '4E-2',
      '1e400',
      ' ',
      '  ',
      '\t',
    ],
    ...[...SYMBOLS, '<', '=', '*', '/', '!', '&', '|', '.', '_', '!='],
  );
  let read = 0;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const tokens = tokenizeNative(source(text));
      if (!tokens.ok) return;
      read++;
      const expected = [...text.matchAll(longest)].filter(([lexeme]) => lexeme.trim() !== '');
      expect(tokens.value.map(({ span: { from, to } }) => [from, to])).toEqual(
        expected.map(({ 0: lexeme, index }) => [index, index + lexeme.length]),
      );
      for (const [i, token] of tokens.value.entries()) {
        const lexeme = expected[i]![0];
        if (token.kind === 'number') expect(token.value).toBe(Number(lexeme));
        else expect(token.kind === 'name' ? token.name : token.symbol).toBe(lexeme.normalize('NFC'));
      }
    }),
    { ...options, numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(500);
});

/** Texts of sums, products, brackets and calls, and now and then something else. */
const arithmeticTexts = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.constantFrom(
      'a',
      'utanför',
      'åa_1',
      'x\u0308y',
      '1',
      '.5',
      '5.',
      '2e3',
      '2e',
      '1e999',
      '7x',
      '.',
      '1.2.3',
    ),
    fc.constantFrom(
      'mod',
      'iff',
      'NOT',
      'lookup',
      '-a',
      'not a',
      'a^2',
      'a < 1',
      'a // b',
      'a ** 2',
      'a\tb',
      '',
    ),
    fc
      .tuple(tie('text'), fc.constantFrom('+', '-', '*', '/', ' * ', '\n+ ', ' - '), tie('text'))
      .map((parts) => parts.join('')),
    tie('text').map((text) => `( ${text})`),
    fc
      .tuple(fc.constantFrom('f', 'max', 'table '), fc.array(tie('text'), { maxLength: 3 }))
      .map(([fn, args]) => `${fn}(${args.join(', ')} )`),
  ),
})).text;

const spelt = (name: string): string => name;

describe('a simple equation', () => {
  it('has the tree that mathjs gives it, with every part in its place', () => {
    let simple = 0;
    fc.assert(
      fc.property(arithmeticTexts, (text) => {
        const tree = readArithmetic(text, spelt);
        if (tree === undefined) return;
        simple++;
        const tokens = tokenizeNative(source(text));
        if (!tokens.ok) throw new Error('well formed');
        expect(malformed(source(text), tokens.value)).toBeUndefined();
        expect({ ok: true, value: tree }).toEqual(parseByMathjs(source(text), tokens.value));
      }),
      { ...options, numRuns: 4000 },
    );
    expect(simple).toBeGreaterThan(1000);
  });

  it.each([
    '',
    '(',
    'a +',
    'a b',
    '(a',
    'a)',
    'f(a',
    'f(,)',
    'a, b',
    '-a',
    'a * -b',
    'a ^ b',
    'not a',
    'a ? b : c',
  ])('is not %j', (text) => {
    expect(readArithmetic(text, spelt)).toBeUndefined();
  });
});

/** Brackets that group, not those of a call: where they begin and end. */
function groupsIn(text: string): readonly (readonly [number, number])[] {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open.push(i);
    if (text[i] !== ')') continue;
    const from = open.pop()!;
    if (!/[\p{L}\p{N}_]$/u.test(text.slice(0, from)) || /\b(and|or|not)\s*$/.test(text.slice(0, from)))
      pairs.push([from, i]);
  }
  return pairs;
}

describe('any text', () => {
  const answers = (text: string): void => {
    const parsed = parse(source(text));
    if (parsed.ok) {
      expect(placeless(read(print(parsed.value)))).toEqual(placeless(parsed.value));
      return;
    }
    const lines = text.split('\n').length;
    const placed = parsed.error.filter(
      ({ where: { line = 0, column = 0 } }) => line >= 1 && line <= lines && column >= 1,
    );
    expect(placed.length).toBeGreaterThan(0);
    expect(placed).toEqual(parsed.error);
  };

  it('of words and signs in any order is an expression or has a diagnostic', () => {
    const word = fc.constantFrom(
      ...SYMBOLS,
      'a',
      'f',
      'f(',
      '1',
      '0.5',
      '1,5',
      '\n',
      '=',
      '%',
      '"a b"',
      'IF',
      '# c\n',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        answers(words.join(' '));
      }),
      { ...options, numRuns: 5000 },
    );
  });

  it('of any characters is an expression or has a diagnostic', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), answers), {
      ...options,
      numRuns: 500,
    });
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), answers), {
      ...options,
      numRuns: 500,
    });
  });
});

describe('units', () => {
  const base = fc.constantFrom('person', 'year', 'SEK', 'årsplats');
  const exponent = fc.constantFrom(-3, -2, -1, -0.5, 0.5, 1, 2, 3);
  const units: fc.Arbitrary<Unit> = fc
    .array(fc.tuple(base, exponent), { maxLength: 5 })
    .map((factors) =>
      factors.reduce((unit, [name, k]) => timesPower(unit, new Map([[name, 1]]), k), NO_UNIT),
    );

  it('are what their text says', () => {
    fc.assert(
      fc.property(units, (unit) => {
        const again = parseUnit(source(formatUnit(unit)));
        expect(again.ok && [...again.value]).toEqual([...unit]);
      }),
      options,
    );
  });

  it('follow the rules of powers', () => {
    fc.assert(
      fc.property(units, units, exponent, (a, b, k) => {
        expect(sameUnit(timesPower(a, b, 1), timesPower(b, a, 1))).toBe(true);
        expect(sameUnit(timesPower(timesPower(a, b, k), b, -k), a)).toBe(true);
        expect(sameUnit(power(timesPower(a, b, 1), k), timesPower(power(a, k), b, k))).toBe(true);
      }),
      options,
    );
  });
});
