import { expect, test } from 'vitest';
import { numberFunctions, numeric } from '../../../src/numeric/numeric.ts';
import { drawers, randomFrom, type Name } from '../../tools/numeric/arguments.ts';
import { count, graphOf } from '../../tools/numeric/graph.ts';
import { compiled } from '../../tools/numeric/wasm.ts';

const names = Object.keys(numeric) as Name[];

const special = [
  ...[
    0,
    1,
    2,
    3,
    0.5,
    1e-310,
    5e-324,
    2 ** -1022,
    1e300,
    Number.MAX_VALUE,
    Infinity,
    710,
    745.2,
    2 ** 20,
    2 ** 53,
  ],
  ...[0.9999999999999999, 1.0000000000000002, 1.5, 0.5463, 1.5707963267948966, 1e22],
].flatMap((x) => [x, -x]);
const awkward = [NaN, ...special];

function argumentsOf(name: Name, each: number): (readonly number[])[] {
  const drawn = drawers(randomFrom(7))[name].flatMap((draw) => Array.from({ length: each }, draw));
  const singular =
    numeric[name].arity === 1 ? awkward.map((x) => [x]) : awkward.flatMap((x) => awkward.map((y) => [x, y]));
  const list = [...singular, ...drawn];
  return list.length % 2 === 0 ? list : [...list, list[0]!];
}

test.each(names)('%s: the same bits from numbers, from scalar and from two-lane WebAssembly', (name) => {
  const f: (...args: number[]) => number = numberFunctions[name];
  const kernels = [false, true].flatMap((branches) => {
    const root = graphOf(numeric[name], branches);
    return [compiled(root, false), compiled(root, true)];
  });
  const list = argumentsOf(name, 1000);
  for (let i = 0; i < list.length; i += 2) {
    const pair = [list[i]!, list[i + 1]!];
    const expected = pair.map((args) => f(...args));
    for (const [k, kernel] of kernels.entries()) {
      const values = k % 2 === 0 ? pair.map((args) => kernel([args])[0]!) : kernel(pair);
      if (!values.every((value, lane) => Object.is(value, expected[lane]))) {
        expect(values, `${name}(${pair.join(' | ')}), kernel ${k}`).toEqual(expected);
      }
    }
  }
});

test('what a function costs: what is common, in a straight line', () => {
  const table = names.map((name) => {
    const { flops, slow, other, named } = count(graphOf(numeric[name], true));
    return `${name}: ${flops} flops, ${slow} divisions and roots, ${other} other; ${named} named`;
  });
  expect(table).toMatchInlineSnapshot(`
    [
      "exp: 31 flops, 0 divisions and roots, 5 other; 11 named",
      "ln: 30 flops, 1 divisions and roots, 14 other; 11 named",
      "log10: 41 flops, 1 divisions and roots, 15 other; 16 named",
      "pow: 93 flops, 1 divisions and roots, 22 other; 36 named",
      "sin: 57 flops, 0 divisions and roots, 10 other; 21 named",
      "cos: 57 flops, 0 divisions and roots, 11 other; 22 named",
      "tan: 64 flops, 2 divisions and roots, 14 other; 29 named",
      "asin: 41 flops, 1 divisions and roots, 6 other; 10 named",
      "acos: 41 flops, 1 divisions and roots, 6 other; 10 named",
      "atan: 35 flops, 1 divisions and roots, 13 other; 9 named",
      "atan2: 39 flops, 1 divisions and roots, 30 other; 14 named",
      "sinh: 50 flops, 1 divisions and roots, 12 other; 24 named",
      "cosh: 50 flops, 1 divisions and roots, 10 other; 23 named",
      "tanh: 55 flops, 2 divisions and roots, 14 other; 24 named",
    ]
  `);
});
