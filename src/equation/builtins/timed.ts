import type { Builtin } from './builtin.ts';

/** Inputs that follow the clock. */
export const timed: readonly Builtin[] = [
  {
    name: 'step',
    arity: [2, 2],
    given: ['time', 'dt'],
    units: { kind: 'timed', power: 0 },
    // The time of step k is start + k·dt, which can fall a rounding short of the time meant: a millionth of a step is forgiven.
    meaning: (o, [time, dt, height, start]) => {
      const reached = o.le(start!, o.add(time!, o.mul(dt!, o.num(1e-6))));
      return o.choose(reached, height!, o.num(0));
    },
    about: {
      sv: 'step(höjd, start): 0 till tiden start, sedan höjden.',
      en: 'step(height, start): 0 until the time start, then the height.',
    },
    examples: [
      { args: [3, 10], time: 9, value: 0 },
      { args: [3, 10], time: 10, value: 3 },
      { args: [3, 10], time: 9.9999999, value: 3 },
      { args: [3, 10], time: 11, value: 3 },
    ],
  },
  {
    name: 'ramp',
    arity: [2, 3],
    given: ['time'],
    units: { kind: 'timed', power: 1 },
    meaning: (o, [time, slope, start, end]) => {
      const until = end === undefined ? time! : o.min(time!, end);
      return o.mul(slope!, o.max(o.num(0), o.sub(until, start!)));
    },
    about: {
      sv: 'ramp(lutning, start, slut): 0 till tiden start, sedan en rät linje fram till slut; slut kan utelämnas.',
      en: 'ramp(slope, start, end): 0 until the time start, then a straight line until end; end may be left out.',
    },
    examples: [
      { args: [2, 10], time: 9, value: 0 },
      { args: [2, 10], time: 13, value: 6 },
      { args: [2, 10, 12], time: 13, value: 4 },
      { args: [2, 10, 8], time: 13, value: 0 },
    ],
  },
];
