import { DT, add, call, div, iff, lt, mul, num, past, sub } from '../build.ts';
import { valueAtStart } from '../constant-value.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { ForeignFunction } from './function.ts';

/** Most stages of a delay of n-th order. */
const MOST_STAGES = 1000;

/** Exponential smoothing in `order` stages of the same time, all from the same value (semantics of SMTHN, SMOOTH3). */
function smooth(s: CallSite, input: Expr, time: Expr, initial: Expr, order: number): Expr {
  const stage = s.aux('stage time', div(time, num(order)));
  let inflow = input;
  for (let i = 0; i < order; i++) {
    const from = inflow;
    inflow = s.stock('smooth', initial, (level) => div(sub(from, level), stage));
  }
  return inflow;
}

/** A material delay: what is on its way is kept, so the stages hold outflow times stage time. */
export function stagesOf(
  s: CallSite,
  input: Expr,
  timeOf: (stage: number) => Expr,
  initial: Expr,
  order: number,
): { readonly outflow: Expr; readonly levels: readonly Expr[] } {
  let outflow = input;
  const levels: Expr[] = [];
  for (let i = 0; i < order; i++) {
    const from = outflow;
    const stage = s.aux('stage time', div(timeOf(i), num(order)));
    const level = s.stock('delay', mul(initial, stage), (self) => sub(from, div(self, stage)));
    levels.push(level);
    outflow = s.aux('outflow', div(level, stage));
  }
  return { outflow, levels };
}

function orderOf(s: CallSite, i: number): number | undefined {
  const order = Math.round(s.constant(i));
  if (order >= 1 && order <= MOST_STAGES) return order;
  if (order > MOST_STAGES) s.complain('too-many', { what: 'stages', count: order, limit: MOST_STAGES });
  else if (!Number.isNaN(order))
    s.complain('outside-range', { name: s.term.name, value: order, min: 1, max: MOST_STAGES });
  return undefined;
}

/** Vensim takes fewer stages where one would be shorter than a step. */
function fewerStages(s: CallSite, time: Expr, order: number): number {
  const steps = valueAtStart(div(time, DT), s.context);
  if (steps === undefined || order <= steps + 1e-9) return order;
  const fewer = Math.max(1, Math.floor(steps + 1e-9));
  s.approximate(`DELAY N(…, ${order})`, `DELAY N(…, ${fewer})`);
  return fewer;
}

/** A new delay time reaches each stage one step after the stage before it, as it does in Vensim. */
function delayByVensim(s: CallSite, orderAt: number, initial: Expr): Expr {
  const [input, time, asked] = [s.plain(0), s.plain(1), orderOf(s, orderAt)];
  if (asked === undefined) return num(NaN);
  const order = fewerStages(s, time, asked);
  const first = s.frozen('delay time', time);
  const timeOf = (stage: number): Expr => (stage === 0 ? time : past(nameOf(s, time), num(stage), first));
  return stagesOf(s, input, timeOf, initial, order).outflow;
}

/** The time is read once, and is one step or more. */
function pipelineByVensim(s: CallSite): Expr {
  const input = s.plain(0);
  const steps = call('max', num(1), call('round', add(div(s.value(1), DT), num(1e-6))));
  return past(nameOf(s, input), s.frozen('delay steps', steps), s.frozen('initial', s.value(2, input)));
}

type Stages = (s: CallSite, input: Expr, time: Expr, initial: Expr, order: number) => Expr;

const steadyDelay: Stages = (s, input, time, initial, order) =>
  stagesOf(s, input, () => time, initial, order).outflow;

const fixedOrder = (stages: Stages, order: number) => (s: CallSite): Expr => {
  const input = s.plain(0);
  return stages(s, input, s.plain(1), s.value(2, input), order);
}; // prettier-ignore

/** The places of order and initial value differ between the dialects. */
const anyOrder = (stages: Stages, orderAt: number, initialAt: number) => (s: CallSite): Expr => {
  const input = s.plain(0);
  const order = orderOf(s, orderAt);
  return order === undefined ? num(NaN) : stages(s, input, s.plain(1), s.value(initialAt, input), order);
}; // prettier-ignore

/** The smoothed input, from which TREND and FORECAST work out the change. */
const average = (s: CallSite, input: Expr, time: Expr, initial: Expr): Expr =>
  s.stock('average', initial, (level) => div(sub(input, level), time));

/** No trend can be told from an average of nothing. */
const forecast = (xmile: boolean) => (s: CallSite): Expr => {
  const [input, time] = [s.plain(0), s.plain(1)];
  const trend = s.value(3, num(0));
  const from = div(input, add(num(1), xmile ? mul(trend, time) : trend));
  const level = average(s, input, time, from);
  const scale = s.aux('trend scale', mul(level, time));
  const slope = iff(lt(call('abs', scale), num(1e-6)), num(0), div(sub(input, level), scale));
  return mul(input, add(num(1), mul(s.value(2), slope)));
}; // prettier-ignore

export const delays: readonly ForeignFunction[] = [
  { xmile: ['SMTH1'], vensim: ['SMOOTH'], arity: [2, 3], lower: fixedOrder(smooth, 1) },
  { vensim: ['SMOOTHI'], arity: [3, 3], lower: fixedOrder(smooth, 1) },
  { xmile: ['SMTH3'], vensim: ['SMOOTH3'], arity: [2, 3], lower: fixedOrder(smooth, 3) },
  { vensim: ['SMOOTH3I'], arity: [3, 3], lower: fixedOrder(smooth, 3) },
  { xmile: ['SMTHN'], arity: [3, 4], lower: anyOrder(smooth, 2, 3) },
  { vensim: ['SMOOTH N'], arity: [4, 4], lower: anyOrder(smooth, 3, 2) },
  { xmile: ['DELAY1'], vensim: ['DELAY1'], arity: [2, 3], lower: fixedOrder(steadyDelay, 1) },
  { vensim: ['DELAY1I'], arity: [3, 3], lower: fixedOrder(steadyDelay, 1) },
  { xmile: ['DELAY3'], vensim: ['DELAY3'], arity: [2, 3], lower: fixedOrder(steadyDelay, 3) },
  { vensim: ['DELAY3I'], arity: [3, 3], lower: fixedOrder(steadyDelay, 3) },
  {
    xmile: ['DELAYN'],
    arity: [3, 4],
    lower: (s) =>
      s.context.world.foreign.author === 'vensim'
        ? delayByVensim(s, 2, s.value(3, s.plain(0)))
        : anyOrder(steadyDelay, 2, 3)(s),
  },
  { vensim: ['DELAY N'], arity: [4, 4], lower: (s) => delayByVensim(s, 3, s.value(2)) },
  {
    vensim: ['DELAY FIXED'],
    arity: [3, 3],
    lower: pipelineByVensim,
  },
  {
    xmile: ['DELAY'],
    arity: [2, 3],
    lower: (s) => {
      if (s.context.world.foreign.author === 'vensim') return pipelineByVensim(s);
      const input = s.plain(0);
      const steps = wholeSteps(s);
      return past(nameOf(s, input), steps, s.frozen('initial', s.value(2, input)));
    },
  },
  {
    xmile: ['TREND'],
    vensim: ['TREND'],
    arity: [2, 3],
    lower: (s) => {
      const [input, time] = [s.plain(0), s.plain(1)];
      const level = average(s, input, time, div(input, add(num(1), mul(s.value(2, num(0)), time))));
      const scale = s.aux('trend scale', call('abs', mul(level, time)));
      return iff(lt(scale, num(1e-6)), num(0), div(sub(input, level), scale));
    },
  },
  { xmile: ['FORCST'], arity: [3, 4], lower: forecast(true) },
  { vensim: ['FORECAST'], arity: [3, 4], lower: forecast(false) },
];

/** A delay time in steps. A whole number of steps may be written as such: `n * DT`. */
function wholeSteps(s: CallSite): Expr {
  const time = s.value(1);
  const written =
    time.kind === 'binary' && time.op === '*' && time.right.kind === 'ref' && time.right.name === 'dt';
  if (written && isWhole(s, time.left))
    return time.left.kind === 'number' ? num(Math.max(1, time.left.value)) : time.left;
  return s.aux('delay steps', call('round', div(time, DT)));
}

const isWhole = (s: CallSite, steps: Expr): boolean =>
  steps.kind === 'number'
    ? Number.isInteger(steps.value)
    : steps.kind === 'ref' && s.context.world.elements.get(steps.name)?.definition.hidden === true;

/** Only a variable has a past; a number is its own. */
export function nameOf(s: CallSite, input: Expr): string {
  const variable = input.kind === 'ref' ? input : s.aux('input', input);
  return variable.kind === 'ref' ? variable.name : '';
}
