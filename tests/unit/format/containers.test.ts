import { describe, expect, test } from 'vitest';
import { influencesOf } from '../../../src/model/influences.ts';
import { read, simulate, xmile } from './foreign-run.ts';

const flow = (name: string, eqn = '', more = '', attributes = ''): string =>
  `<flow name="${name}"${attributes}><eqn>${eqn}</eqn>${more}</flow>`;
const specs = (stop: number, dt: number): string =>
  `<sim_specs method="Euler"><start>0</start><stop>${stop}</stop><dt>${dt}</dt></sim_specs>`;
const run = (variables: string, stop = 12, dt = 1) =>
  simulate(xmile(variables, '', specs(stop, dt)), 'm.xmile') as Record<string, number[]>;

/** A belt of four time units with an inflow and an exit. */
const belt = (initial: string, inside: string, inflow: string, more = '', outflows = '', attributes = '') =>
  `<stock name="s"><eqn>${initial}</eqn><inflow>in</inflow><outflow>out</outflow>${outflows}<conveyor ${attributes}><len>4</len>${inside}</conveyor></stock>${inflow}${flow('out')}${more}`;
const leaks = '<outflow>a</outflow><outflow>b</outflow>';

describe('conveyors', () => {
  test('each part of a belt leaks what came to it', () => {
    const first = flow('a', '0.5', '<leak/>', ' leak_start="0" leak_end="0.5"');
    const second = flow('b', '0.5', '<leak/>', ' leak_start="0.5" leak_end="1"');
    const found = run(belt('0', '', flow('in', '250'), first + second, leaks), 12, 0.25);
    expect(['a', 'b', 'out'].map((name) => found[name]!.at(-1))).toEqual([125, 62.5, 62.5]);
  });

  test('shares that leak at each moment add', () => {
    const both = flow('a', '0.1', '<leak/>') + flow('b', '', '<leak>0.1</leak>');
    const found = run(belt('0', '', flow('in', '250'), both, leaks, 'exponential_leak="true"'), 12, 0.25);
    expect(found['out']!.at(-1)).toBeCloseTo(250 * 0.95 ** 16, 9);
  });

  test('only whole units leak, and nothing is lost', () => {
    const a = flow('a', '0.3', '<leak/><leak_integers/>');
    const found = run(belt('100', '', flow('in', '10.3'), a, '<outflow>a</outflow>'));
    for (const [i, leak] of found['a']!.entries()) {
      expect(Number.isInteger(leak)).toBe(true);
      if (i > 0)
        expect(found['s']![i]).toBeCloseTo(
          found['s']![i - 1]! + 10.3 - found['out']![i - 1]! - found['a']![i - 1]!,
          9,
        );
    }
    expect(found['a']!.slice(4).reduce((x, y) => x + y) / 9).toBeCloseTo(3.09, 0);
  });

  test('an arrested belt stands still, and so does what leads to it', () => {
    const still = '<arrest>TIME &gt;= 2 AND TIME &lt; 4</arrest>';
    const found = run(belt('0', still, flow('in', '10')), 8);
    expect(found['in']).toEqual([10, 10, 0, 0, 10, 10, 10, 10, 10]);
    expect(found['out']).toEqual([0, 0, 0, 0, 0, 0, 10, 10, 10]);
    const two = run(
      `${belt('40', '', flow('in', '10'))}<stock name="next"><eqn>0</eqn><inflow>out</inflow><outflow>end</outflow><conveyor><len>2</len>${still}</conveyor></stock>${flow('end')}`,
      8,
    );
    expect(two['out']).toEqual([10, 10, 0, 0, 30, 10, 10, 10, 10]);
    expect(two['end']).toEqual([0, 0, 0, 0, 10, 10, 30, 10, 10]);
  });

  test('a shorter belt lets what comes later overtake; a length may be taken now and then', () => {
    const varying = (len: string, sample = ''): string =>
      `<stock name="s"><eqn>40</eqn><inflow>in</inflow><outflow>out</outflow><conveyor><len>${len}</len>${sample}</conveyor></stock>${flow('in', '10')}${flow('out')}`;
    expect(run(varying('IF TIME &lt; 3 THEN 4 ELSE 2'), 8)['out']).toEqual([
      10, 10, 10, 10, 10, 20, 20, 10, 10,
    ]);
    expect(run(varying('4 - TIME / 4', '<sample>TIME MOD 4 = 0</sample>'), 8)['out']).toEqual([
      10, 10, 10, 10, 10, 10, 10, 20, 10,
    ]);
  });

  test('what enters is spread as the flow says', () => {
    const spread = (how: string): string =>
      flow('in', 'IF TIME = 0 THEN 12 ELSE 0', '', ` isee:spreadflow="${how}"`);
    expect(run(belt('0', '', spread('even')), 5)['out']).toEqual([0, 3, 3, 3, 3, 0]);
    expect(run(belt('0, 10, 0, 30', '', spread('dest')), 5)['out']).toEqual([0, 13, 0, 39, 0, 0]);
    const source = `<stock name="u"><eqn>40</eqn><outflow>end</outflow><outflow>in</outflow><conveyor exponential_leak="true"><len>4</len></conveyor></stock>${flow('end')}`;
    const leak = flow('in', 'IF TIME = 0 THEN 0.5 ELSE 0', '<leak/>', ' isee:spreadflow="source"');
    const found = run(source + belt('0', '', leak), 5);
    expect(found['in']![0]).toBe(20);
    expect(found['out']![1]! + found['out']![2]! + found['out']![3]! + found['out']![4]!).toBeCloseTo(20, 9);
    expect(found['out']![1]).toBeGreaterThan(0);
  });

  test('a list of contents is by slat or by time unit, and a discrete belt moves whole units of time', () => {
    expect(run(belt('1, 2, 3, 4', '', flow('in', '0')), 4, 0.5)['out']).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 0]);
    const found = run(belt('1, 2', '', flow('in', '0'), '', '', 'discrete="true"'), 4, 0.5);
    expect(found['out']).toEqual([0, 2, 0, 4, 0, 4, 0, 4, 0]);
    expect(found['s']![0]).toBe(7);
  });

  test('a limit is for a whole time unit on a discrete belt, and for each moment on another', () => {
    const limit = '<in_limit>5</in_limit>';
    const discrete = run(belt('0', limit, flow('in', '16'), '', '', 'discrete="true"'), 2, 0.25);
    expect(discrete['in']).toEqual([16, 4, 0, 0, 16, 4, 0, 0, 16]);
    expect(run(belt('0', limit, flow('in', '16')), 1, 0.25)['in']).toEqual([5, 5, 5, 5, 5]);
  });

  test('what stands on it can be looked at', () => {
    const names = {
      all: 'SUM(s)',
      mean: 'MEAN(s)',
      most: 'MAX(s)',
      size: 'SIZE(s)',
      exit: 's[1]',
      last: 's[4]',
    };
    const looks = Object.entries(names).map(([name, eqn]) => `<aux name="${name}"><eqn>${eqn}</eqn></aux>`);
    const found = run(belt('10, 20, 30, 40', '', flow('in', '5'), looks.join('')), 1);
    expect(Object.keys(names).map((name) => found[name])).toEqual([
      [100, 95], [25, 23.75], [40, 40], [4, 4], [10, 20], [40, 5],
    ]); // prettier-ignore
  });
});

describe('queues', () => {
  const queue = (initial: string, outflows: string, inflow: string): string =>
    `<stock name="q"><eqn>${initial}</eqn><inflow>arrive</inflow>${outflows}<queue/></stock>${flow('arrive', inflow)}`;
  const next = (attributes: string, inside: string): string =>
    `<stock name="belt"><eqn>0</eqn><inflow>board</inflow><outflow>leave</outflow><conveyor discrete="true" ${attributes}>${inside}</conveyor></stock>${flow('board')}${flow('leave')}`;
  const board = '<outflow>board</outflow>';
  const rush = 'IF TIME &lt; 4 THEN 4 ELSE 0';

  test('nothing waits where nothing is in the way', () => {
    const found = run(queue('5', '<outflow>leave</outflow>', 'TIME') + flow('leave'), 4);
    expect(found['leave']).toEqual([5, 1, 2, 3, 4]);
    expect(found['q']).toEqual([5, 0, 0, 0, 0]);
  });

  test('one batch at a time, in parts where there is no room for all of it', () => {
    const found = run(queue('5', board, rush) + next('', '<len>2</len><capacity>6</capacity>'), 8);
    expect(found['board']).toEqual([5, 1, 3, 3, 1, 4, 2, 2, 0]);
    expect(Math.max(...found['belt']!)).toBe(6);
  });

  test('whole batches alone', () => {
    const whole = 'one_at_a_time="false" batch_integrity="true"';
    const found = run(queue('5', board, rush) + next(whole, '<len>2</len><capacity>9</capacity>'), 5);
    expect(found['board']).toEqual([9, 0, 8, 0, 4, 0]);
  });

  test('an overflow takes what the belt has no room for', () => {
    const outflows = `${board}<outflow>balk</outflow>`;
    const capacity = '<len>1</len><capacity>2 + STEP(20, 2)</capacity>';
    const found = run(
      queue('0', outflows, 'TIME + 1') + flow('balk', '', '<overflow/>') + next('', capacity),
      3,
      0.5,
    );
    expect(found['board']).toEqual([1, 1.5, 2, 2, 3, 3.5, 4]);
    expect(found['balk']).toEqual([0, 0, 0, 0.5, 0, 0, 0]);
    expect(found['q']).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('with a method that looks ahead within a step', () => {
  const rk4 = '<sim_specs method="RK4"><start>0</start><stop>4</stop><dt>0.5</dt></sim_specs>';
  // A stock that grows by half of itself feeds a belt with a tenth of itself; what leaves the belt comes back.
  const model = `<stock name="people"><eqn>100</eqn><inflow>born</inflow><inflow>out</inflow><outflow>in</outflow></stock>
    <stock name="belt"><eqn>0</eqn><inflow>in</inflow><outflow>out</outflow><conveyor><len>1</len></conveyor></stock>
    ${flow('born', '0.5 * people')}${flow('in', '0.1 * people')}${flow('out')}`;

  test('a belt goes step by step and the rest by its method, and nobody is lost', () => {
    const found = simulate(xmile(model, '', rk4), 'm.xmile') as Record<string, number[]>;
    let people = 100;
    const entered: number[] = [];
    for (let k = 0; k <= 8; k++) {
      entered.push(0.05 * people);
      const left = entered[k - 2] ?? 0;
      expect(found['people']![k]).toBeCloseTo(people, 9);
      expect(found['out']![k]).toBeCloseTo(left / 0.5, 9);
      expect(found['belt']![k]).toBeCloseTo((entered[k - 1] ?? 0) + left, 9);
      // RK4 of s' = s/2 + c, with c what the belt gives less what it takes in this step.
      const c = (left - entered[k]!) / 0.5;
      const k1 = people / 2 + c;
      const k2 = (people + k1 / 4) / 2 + c;
      const k3 = (people + k2 / 4) / 2 + c;
      const k4 = (people + k3 / 2) / 2 + c;
      people += (k1 + 2 * k2 + 2 * k3 + k4) / 12;
    }
  });

  test('what stands still within a step is no cause of itself', () => {
    const opened = read(xmile(model, '', rk4), 'm.xmile');
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(influencesOf(opened.value).causes.get('in')).toEqual(['people']);
  });

  test('told of only where the method chooses its own steps', () => {
    const warned = (method: string): readonly string[] => {
      const specs = rk4.replace('RK4', method);
      const read_ = read(xmile(model, '', specs), 'm.xmile');
      return read_.ok ? (read_.value.warnings ?? []).map((d) => d.code) : ['not read'];
    };
    expect(warned('RK4')).toEqual([]);
    expect(warned('rk45, RK4')).toEqual(['approximated']);
  });
});
