import { isSeq, type Node, type Scalar } from 'yaml';
import { error } from '../../base/diagnostic.ts';
import { nearest } from '../../base/nearest.ts';
import type { SourceText } from '../../base/source.ts';
import { placeOf, reportType, scalarText, type At, type Found, type Shape } from './shape.ts';
import { isName } from '../../equation/names.ts';
import type { Source } from './document.ts';

/** Words for people. */
export const text: Shape<At<string>> = {
  read: (found, source) => {
    const value = scalarText(found)?.trim();
    if (value === undefined || value === '') return reportType(found, 'text', source);
    return { value, place: placeOf(found.node, source, found.place) };
  },
  json: () => ({ type: 'string', minLength: 1 }),
};

/** The name of something that is defined elsewhere. */
export const reference: Shape<At<string>> = {
  ...text,
  json: () => ({ type: 'string' }),
};

/** One of some fixed words. */
export function oneOf<const W extends string>(...allowed: readonly W[]): Shape<W> {
  return {
    read: (found, source) => {
      const value = scalarText(found);
      if (value === undefined) return reportType(found, 'text', source);
      const word = allowed.find((w) => w === value);
      if (word !== undefined) return word;
      const near = nearest(value, allowed);
      const args = {
        key: found.key,
        found: value,
        allowed,
        ...(near === undefined ? {} : { nearest: near }),
      };
      source.report(error('not-one-of', args, placeOf(found.node, source, found.place)));
      return undefined;
    },
    json: () => ({ enum: allowed }),
  };
}

export const yesNo: Shape<boolean> = {
  read: (found, source) => {
    const value = scalarText(found);
    return value === 'true' ? true : value === 'false' ? false : reportType(found, 'yes-no', source);
  },
  json: () => ({ type: 'boolean' }),
};

const decimal = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`;
const numberPattern = new RegExp(String.raw`^(${decimal})(?:\s*/\s*(${decimal}))?$`);
const grouped = /^[+-]?\d{1,3}(?:[\s_']\d{3})+([.,]\d+)?$/;
const withComma = /^[+-]?\d*,\d+$/;

/** A finite number, or a fraction such as `1/16`. */
export const number: Shape<At<number>> = {
  read: (found, source) => {
    const value = scalarText(found);
    if (value === undefined) return reportType(found, 'number', source);
    const place = placeOf(found.node, source, found.place);
    const [, above, below] = numberPattern.exec(value) ?? [];
    if (above !== undefined) {
      const read = below === undefined ? Number(above) : Number(above) / Number(below);
      return Number.isFinite(read) ? { value: read, place } : reportType(found, 'number', source);
    }
    if (grouped.test(value) || withComma.test(value)) {
      const instead = value.replace(/[\s_']/g, '').replace(',', '.');
      source.report(error('number-format', { key: found.key, found: value, instead }, place));
      return undefined;
    }
    return reportType(found, 'number', source);
  },
  json: () => ({ anyOf: [{ type: 'number' }, { type: 'string', pattern: numberPattern.source }] }),
};

/** A list of exactly two numbers, with the place of the list. */
export const pair: Shape<At<readonly [number, number]>> = {
  read: (found, source) => {
    const { node } = found;
    if (!isSeq(node) || node.items.length !== 2) return reportType(found, 'pair', source);
    const place = placeOf(node, source, found.place);
    const [first, second] = node.items.map((item) =>
      number.read({ node: item as Node, key: found.key, place }, source),
    );
    return first === undefined || second === undefined
      ? undefined
      : { value: [first.value, second.value], place };
  },
  json: (define) => ({ type: 'array', items: number.json(define), minItems: 2, maxItems: 2 }),
};

/** An equation or a unit: a slice of the file, line ends included, so that any character of it has a place. */
export const sourceText: Shape<SourceText> = {
  read: (found, source) => {
    if (scalarText(found)?.trim() === undefined) return reportType(found, 'text', source);
    return sliceOf(found.node as Scalar, found, source);
  },
  json: () => ({ type: ['string', 'number'] }),
};

function sliceOf(node: Scalar, found: Found, source: Source): SourceText | undefined {
  let [from, to] = node.range!;
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    from = source.text.indexOf('\n', from) + 1; // the first line holds only the block's sign
  } else if (node.type !== 'PLAIN') {
    from++;
    to--;
    // An escape would give the text other characters than those of the file.
    if (/\\|''/.test(source.text.slice(from, to))) return reportType(found, 'plain-text', source);
  }
  const slice = source.text.slice(from, to);
  const start = slice.length - slice.trimStart().length;
  return { text: slice.trim(), ...source.placeOf(from + start) };
}

/** A number, or the name of a parameter. */
export const numberOrName: Shape<At<number | string>> = {
  read: (found, source) => {
    const value = scalarText(found);
    return value !== undefined && isName(value) ? reference.read(found, source) : number.read(found, source);
  },
  json: (define) => ({ anyOf: [number.json(define), reference.json(define)] }),
};
