import { error } from '../../base/diagnostic.ts';
import { child, textOf } from '../xml.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Curve } from '../../equation/dialects/term.ts';
import type { CurveShape } from '../foreign/foreign-model.ts';
import type { Element } from '../xml.ts';

const MOST_POINTS = 100_000;

export interface ShapedCurve {
  readonly curve: Curve;
  readonly shape: CurveShape;
}

/** A graphical function (XMILE §3.1.4). Real files give both an x scale and x points: the points hold. */
export function readCurve(gf: Element, report: (d: Diagnostic) => void): ShapedCurve | undefined {
  const place = { file: gf.text.file, line: gf.line, column: 1 };
  const y = numbersOf(child(gf, 'ypts'));
  const explicit = numbersOf(child(gf, 'xpts'));
  const scale = child(gf, 'xscale');
  const [min, max] = [
    Number(scale?.attributes['min'] ?? 0),
    Number(scale?.attributes['max'] ?? y.length - 1),
  ];
  const x =
    explicit.length > 0 ? explicit : y.map((_, i) => min + (i * (max - min)) / Math.max(y.length - 1, 1));
  if (y.length > MOST_POINTS) {
    report(error('too-many', { what: 'points', count: y.length, limit: MOST_POINTS }, place));
    return undefined;
  }
  const wrong = [...x, ...y].find((value) => !Number.isFinite(value));
  if (y.length === 0 || x.length !== y.length || wrong !== undefined) {
    const found = wrong === undefined ? undefined : (notNumbers(gf) ?? String(wrong));
    const counts = { x: x.length, y: y.length };
    report(error('curve-points', found === undefined ? counts : { ...counts, found }, place));
    return undefined;
  }
  return { curve: { x, y }, shape: shapeOf(gf) };
}

function shapeOf(gf: Element): CurveShape {
  const type = gf.attributes['type']?.toLowerCase();
  if (type === 'extrapolate' || type === 'discrete') return type;
  return gf.attributes['discrete']?.toLowerCase() === 'true' ? 'discrete' : 'continuous';
}

function piecesOf(element: Element | undefined): readonly string[] {
  const text = textOf(element);
  const separator = element?.attributes['sep'];
  const pieces = separator?.trim() ? text.split(separator.trim()) : text.split(/[\s,;]+/);
  return pieces.map((p) => p.trim()).filter((p) => p !== '');
}

const numbersOf = (element: Element | undefined): readonly number[] => piecesOf(element).map(Number);

/** The first piece of a curve that is no number, as it is written. */
const notNumbers = (gf: Element): string | undefined =>
  ['xpts', 'ypts'].flatMap((name) => piecesOf(child(gf, name))).find((p) => !Number.isFinite(Number(p)))?.slice(0, 40); // prettier-ignore
