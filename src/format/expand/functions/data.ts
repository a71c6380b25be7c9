import { both, call as builtin, iff, le, num, sub } from '../build.ts';
import { NA } from '../../../equation/dialects/parse-term.ts';
import { constantInFile, readCurve, readingCall, valueOfData } from '../data-variables.ts';
import { entryOf } from '../references.ts';
import { indexOf } from '../subscripts.ts';
import { keyOf } from '../world.ts';
import { STEP_TIME } from '../build.ts';
import type { Expr } from '../../../model/expr.ts';
import type { Interpolation } from '../../foreign/foreign-model.ts';
import type { CallSite } from '../call-site.ts';
import type { ElementEntry } from '../world.ts';
import type { ForeignFunction } from './function.ts';

const lost = num(NaN);

/** The element whose equation this call is; the readers of files stand alone on the right side. */
const ownElement = (s: CallSite): ElementEntry | undefined => s.context.world.elements.get(s.context.owner);

function dataHere(s: CallSite): Expr {
  const element = ownElement(s);
  const body = element?.definition.body;
  if (!element || !readingCall(element, 'data')) return s.complain('not-allowed', { found: s.term.name });
  const curve = readCurve(element, s.context);
  const how = (body?.kind === 'formula' ? body.interpolation : undefined) ?? 'interpolate';
  return curve ? valueOfData(curve, how, STEP_TIME, s.context) : lost;
}

/** The data behind an argument: the element that it names. */
export function dataOf(s: CallSite, i: number): ElementEntry | undefined {
  const arg = s.term.args[i];
  const entry = arg?.kind === 'name' ? entryOf(arg.name, s.context) : undefined;
  if (arg?.kind !== 'name' || entry?.kind !== 'variable') return undefined;
  const indices = (arg.subscripts ?? []).map((index, k) =>
    indexOf(index, k, entry, s.context, () => lost, arg.span),
  );
  const elements = indices.flatMap((index) => (index && 'element' in index ? [index.element] : []));
  return entry.elements.get(keyOf(elements));
}

export const data: readonly ForeignFunction[] = [
  { vensim: ['GET XLS DATA', 'GET DIRECT DATA', 'GET 123 DATA'], arity: [4, 4], lower: dataHere },
  {
    vensim: ['GET XLS CONSTANTS', 'GET DIRECT CONSTANTS', 'GET 123 CONSTANTS'],
    arity: [3, 3],
    lower: (s) => {
      const element = ownElement(s);
      return element
        ? num(constantInFile(s.term, element, s.context))
        : s.complain('not-allowed', { found: s.term.name });
    },
  },
  {
    // Forward and backward look from the whole time unit on.
    vensim: ['GET DATA BETWEEN TIMES'],
    arity: [3, 3],
    lower: (s) => {
      const element = dataOf(s, 0);
      const curve = element && readCurve(element, s.context);
      if (!curve) return s.complain('needs-table', { name: s.text(0) });
      const time = s.plain(1);
      const at = (how: Interpolation, t: Expr): Expr => valueOfData(curve, how, t, s.context);
      const whole = builtin('floor', time);
      // Backward is strictly before: at a time of the data it gives the value before it.
      const before = sub(whole, num(1e-6));
      const [forward, backward] = [at('look forward', whole), at('hold backward', before)];
      const mode = s.plain(2);
      const value = iff(le(num(1), mode), forward, iff(le(mode, num(-1)), backward, at('interpolate', time)));
      const [first, last] = [num(curve.x[0]!), num(curve.x.at(-1)!)];
      return iff(both(le(first, time), le(time, last)), value, num(NA));
    },
  },
];
