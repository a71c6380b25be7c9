import { describe, expect, test } from 'vitest';
import { mdl, mistakes, read, simulate, xmile } from './foreign-run.ts';

const aux = (name: string, eqn: string): string => `<aux name="${name}"><eqn>${eqn}</eqn></aux>`;
const codesOf = (text: string, file: string): readonly string[] => {
  const model = read(text, file);
  return model.ok ? [] : model.error.filter((d) => d.severity === 'error').map((d) => d.code);
};

describe('what a stranger’s file can grow', () => {
  const many = 400_000;
  test.each([
    ['brackets in XMILE', xmile(aux('x', `${'('.repeat(many)}1`)), 'm.xmile'],
    ['brackets in Vensim', mdl(`x = ${'('.repeat(many)}1 ~~|`), 'm.mdl'],
    ['signs', mdl(`x = ${'-'.repeat(many)}1 ~~|`), 'm.mdl'],
    ['powers', mdl(`x = ${'2^'.repeat(10_000)}1 ~~|`), 'm.mdl'],
    ['a sum of thousands', mdl(`y = 1 ~~|\nx = ${'y + '.repeat(3_000)}1 ~~|`), 'm.mdl'],
    ['blanks in a statement', mdl(`x = a${' '.repeat(2_000_000)}b ~~|`), 'm.mdl'],
    ['lines that go on', mdl(`x = ${'\\\n'.repeat(1_000_000)}1 ~~|`), 'm.mdl'],
    ['one word', xmile(aux('x', 'a'.repeat(2_000_000))), 'm.xmile'],
    ['statements', '|'.repeat(2_000_000), 'm.mdl'],
    ['XML inside XML', `<xmile>${'<a>'.repeat(10_000)}`, 'm.xmile'],
  ])('%s', (_, text, file) => {
    expect(codesOf(text, file)).toEqual(['too-many']);
  });

  test('the size of the file', () => {
    expect(codesOf(' '.repeat(20_000_001), 'm.mdl')).toEqual(['file-too-large']);
  });

  test('entities are not expanded', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`;
    expect(codesOf(`<?xml version="1.0"?>${bomb}<xmile>&b;</xmile>`, 'm.xmile')).toEqual(['xml-syntax']);
    expect(codesOf('<xmile>&b;</xmile>', 'm.xmile')).toEqual(['xml-syntax']);
  });

  test('elements of an array', () => {
    const ranges = ['A', 'B', 'C']
      .map((d) => `${d}: (${d.toLowerCase()}1-${d.toLowerCase()}100) ~~|`)
      .join('\n');
    expect(codesOf(mdl(`${ranges}\nx[A,B,C] = 1 ~~|`), 'm.mdl')).toEqual(['too-many']);
    expect(codesOf(mdl(`${ranges}\nv[A,B] = 1 ~~|\nx = SUM(v[A!,B!] * v[C!,B!]) ~~|`), 'm.mdl')).toContain(
      'too-many',
    );
  });

  test('macros inside macros, a hundred times over', () => {
    const macros = Array.from(
      { length: 40 },
      (_, i) =>
        `:MACRO: M${i}(a)\nM${i} = ${i === 0 ? 'a' : `M${i - 1}(a) + M${i - 1}(a)`} ~~|\n:END OF MACRO:\n`,
    );
    expect(codesOf(mdl(`${macros.join('')}x = M39(1) ~~|`), 'm.mdl')).toContain('too-many');
  });

  test('modules inside themselves', () => {
    const text = xmile('<module name="m1"/>').replace(
      '</xmile>',
      '<model name="m1"><variables><module name="m1"/></variables></model></xmile>',
    );
    expect(codesOf(text, 'm.xmile')).toEqual(['circular-macro']);
  });

  test('modules that double', () => {
    const models = Array.from({ length: 25 }, (_, i) => {
      const inner = i === 24 ? '' : `<module name="a${i + 1}"/><module name="b" resource="a${i + 1}"/>`;
      return `<model name="a${i}"><variables>${inner}</variables></model>`;
    });
    const text = xmile('<module name="a0"/>').replace('</xmile>', `${models.join('')}</xmile>`);
    expect(codesOf(text, 'm.xmile')).toEqual(['too-many']);
  });

  const square = 'D: (d1-d1000) ~~|\nv[D] = Time ~~|\n';
  test.each([
    ['places in order', mdl(`${square}x[D] = VECTOR SORT ORDER(v[D], 1) ~~|`)],
    ['values at places', mdl(`${square.replace('1000', '3000')}x[D] = VECTOR ELM MAP(v[d1], Time) ~~|`)],
    ['sums of sums', mdl(`${square}E <-> D ~~|\nF <-> D ~~|\nx = SUM(v[D!] * SUM(v[E!] * SUM(v[F!]))) ~~|`)],
    [
      'exceptions',
      mdl(`A: (a1-a300) ~~|\nB: (b1-b300) ~~|\n${'x[A,B] :EXCEPT: [a1,B] = 1 ~~|\n'.repeat(200)}`),
    ],
    ['divisions', xmile(aux('x', `${'TIME // ('.repeat(60)}2${')'.repeat(60)}`)), 'm.xmile'],
  ])(
    'what is written out: %s',
    (_, text, file = 'm.mdl') => {
      expect(codesOf(text, file)).toEqual(['too-many']);
    },
    30_000,
  );

  test.each([
    ['a range of too many', mdl('D: (d1-d999999999) ~~|\nx[D] = 1 ~~|')],
    ['many ranges in one', mdl(`D: ${Array(2000).fill('(d1-d9999)').join(', ')} ~~|\nx[D] = 1 ~~|`)],
    ['many ranges', mdl(Array.from({ length: 200 }, (_, i) => `D${i}: (e1-e9999) ~~|`).join('\n'))],
    ['a dimension', xmile(aux('x', '1'), '<dimensions><dim name="d" size="1e12"/></dimensions>'), 'm.xmile'],
  ])('elements: %s', (_, text, file = 'm.mdl') => {
    expect(codesOf(text, file)).toEqual(['too-many']);
  });

  test('ranges that hold one another', () => {
    const twice = Array.from({ length: 60 }, (_, i) => `D${60 - i}: D${59 - i}, D${59 - i} ~~|`).join('\n');
    expect(simulate(mdl(`${twice}\nD0: a, b ~~|\nx[D60] = 1 ~~|`), 'm.mdl')).toHaveProperty('x[b]');
    expect(mistakes(mdl('A: B, c ~~|\nB: A, d ~~|\nx[A] = 1 ~~|'), 'm.mdl')).toEqual([
      '2:1 circular-range {"ring":["a","b"]}',
    ]);
  });

  test('of thousands of mistakes the first hundred are told', () => {
    const wrong = Array.from({ length: 5000 }, (_, i) => `variable number ${i} = another thing ${i} ~~|`);
    expect(codesOf(mdl(wrong.join('\n')), 'm.mdl')).toEqual(Array(100).fill('unknown-name'));
  }, 30_000);

  test('a ring of ten thousand', () => {
    const ring = Array.from({ length: 10_000 }, (_, i) => `v ${i} = v ${(i + 1) % 10_000} ~~|`);
    expect(simulate(mdl(ring.join('\n')), 'm.mdl')).toEqual(['circular-definition']);
  });

  test('a long sum and tens of thousands of values are no trouble', () => {
    const text = mdl(
      `A: (e1-e160) ~~|\nB <-> A ~~|\nx[A,B] = Time ~~|\ny = ${'x[e1,e2] + '.repeat(1_500)}1 ~~|`,
    );
    const run = simulate(text, 'm.mdl');
    expect(run).toHaveProperty('y', [1, 1501, 3001, 4501, 6001]);
  }, 30_000);

  test('stocks that a method for stiff models would solve for together', () => {
    const stocks = Array.from(
      { length: 300 },
      (_, i) =>
        `<stock name="s${i}"><eqn>1</eqn><inflow>f${i}</inflow></stock><flow name="f${i}"><eqn>-s${i}</eqn></flow>`,
    );
    const specs = '<sim_specs method="gear"><start>0</start><stop>4</stop><dt>1</dt></sim_specs>';
    const model = read(xmile(stocks.join(''), '', specs), 'm.xmile');
    expect(model.ok && model.value).toMatchObject({
      simSpecs: { method: 'rk4' },
      warnings: [{ code: 'approximated', args: { what: 'stiff: 300 stocks', instead: 'rk4' } }],
    });
  });

  test('steps', () => {
    expect(simulate(mdl('x = 1 ~~|\nTIME STEP = 1e-9 ~~|'), 'm.mdl')).toContain('too-many');
  });
});

const vensim = mdl(
  'D: a, b ~~|\nt((0,0),(2,4)) ~~|\nx[D] = t(Time) + 1 ~ person [0,?] ~ about x |\ns = INTEG(SUM(x[D!]) - s / 4, 10) ~~|',
);
const stella = xmile(
  `<stock name="s"><eqn>10</eqn><inflow>in</inflow></stock><flow name="in"><eqn>SMTH1(s, 3) * IF TIME &gt; 2 THEN 1 ELSE 0</eqn></flow><gf name="g"><xpts>0,1</xpts><ypts>0,1</ypts></gf>`,
);

/** A number between 0 and 1 that follows from another. */
function next(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) >>> 0) / 2 ** 32;
}

describe.each([
  ['vensim', vensim, 'm.mdl'],
  ['xmile', stella, 'm.xmile'],
])('a damaged %s file is read or refused, and never breaks the reader', (_, text, file) => {
  test('cut off anywhere', () => {
    for (let end = 0; end < text.length; end += 3) {
      const found = simulate(text.slice(0, end), file);
      expect(typeof found).toBe('object');
    }
  });

  test('with characters changed places', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const characters = [...text];
      for (let i = 0; i < 6; i++) {
        const [a, b] = [next(seed * 31 + i), next(seed * 57 + i)].map((r) =>
          Math.floor(r * characters.length),
        );
        [characters[a!], characters[b!]] = [characters[b!]!, characters[a!]!];
      }
      expect(typeof simulate(characters.join(''), file)).toBe('object');
    }
  });
});

test.each([
  ['m.mdl', '{UTF-8} {only a remark'],
  ['m.xmile', '<xmile><model><variables/></model></xmile>'],
])('a model without a single equation is told of: %s', (file, text) => {
  expect(simulate(text, file)).toEqual(['no-variables']);
});

test('what is defined twice holds as it is defined last, and that is told', () => {
  const twice = mdl('D: a, b ~~|\nx = 1 ~~|\nx = 2 ~~|\ny[D] = 1 ~~|\ny[b] = 5 ~~|');
  expect(simulate(twice, 'm.mdl')).toMatchObject({ x: [2, 2, 2, 2, 2], 'y[b]': [5, 5, 5, 5, 5] });
  const model = read(twice, 'm.mdl');
  expect(model.ok && model.value.warnings).toMatchObject([
    { code: 'duplicate-name', args: { name: 'x', firstLine: 3 }, where: { line: 4 } },
  ]);
});

test('a megabyte of equations is read in reasonable time', () => {
  const equations = Array.from(
    { length: 12_000 },
    (_, i) =>
      `variable number ${i} = ${i === 0 ? '1' : `variable number ${i - 1} * 1.0001 + MIN(Time, ${i})`} ~ person/year ~ what it is about, in words |`,
  );
  const text = mdl(equations.join('\n'));
  expect(text.length).toBeGreaterThan(1_000_000);
  const model = read(text, 'm.mdl');
  expect(model.ok && model.value.variables.size).toBe(12_001);
}, 30_000);

test.each([
  'QUEUE FIFO(1, 1, t, 1, 3)',
  'DELAY N(1, 2, 0, 3)',
  'DELAY CONVEYOR(1, 2, 0, t, 1, 2)',
  'INTERNAL RATE OF RETURN(1, 1, 0, 0)',
])('a time step that would have to be known to be worked out: %s', (equation) => {
  const codes = codesOf(mdl(`t((0,1),(1,1)) ~~|\nTIME STEP = ${equation} ~~|`), 'm.mdl');
  expect(codes.length).toBeGreaterThan(0);
});
