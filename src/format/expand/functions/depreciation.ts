import { DT, add, call, div, num, past, ref, sub } from '../build.ts';
import { nameOf } from './delays.ts';
import type { ForeignFunction } from './function.ts';

export const depreciation: readonly ForeignFunction[] = [
  {
    // What is invested in a step is written off in even parts, this step's the first of them.
    vensim: ['DEPRECIATE STRAIGHTLINE'],
    arity: [4, 4],
    lower: (s) => {
      const [stream, time] = [nameOf(s, s.plain(0)), s.frozen('time', s.value(1))];
      const steps = s.frozen('steps', call('max', num(1), call('ceil', sub(div(time, DT), num(1e-6)))));
      const initial = s.value(3);
      if (initial.kind !== 'number' || initial.value !== 0)
        s.approximate('DEPRECIATE STRAIGHTLINE(…, init)', 'init = 0');
      const left = (self: string) => sub(past(self, num(1), num(0)), past(stream, steps, num(0)));
      return div(
        s.loop('not written off', (self) => add(left(self), ref(stream))),
        time,
      );
    },
  },
];
