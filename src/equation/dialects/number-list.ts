import { canonical } from './names.ts';
import type { TermReader } from './parse-term.ts';

/** Two numbers or more with a comma or semicolon between, or TABBED ARRAY's with nothing. */
export function isNumberList(reader: TermReader): boolean {
  const token = reader.peek();
  if (token?.kind === 'name' && canonical(token.name) === 'tabbed_array') return true;
  const value = reader.isSign('-') || reader.isSign('+') ? 1 : 0;
  const number = reader.peek(value);
  if (number?.kind !== 'number' && !reader.isSign('na', value)) return false;
  return reader.isSign(',', value + 1) || reader.isSign(';', value + 1);
}

/** The numbers of such a list, in the order of the text. */
export function numberList(reader: TermReader): readonly number[] {
  const values: number[] = [];
  if (reader.peek()?.kind === 'name') {
    reader.name();
    reader.expect('(');
    while (!reader.atEnd() && !reader.isSign(')')) {
      values.push(reader.number());
      reader.take(',');
    }
    reader.expect(')');
    return values;
  }
  do values.push(reader.number());
  while ((reader.take(',') || reader.take(';')) && !reader.atEnd());
  return values;
}
