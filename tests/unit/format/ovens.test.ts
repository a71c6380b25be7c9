import { describe, expect, test } from 'vitest';
import { read, simulate, xmile } from './foreign-run.ts';

const flow = (name: string, eqn = '', more = '', attributes = ''): string =>
  `<flow name="${name}"${attributes}><eqn>${eqn}</eqn>${more}</flow>`;
const aux = (name: string, eqn: string): string => `<aux name="${name}"><eqn>${eqn}</eqn></aux>`;
const specs = (stop: number, dt: number): string =>
  `<sim_specs method="Euler"><start>0</start><stop>${stop}</stop><dt>${dt}</dt></sim_specs>`;
type Found = Record<string, number[]>;
const run = (variables: string, stop = 12, dt = 1): Found =>
  simulate(xmile(variables, '', specs(stop, dt)), 'm.xmile') as Found;
const warnings = (variables: string): readonly string[] => {
  const model = read(xmile(variables), 'm.xmile');
  return model.ok ? (model.value.warnings ?? []).map((d) => d.code) : model.error.map((d) => d.code);
};

describe('ovens', () => {
  const oven = (initial: string, inside: string, inflow: string): string =>
    `<stock name="o"><eqn>${initial}</eqn><inflow>in</inflow><outflow>out</outflow><isee:oven>${inside}</isee:oven></stock>${flow('in', inflow)}${flow('out')}${aux('state', 'OSTATE(o)')}`;

  test('it fills to its capacity, is shut while it cooks, and lets all of it out at once', () => {
    const found = run(oven('0', '<cook_time>2</cook_time><capacity>5</capacity>', '2'), 10);
    // Full at 3; cooked at 5, when it fills anew.
    expect(found['in']).toEqual([2, 2, 1, 0, 0, 2, 2, 1, 0, 0, 2]);
    expect(found['o']).toEqual([0, 2, 4, 5, 5, 5, 2, 4, 5, 5, 5]);
    expect(found['out']).toEqual([0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 5]);
    expect(found['state']).toEqual([0, 0, 0, 1, 1, 2, 0, 0, 1, 1, 2]);
  });

  test('without a capacity it shuts when its time to fill is over, and is cleaned before it opens', () => {
    const times = '<cook_time>1</cook_time><fill_time>2</fill_time><clean_time>2</clean_time>';
    const found = run(oven('0', times, 'TIME'), 10);
    // What comes from 1 on fills it until 3.
    expect(found['in']).toEqual([0, 1, 2, 0, 0, 0, 0, 7, 8, 0, 0]);
    expect(found['out']).toEqual([0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 15]);
    expect(found['state']).toEqual([0, 0, 0, 1, 2, 3, 3, 0, 0, 1, 2]);
    expect(warnings(oven('0', times, 'TIME'))).toEqual(['approximated']);
  });

  test('it takes its times as it shuts, and stands still while arrested', () => {
    const found = run(
      oven('4', '<cook_time>3 - TIME</cook_time><capacity>4</capacity><arrest>TIME = 1</arrest>', '1'),
      6,
    );
    // Full at the start: three steps to cook, one of them lost.
    expect(found['out']).toEqual([0, 0, 0, 0, 4, 0, 0]);
    expect(found['in']).toEqual([0, 0, 0, 0, 1, 1, 1]);
  });

  test('a queue waits before it, and its overflow does not take what the oven shuts out', () => {
    const found = run(
      `<stock name="q"><eqn>0</eqn><inflow>come</inflow><outflow>load</outflow><outflow>balk</outflow><queue/></stock>${flow('come', '3')}${flow('balk', '', '<overflow/>')}
       <stock name="o"><eqn>0</eqn><inflow>load</inflow><outflow>out</outflow><oven><cook_time>2</cook_time><capacity>4</capacity></oven></stock>${flow('load')}${flow('out')}`,
      7,
    );
    expect(found['load']).toEqual([3, 1, 0, 0, 4, 0, 0, 4]);
    expect(found['q']).toEqual([0, 0, 2, 5, 8, 7, 10, 13]);
    expect(found['balk']).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(found['out']).toEqual([0, 0, 0, 0, 4, 0, 0, 4]);
  });

  test('an oven without a time to cook, or behind a belt, is told of', () => {
    expect(warnings(oven('0', '<capacity>5</capacity>', '2'))).toEqual(['missing-key']);
    const belt = `<stock name="b"><eqn>0</eqn><inflow>on</inflow><outflow>in</outflow><conveyor><len>2</len></conveyor></stock>${flow('on', '1')}`;
    expect(warnings(belt + oven('0', '<cook_time>2</cook_time>', ''))).toEqual(['not-supported']);
  });
});

describe('the batches of a queue', () => {
  // A belt takes two in each step: what came first goes first.
  const looks = {
    front: 'q[1]', second: 'q[2]', any: 'q[TIME - 1]', none: 'q[9]',
    count: 'SIZE(q)', whole: 'SUM(q)', least: 'MIN(q)', most: 'MAX(q)', mean: 'MEAN(q)', spread: 'STDDEV(q)',
  }; // prettier-ignore
  const model = (method: string): string =>
    `<stock name="q"><eqn>3</eqn><inflow>come</inflow><outflow>go</outflow><queue/></stock>${flow('come', 'IF TIME = 1 THEN 0 ELSE 1 + TIME')}${flow('go')}
     <stock name="b"><eqn>0</eqn><inflow>go</inflow><outflow>out</outflow><conveyor discrete="true" ${method}><len>1</len><in_limit>2</in_limit></conveyor></stock>${flow('out')}` +
    Object.entries(looks).map(([name, eqn]) => aux(name, eqn)).join(''); // prettier-ignore

  test('each by its place, and all of them together', () => {
    const found = run(model('one_at_a_time="false"'), 4);
    // 3 | 1, 1 | 2 left of them: 1 (0 came) | 1, 2 go … the front is what is left of the oldest.
    expect(found['q']).toEqual([3, 2, 0, 1, 3]);
    expect(found['front']).toEqual([3, 1, 0, 1, 3]);
    expect(found['second']).toEqual([0, 1, 0, 0, 0]);
    expect(found['any']).toEqual([0, 0, 0, 0, 0]);
    expect(found['none']).toEqual([0, 0, 0, 0, 0]);
    expect(found['count']).toEqual([1, 2, 0, 1, 1]);
    expect(found['whole']).toEqual(found['q']);
    expect(found['least']).toEqual([3, 1, 0, 1, 3]);
    expect(found['most']).toEqual([3, 1, 0, 1, 3]);
    expect(found['mean']).toEqual([3, 1, 0, 1, 3]);
    expect(found['spread']).toEqual([0, 0, 0, 0, 0]);
  });

  test('of different sizes', () => {
    const found = run(model(''), 4);
    // One batch in a step: 2 of 3, then what is left of it, then the next.
    expect(found['go']).toEqual([2, 1, 1, 2, 1]);
    expect(found['q']).toEqual([3, 2, 1, 3, 5]);
    expect(found['front']).toEqual([3, 1, 1, 3, 1]);
    expect(found['second']).toEqual([0, 1, 0, 0, 4]);
    expect(found['any']![4]).toBe(0);
    expect(found['count']).toEqual([1, 2, 1, 1, 2]);
    expect([found['least']![4], found['most']![4], found['mean']![4]]).toEqual([1, 4, 2.5]);
    expect(found['spread']![4]).toBe(1.5);
  });

  test('an overflow to where there is always room drains the queue, though the belt takes one batch', () => {
    const both = `<stock name="q"><eqn>3</eqn><inflow>come</inflow><outflow>go</outflow><outflow>balk</outflow><queue/></stock>${flow('come', '1')}${flow('go')}${flow('balk', '', '<overflow/>')}
      <stock name="b"><eqn>0</eqn><inflow>go</inflow><outflow>out</outflow><conveyor discrete="true"><len>1</len><in_limit>2</in_limit></conveyor></stock>${flow('out')}`;
    const found = run(both, 3);
    expect(found['go']).toEqual([2, 1, 1, 1]);
    expect(found['balk']).toEqual([2, 0, 0, 0]);
    expect(found['q']).toEqual([3, 0, 0, 0]);
  });
});

describe('what enters a belt is spread by a curve', () => {
  const belt = (by: string): string =>
    `<stock name="s"><eqn>0</eqn><inflow>in</inflow><outflow>out</outflow><conveyor><len>4</len></conveyor></stock>${flow('in', 'IF TIME = 0 THEN 32 ELSE 0', `<isee:distrib_eq>${by}</isee:distrib_eq>`, ' isee:spreadflow="dist"')}${flow('out')}`;
  const rising = '<gf name="rising"><xscale min="0" max="8"/><ypts>0,8</ypts></gf>';

  test('from the entry to the exit, and that is told', () => {
    // The middles of the four places are at 1, 3, 5 and 7 of 8: of 16 parts, the one at the exit gets 7.
    expect(run(belt('rising') + rising, 5)['out']).toEqual([0, 14, 10, 6, 2, 0]);
    expect(warnings(belt('rising') + rising)).toEqual(['approximated']);
  });

  test('by an array; what is neither is told of', () => {
    const part =
      '<aux name="part"><dimensions><dim name="d"/></dimensions><element subscript="a"><eqn>1</eqn></element><element subscript="b"><eqn>3</eqn></element></aux>';
    const dims = '<dimensions><dim name="d"><elem name="a"/><elem name="b"/></dim></dimensions>';
    const found = simulate(xmile(belt('part') + part, dims), 'm.xmile') as Found;
    expect(found['out']).toEqual([0, 12, 12, 4, 4]);
    expect(warnings(belt('2 * TIME'))).toEqual(['not-supported']);
    expect(warnings(belt(''))).toEqual(['missing-key']);
  });
});
