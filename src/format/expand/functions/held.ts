import { DT, START, STEP_TIME, call, div, iff, lt, num, past, ref, sub } from '../build.ts';
import { canonical } from '../../../equation/dialects/names.ts';
import { heldInStep } from '../containers/held-flows.ts';
import { nameOf } from './delays.ts';
import type { ForeignFunction } from './function.ts';

/** Functions that remember: a value from the start, from the step before, or from when something was true. */
export const held: readonly ForeignFunction[] = [
  {
    xmile: ['INIT'],
    vensim: ['INITIAL', 'REINITIAL'],
    arity: [1, 1],
    lower: (s) => s.frozen('initial', s.value(0)),
  },
  {
    // XMILE 3.5.6. SELF is the variable whose equation it is.
    xmile: ['PREVIOUS'],
    arity: [1, 2],
    lower: (s) => {
      const arg = s.term.args[0]!;
      const self = arg.kind === 'name' && canonical(arg.name) === 'self';
      const name = self ? s.context.owner : nameOf(s, s.plain(0));
      return past(name, num(1), s.frozen('initial', s.value(1, num(0))));
    },
  },
  {
    // Our own, by which what stands still within a step is written in XMILE.
    xmile: ['HELD'],
    arity: [1, 1],
    lower: (s) => {
      const value = s.value(0);
      const { body } = s.context.definition;
      const whole = body.kind === 'formula' && body.term === s.term;
      return whole ? heldInStep(s.context.owner, value) : s.loop('held', (self) => heldInStep(self, value));
    },
  },
  {
    vensim: ['SAMPLE IF TRUE'],
    arity: [3, 3],
    lower: (s) => {
      const [condition, value, initial] = [s.value(0), s.value(1), s.frozen('initial', s.value(2))];
      return s.loop('sample', (self) => iff(condition, value, past(self, num(1), initial)));
    },
  },
  {
    vensim: ['ACTIVE INITIAL'],
    arity: [2, 2],
    lower: (s) => {
      s.context.world.activeInitials.set(s.context.owner, s.value(1));
      return s.value(0);
    },
  },
  {
    // isee: the value at a time that is over; before the start, and of a time to come, 0.
    xmile: ['HISTORY'],
    arity: [2, 2],
    lower: (s) => {
      const input = s.plain(0);
      const time = s.plain(1);
      const steps = s.aux('history steps', call('round', div(sub(STEP_TIME, time), DT)));
      const before = past(nameOf(s, input), steps, num(0));
      const now = iff(lt(steps, num(0)), num(0), input);
      return iff(lt(time, START), num(0), iff(lt(steps, num(1)), now, before));
    },
  },
  // The value at the end of the run before: a run here has none before it, so the initial value.
  {
    xmile: ['ENDVAL'],
    arity: [1, 2],
    lower: (s) => s.frozen('initial', s.count > 1 ? s.value(1) : s.value(0)),
  },
  {
    // isee: the change since the step before, per time unit.
    xmile: ['DERIVN'],
    arity: [1, 2],
    lower: (s) => {
      const order = s.count > 1 ? Math.round(s.constant(1)) : 1;
      if (!(order >= 0 && order <= 10))
        return s.complain('outside-range', { name: 'DERIVN', value: order, min: 0, max: 10 });
      let value = s.plain(0);
      for (let i = 0; i < order; i++) {
        const name = nameOf(s, value);
        value = s.aux('change', div(sub(ref(name), past(name, num(1), ref(name))), DT));
      }
      return value;
    },
  },
];
