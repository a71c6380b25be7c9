import { DT, START, STEP_TIME, STOP, add, both, call, div, iff, le, lookup, lt, mul, num, op, past, sub, sum } from '../build.ts'; // prettier-ignore
import { valueAtStart, valueThroughout } from '../constant-value.ts';
import { make } from '../making.ts';
import { outputId } from '../macros.ts';
import { entryOf } from '../references.ts';
import { MOST_STEPS, tooLongStay } from '../stay.ts';
import { toolsOf } from '../tools.ts';
import { areaUnder } from './area.ts';
import { nameOf, stagesOf } from './delays.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

const [zero, one] = [num(0), num(1)];
const lost = num(NaN);

/** Room for the rounding of times that are whole steps. */
const NEARLY = 1e-6;

/** A number of steps, from one up to the bound; undefined after a complaint. */
function bounded(s: CallSite, steps: number): number | undefined {
  const count = Math.max(1, Math.round(steps));
  if (count <= MOST_STEPS) return count;
  s.complain('too-many', tooLongStay(count));
  return undefined;
}

/** A time in steps, if it is the same throughout. */
function stepsThroughout(s: CallSite, time: Expr): number | undefined {
  const [length, dt] = [valueThroughout(time, s.context), valueAtStart(DT, s.context)];
  return length === undefined || dt === undefined ? undefined : length / dt;
}

/** Third order, and what is under way besides: the variable after the colon. */
function withPipeline(s: CallSite): Expr {
  const [input, time, [target]] = [s.plain(0), s.plain(1), s.term.outputs];
  const { outflow, levels } = stagesOf(s, input, () => time, input, 3);
  const entry = target?.kind === 'name' ? entryOf(target.name, s.context) : undefined;
  if (target?.kind === 'name' && entry?.kind === 'variable' && entry.given)
    make(s.context, outputId(target.name, s.context), { kind: 'aux', expr: sum(levels) }, false);
  return outflow;
}

/**
 * A belt that runs at one speed for all that is on it: what came on leaves when the way it has gone is the whole. A share
 * of all that stands on it leaks in each step, of what has just come on too.
 */
function conveyor(s: CallSite): Expr {
  const [input, time, leak] = [s.plain(0), s.plain(1), s.value(2)];
  const asked = stepsThroughout(s, time);
  const inRun = valueAtStart(div(sub(STOP, START), DT), s.context) ?? NaN;
  const longest = bounded(s, asked ?? inRun);
  if (longest === undefined) return lost;
  const stays = s.aux('stays', call('max', zero, sub(one, mul(leak, DT))));
  const speed = s.aux('speed', div(DT, time));
  const way = s.loop('way', (self) => add(past(self, one, zero), past(nameOf(s, speed), one, zero)));
  return add(opening(), entered(longest));

  /** What stood on it as the run began, by its profile: it comes out in that order, its own time long. */
  function opening(): Expr {
    const total = s.frozen('on it at start', s.value(4));
    const ratio = s.frozen('own time', div(time, s.value(5)));
    const left = s.loop('left of it', (self) => mul(past(self, one, one), past(nameOf(s, stays), one, one)));
    return s.table(3, ({ curve }) => {
      const { x, y } = curve();
      const { upTo, whole } = areaUnder({ x, y });
      if (!(whole > 0)) return zero;
      const [from, breadth] = [x[0]!, x.at(-1)! - x[0]!];
      const knots = Math.min(MOST_STEPS, Math.max(longest!, 100));
      const at = Array.from({ length: knots + 1 }, (_, i) => i / knots);
      const share = s.curve('profile', { x: at, y: at.map((p) => upTo(from + p * breadth) / whole) }, 'continuous'); // prettier-ignore
      const [begin, end] = [mul(way, ratio), mul(add(way, speed), ratio)];
      return div(mul(mul(total, left), sub(lookup(share, end), lookup(share, begin))), DT);
    });
  }

  function entered(most: number): Expr {
    const kept = valueThroughout(stays, s.context);
    if (asked !== undefined && kept !== undefined)
      return mul(num(kept ** most), past(nameOf(s, input), num(most), zero));
    const leaving: Expr[] = [];
    let before = s.aux('comes on', mul(mul(input, DT), stays));
    for (let age = 1; age <= most; age++) {
      const here = s.aux('on belt', past(nameOf(s, before), one, zero));
      const gone = sub(way, past(nameOf(s, way), num(age), num(Infinity)));
      const arrives =
        asked === undefined ? s.aux('arrives', le(num(1 - NEARLY), gone)) : num(age === most ? 1 : 0);
      leaving.push(iff(arrives, here, zero));
      if (age < most) before = s.aux('stays on', mul(iff(arrives, zero, here), stays));
    }
    return div(sum(leaving), DT);
  }
}

/**
 * What goes in comes out spread over time as a curve says, after the given time on average. Each age has the share of the
 * curve's area that lies nearest to it.
 */
function profile(s: CallSite): Expr {
  const [input, time] = [s.plain(1), s.value(2)];
  const average = stepsThroughout(s, time);
  const [growth, dt] = [valueThroughout(s.value(4), s.context), valueAtStart(DT, s.context)];
  if (average === undefined || growth === undefined || dt === undefined)
    return s.complain('not-constant', { name: s.term.name });
  const initial = s.frozen('initial', s.value(3));
  return s.table(0, ({ curve }) => {
    const points = curve();
    const { upTo, whole, mean } = areaUnder(points);
    if (!(whole > 0 && mean > 0)) return s.complain('needs-table', { name: s.term.name });
    const steps = bounded(s, (points.x.at(-1)! / mean) * average + 1);
    if (steps === undefined) return lost;
    const share = (age: number): number => upTo((age / average) * mean) / whole;
    const weights = Array.from({ length: steps }, (_, i) => share(i + 1.5) - (i === 0 ? 0 : share(i + 0.5)));
    s.approximate(s.term.name, 'Σ share(age) · input(t − age)');
    // What was on its way at the start came in growing: how much of the first value is left of it, step by step.
    const then = weights.map((weight, i) => weight * Math.exp(-growth * (i + 1) * dt));
    const all = then.reduce((x, y) => x + y);
    const left = Array.from(
      { length: steps + 1 },
      (_, k) => then.slice(k).reduce((x, y) => x + y, 0) * (Math.exp(growth * k * dt) / all),
    );
    const moments = left.map((_, k) => k * dt);
    const before = lookup(
      s.curve('on its way', { x: moments, y: left }, 'continuous'),
      sub(STEP_TIME, START),
    );
    const since = weights.flatMap((weight, i) =>
      weight === 0 ? [] : [mul(num(weight), past(nameOf(s, input), num(i + 1), zero))],
    );
    return add(mul(initial, before), sum(since));
  });
}

/** What comes in waits until there is enough for a batch and none is being worked on; a batch comes out all at once. */
function batch(s: CallSite): Expr {
  const tools = toolsOf(s.context);
  const [input, size, time] = [s.plain(0), s.plain(1), s.plain(2)];
  const [waiting, working, ends] = [tools.name('waiting'), tools.name('working on'), tools.name('ends')];
  const now = {
    waiting: s.aux('waits', past(waiting, one, s.frozen('initial backlog', s.value(5)))),
    working: s.aux('in work', past(working, one, s.frozen('initial batch', mul(s.value(3), DT)))),
    ends: past(ends, one, s.frozen('initial end', s.value(4))),
  };
  const done = s.aux('done', both(lt(zero, now.working), le(now.ends, add(STEP_TIME, mul(num(NEARLY), DT)))));
  const idle = op('or', le(now.working, zero), done);
  const begins = s.aux('begins', both(idle, le(size, mul(now.waiting, num(1 + 1e-12)))));
  tools.define(working, iff(begins, size, iff(done, zero, now.working)));
  tools.define(ends, iff(begins, add(STEP_TIME, call('max', DT, time)), now.ends));
  tools.define(waiting, add(sub(now.waiting, iff(begins, size, zero)), mul(input, DT)));
  return iff(done, div(now.working, DT), zero);
}

/** Vensim's delays that keep account of what is on its way. */
export const longDelays: readonly ForeignFunction[] = [
  { vensim: ['DELAYP'], arity: [2, 2], lower: withPipeline },
  { vensim: ['DELAY CONVEYOR'], arity: [6, 6], lower: conveyor },
  { vensim: ['DELAY PROFILE'], arity: [5, 5], lower: profile },
  { vensim: ['DELAY BATCH'], arity: [6, 6], lower: batch },
];
