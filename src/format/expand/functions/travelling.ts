import { DT, START, STOP, call, div, eq, iff, join, le, num, past, sub, sum } from '../build.ts';
import { valueAtStart, valueThroughout } from '../constant-value.ts';
import { MOST_STEPS, tooLongStay } from '../stay.ts';
import { nameOf } from './delays.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/**
 * An input that travels for a time which it is given as it sets out: its name, that of the time in steps, and how many
 * steps back there may be something that has not come yet.
 */
interface Travel {
  readonly input: string;
  readonly steps: string;
  readonly atStart: Expr;
  readonly longest: number;
}

function travel(s: CallSite): Travel | undefined {
  const time = s.value(1);
  const steps = s.aux('delay steps', call('max', num(1), call('round', div(time, DT))));
  // What takes longer than the run never comes.
  const inRun = valueAtStart(div(sub(STOP, START), DT), s.context) ?? NaN;
  const fixed = valueThroughout(time, s.context);
  const known = fixed === undefined ? undefined : valueAtStart(div(num(fixed), DT), s.context);
  const longest = Math.ceil(Math.min(Math.max(1, known ?? inRun), inRun)) + 1;
  if (!(longest <= MOST_STEPS)) {
    s.complain('too-many', tooLongStay(longest));
    return undefined;
  }
  return {
    input: nameOf(s, s.plain(0)),
    steps: nameOf(s, steps),
    atStart: s.frozen('steps', steps),
    longest,
  };
}

const ages = (longest: number): readonly number[] => Array.from({ length: longest }, (_, i) => i + 1);

/** Delays whose time may change as the model runs. */
export const travelling: readonly ForeignFunction[] = [
  {
    // All that set out arrives: a shorter time lets several steps' inputs come together, a longer one leaves gaps.
    vensim: ['DELAY MATERIAL'],
    arity: [4, 4],
    lower: (s) => {
      const way = travel(s);
      if (!way) return num(NaN);
      const initial = s.frozen('initial', s.value(2));
      const comes = ages(way.longest).map((age) =>
        s.aux('arrives', eq(past(way.steps, num(age), way.atStart), num(age))),
      );
      const arriving = comes.map((now, i) => iff(now, past(way.input, num(i + 1), initial), num(0)));
      return iff(eq(sum(comes), num(0)), s.value(3), sum(arriving));
    },
  },
  {
    // The latest news that has arrived: what it overtakes is forgotten, and it holds until there are newer ones.
    vensim: ['DELAY INFORMATION'],
    arity: [3, 3],
    lower: (s) => {
      const way = travel(s);
      if (!way) return num(NaN);
      const never = num(way.longest + 1);
      const arrived = ages(way.longest).map((age) =>
        iff(le(past(way.steps, num(age), way.atStart), num(age)), num(age), never),
      );
      const newest = s.aux(
        'age',
        join(arrived, never, (a, b) => call('min', a, b)),
      );
      return past(way.input, newest, s.frozen('initial', s.value(2)));
    },
  },
];
