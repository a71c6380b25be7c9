import { expect, test } from 'vitest';
import * as equation from '../../../src/equation/parse.ts';
import { parsed } from '../../../src/engine/parsed.ts';

const source = (text: string, line = 1) => ({ file: 'a.yaml', line, column: 5, text });

test('a text is parsed once, wherever it stands', () => {
  const first = parsed(source('kept_before + 1'));
  expect(first).toEqual(equation.parse(source('kept_before + 1')));
  const again = parsed(source('kept_before + 1', 9));
  expect(again.ok && first.ok && again.value === first.value).toBe(true);
});

test('a mistake points to where it is this time', () => {
  for (const line of [1, 9]) {
    expect(parsed(source('1 +', line))).toMatchObject({ error: [{ where: { line } }] });
    expect(parsed(source('1 +', line))).toEqual(equation.parse(source('1 +', line)));
  }
});
