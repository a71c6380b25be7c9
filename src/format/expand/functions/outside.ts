import { warning } from '../../../base/diagnostic.ts';
import { placeAt } from '../../../base/source.ts';
import { STEP_TIME, TIME, eq, iff, lt, num } from '../build.ts';
import type { ForeignFunction } from './function.ts';

const zero = num(0);

/** What goes on around a run and not in it: messages, and the clock on the wall. */
export const outside: readonly ForeignFunction[] = [
  {
    // Whether it would be shown; within a step that is worked out in stages it never is.
    vensim: ['MESSAGE'],
    arity: [2, 2],
    lower: (s) => {
      const where = { ...placeAt(s.context.source, s.term.span.from), variable: s.context.owner };
      s.context.world.report(warning('left-out', { what: `MESSAGE '${s.text(0)}'` }, where));
      return iff(eq(TIME, STEP_TIME), lt(zero, s.value(1)), zero);
    },
  },
  {
    // The clock of the computer would make each run another one.
    xmile: ['CLOCKTIME'],
    arity: [0, 0],
    lower: (s) => {
      s.approximate('CLOCKTIME', '0');
      return zero;
    },
  },
];
