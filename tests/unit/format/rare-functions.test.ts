import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeXmile } from '../../../src/format/xmile/write-xmile.ts';
import { mdl, read, simulate, simulateModel, xmile } from './foreign-run.ts';
import { expectSameBits } from './same-bits.ts';

type Found = Record<string, number[]>;
const NA = -(2 ** 109);

/** What a model gives; oracle and kernels agree on it, and it is the same by way of XMILE. */
function checked(text: string, file: string, files?: Parameters<typeof read>[2]): Found {
  const model = read(text, file, files);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  expectSameBits(model.value);
  const found = simulateModel(model.value) as Found;
  const again = simulate(writeXmile(model.value).text, 'again.xmile') as Found;
  for (const [name, values] of Object.entries(found))
    for (const [i, value] of values.entries()) expect(again[name]?.[i], name).toBeCloseTo(value, 9);
  return found;
}
const vensim = (equations: string): Found => checked(mdl(equations), 'm.mdl');
const isee = (variables: string, around = ''): Found => checked(xmile(variables, around), 'm.xmile');
const aux = (name: string, eqn: string): string => `<aux name="${name}"><eqn>${eqn}</eqn></aux>`;
const gf = (name: string, ypts: string, type = 'continuous'): string =>
  `<gf name="${name}" type="${type}"><xscale min="0" max="${ypts.split(',').length - 1}"/><ypts>${ypts}</ypts></gf>`;
const told = (text: string, file: string): readonly string[] => {
  const model = read(text, file);
  return model.ok ? (model.value.warnings ?? []).map(({ code }) => code) : [];
};

describe('areas under graphical functions', () => {
  test('a lookup of Vensim’s is level outside its points', () => {
    const found = vensim('t((0,0),(2,4),(4,2)) ~~|\nx = LOOKUP AREA(t, -1, Time + 1) ~~|');
    expect(found['x']).toEqual([1, 4, 7.5, 10, 12]);
  });

  test.each([
    ['LOOKUPAREA(rise)', 40],
    ['LOOKUPAREA(rise, 1)', 10],
    ['LOOKUPAREA(rise, 0.5, 1.5)', 20],
    ['LOOKUPAREA(rise, 1.5, 0.5)', 20],
    ['LOOKUPAREA(rise, -3, 9)', 40],
    ['LOOKUPAREA(steps, 1.5, 0)', 2.5],
    ['LOOKUPAREA(on, 3, 0)', 90],
    ['LOOKUPMEAN(rise, 0.5, 1.5)', 20],
    ['LOOKUPMEAN(rise, 1, 1)', 20],
    ['LOOKUPINV(rise, 30)', 1.5],
    ['LOOKUPINV(rise, 99)', 2],
    ['LOOKUPINV(on, 60)', 3],
    ['LOOKUPINV(hill, 5)', 0.5],
    ['LOOKUPINV(hill, 99)', 1],
    ['LOOKUPINV(hill, -1)', 0],
  ])('%s is %d', (eqn, value) => {
    const curves = `${gf('rise', '0,20,40')}${gf('steps', '1,3,3', 'discrete')}${gf('on', '0,20,40', 'extrapolate')}${gf('hill', '0,10,0')}`;
    expect(isee(curves + aux('x', eqn))['x']![0]).toBeCloseTo(value, 12);
  });

  test('x and y in graphical functions of their own, in isee’s own figures', () => {
    const curves = `${gf('day', '1,3,4,6,9,12')}${gf('flow', '12.1,7.6,15.2,13.5,23.8,17.3')}`;
    const found = isee(
      `${curves}${aux('a', 'LOOKUPXY(TIME + 2, day, flow)')}${aux('b', 'LOOKUPXY(day, flow, 5)')}`,
    );
    expect(found['a']!.map((x) => +x.toFixed(9))).toEqual([9.85, 7.6, 15.2, 14.35, 13.5]);
    expect(found['b']![0]).toBeCloseTo(14.35, 12);
  });
});

describe('values between those of an array', () => {
  const dims =
    '<dimensions><dim name="D" size="5"/><dim name="R" size="2"/><dim name="C" size="3"/></dimensions>';
  const array = (name: string, of: readonly string[], values: readonly number[]): string =>
    `<aux name="${name}"><dimensions>${of.map((d) => `<dim name="${d}"/>`).join('')}</dimensions>${values
      .map(
        (v, i) =>
          `<element subscript="${of.length > 1 ? `${Math.floor(i / 3) + 1},${(i % 3) + 1}` : i + 1}"><eqn>${v}</eqn></element>`,
      )
      .join('')}</aux>`;
  const arrays = array('line', ['D'], [10, 20, 40, 30, 0]) + array('plane', ['R', 'C'], [1, 2, 3, 4, 5, 6]);

  test.each([
    // A fifth of the way from the second of five to the third.
    ['INTERPOLATE(line, 0.3)', 24],
    ['INTERPOLATE(line, -1)', 10],
    ['INTERPOLATE(line, 2)', 0],
    ['INTERPOLATE(plane, 0.5, 0.25)', 3],
    ['INTERPOLATE(plane[2,*], 0.75)', 5.5],
  ])('%s is %d', (eqn, value) => {
    expect(isee(arrays + aux('x', eqn), dims)['x']![0]).toBeCloseTo(value, 12);
  });

  test('one place for each dimension', () => {
    const found = simulate(xmile(arrays + aux('x', 'INTERPOLATE(plane, 0.5)'), dims), 'm.xmile');
    expect(found).toEqual(['argument-count']);
  });
});

describe('data', () => {
  const beside = {
    read: (path: string) => (path === 'd.dat' ? strToU8('d\n0\t4\n1\t1\n3\t8\n6\t5\n') : undefined),
    dataPaths: ['d.dat'],
  };
  const found = (): Found =>
    checked(
      mdl(
        'd ~~|\nsums := CUMULATE(d) ~~|\nlast :HOLD BACKWARD: := CUMULATE(d) ~~|\nall := CUMULATEF(d) ~~|\nmost = GET DATA MAX(sums, 0, 6) ~~|\n' +
          'spread = GET DATA STDV(d, 0, 6) ~~|\nnow = GET DATA STDV(d, Time, Time + 2) ~~|',
      ),
      'm.mdl',
      beside,
    );

  test('what they add up to, point by point and in all', () => {
    expect(found()['sums']!.slice(0, 4)).toEqual([4, 5, 9, 13]);
    expect(found()['last']).toEqual([4, 5, 5, 13, 13]);
    expect(found()['all']).toEqual([18, 18, 18, 18, 18]);
    expect(found()['most']![0]).toBe(18);
  });

  test('how far they lie from their mean', () => {
    expect(found()['spread']![0]).toBe(2.5);
    expect(found()['now']).toEqual([1.5, 3.5, 0, 0, 0]);
  });
});

describe('queues with attributes', () => {
  const flat = 'flat((0,1),(10,1)) ~~|\n';

  test('an attribute changes for what has just come in too, in Vensim’s own figures', () => {
    const found = vensim(
      `${flat}q = QUEUE FIFO ATTRIB(come, 0, 7, 2, flat, flat, 0, 0, 2) ~~|\ncome = IF THEN ELSE(Time = 0.5, 2, 0) ~~|\nx = QUEUE ATTRIB AVERAGE(q, -1) ~~|\nTIME STEP = 0.5 ~~|\nFINAL TIME = 2 ~~|`,
    );
    expect(found['q']).toEqual([0, 0, 1, 1, 1]);
    expect(found['x']).toEqual([0, 0, 8, 9, 10]);
  });

  test('what may be asked of it', () => {
    const found = vensim(
      `${flat}q = QUEUE FIFO ATTRIB(4, 0, Time + 1, 0, flat, flat, 0, 0, 2) ~~|\nmost = QUEUE ATTRIB MAX(q) ~~|\nleast = QUEUE ATTRIB MIN(q) ~~|
mean = QUEUE ATTRIB AVERAGE(q, 6) ~~|\nfrom two = QUEUE ATTRIB IN RANGE(q, 2, :NA:) ~~|\neight = QUEUE ATTRIB QUANTITY(q, 8) ~~|\nall = QUEUE ATTRIB QUANTITY(q, 100) ~~|\nold = QUEUE AGE OLDEST(q) ~~|`,
    );
    const at3 = (name: string): number => found[name]![3]!;
    // Four with an attribute of 1, then four of 2, then four of 3.
    expect(['most', 'least', 'from two', 'eight', 'all', 'old'].map(at3)).toEqual([3, 1, 8, 6, 12, 3]);
    expect(at3('mean')).toBeCloseTo(8 / 6, 12);
    expect(found['least']![0]).toBe(0);
  });

  test('what it begins with has its attributes by age', () => {
    const found = vensim(
      `${flat}rise((0,1),(1,3)) ~~|\nq = QUEUE FIFO ATTRIB(0, 0, 0, 0, flat, rise, 12, 10, 4) ~~|\nmean = QUEUE ATTRIB AVERAGE(q, 0) ~~|\nmost = QUEUE ATTRIB MAX(q) ~~|\nnone = QUEUE ATTRIB MAX(p) ~~|\np = QUEUE FIFO(0, 0, flat, 1, 1) ~~|`,
    );
    expect(found['mean']).toEqual([20, 20, 20, 20, 20]);
    expect(found['most']![0]).toBe(30);
    expect(found['none']![0]).toBe(NA);
  });
});

test('the rate at which what comes back is worth what was paid', () => {
  const found = vensim(
    'r = INTERNAL RATE OF RETURN(60, 1, -100, 0) ~~|\nmonthly = INTERNAL RATE OF RETURN(30, 2, -100, 0) ~~|\nnone = INTERNAL RATE OF RETURN(60, 1, 100, 0) ~~|',
  );
  // −100·u + 60 = 0, then −100·u² + 60·u + 60 = 0.
  expect(found['r']![0]).toBe(NA);
  expect(found['r']![1]).toBeCloseTo(-0.4, 9);
  expect(found['r']![2]).toBeCloseTo((60 + Math.sqrt(3600 + 24_000)) / 200 - 1, 9);
  const [r] = found['r']!.slice(4);
  expect(-100 + [1, 2, 3, 4].reduce((sum, n) => sum + 60 / (1 + r!) ** n, 0)).toBeCloseTo(0, 6);
  // The same sums in periods of two years.
  expect(found['monthly']![4]).toBeCloseTo(found['r']![2]!, 9);
  expect(found['none']).toEqual([NA, NA, NA, NA, NA]);
});

test('a message is left out, and whether it would be shown is computed', () => {
  const text = mdl("x = MESSAGE('It has begun', IF THEN ELSE(Time > 2, 3, 0)) ~~|");
  expect((simulate(text, 'm.mdl') as Found)['x']).toEqual([0, 0, 0, 1, 1]);
  expect(told(text, 'm.mdl')).toEqual(['left-out']);
  expect(told(xmile(aux('x', 'CLOCKTIME')), 'm.xmile')).toEqual(['approximated']);
});

describe('a conveyor on which nothing overtakes', () => {
  const belt = (length: string, more = ''): string =>
    `<stock name="s"><eqn>${length.includes('2 THEN 4') ? 40 : 20}</eqn><inflow>in</inflow><outflow>out</outflow><conveyor isee:fifo="true"><len>${length}</len>${more}</conveyor></stock><flow name="in"><eqn>10</eqn></flow><flow name="out"><eqn/></flow>`;

  test('a belt that runs faster lets out more until what is dense has left', () => {
    const found = isee(belt('IF TIME &lt; 2 THEN 4 ELSE 2'));
    expect(found['out']).toEqual([10, 10, 20, 20, 10]);
    expect(found['s']).toEqual([40, 40, 40, 30, 20]);
  });

  test('a belt that runs slower lets out less', () => {
    const found = isee(belt('IF TIME &lt; 2 THEN 2 ELSE 4'));
    expect(found['out']).toEqual([10, 10, 5, 5, 5]);
    expect(found['s']).toEqual([20, 20, 20, 25, 30]);
  });

  test('of one length throughout it is like any other, and a capacity holds back what comes', () => {
    const model = xmile(belt('2', '<capacity>20</capacity>'));
    expect(told(model, 'm.xmile')).toEqual([]);
    expect((simulate(model, 'm.xmile') as Found)['out']).toEqual([10, 10, 10, 10, 10]);
    const full = isee(belt('IF TIME &lt; 2 THEN 2 ELSE 4', '<capacity>20</capacity>'));
    expect(full['in']).toEqual([10, 10, 5, 5, 5]);
  });
});

test('how much has been on a conveyor for how long, and a batch of a queue', () => {
  const belt = `<stock name="s"><eqn>40</eqn><inflow>in</inflow><outflow>out</outflow><conveyor><len>4</len></conveyor></stock><flow name="in"><eqn>10 + TIME</eqn></flow><flow name="out"><eqn/></flow>`;
  const queue = `<stock name="q"><eqn>5</eqn><inflow>come</inflow><queue/></stock><flow name="come"><eqn>2</eqn></flow>`;
  const found = isee(
    `${belt}${queue}${aux('young', 'AGECOUNT(s, 0, 1)')}${aux('middle', 'AGECOUNT(s, 1, 3)')}${aux('from_two', 'AGECOUNT(s, 2)')}${aux('second', 'QELEM(q, 2)')}`,
  );
  expect(found['young']).toEqual([10, 10, 11, 12, 13]);
  expect(found['middle']).toEqual([20, 20, 20, 21, 23]);
  expect(found['from_two']).toEqual([20, 20, 20, 20, 21]);
  expect(found['second']).toEqual([0, 2, 2, 2, 2]);
});

describe('loops of equations that a file says how to solve', () => {
  test('what gives itself when it is worked out from itself', () => {
    const found = vensim(
      `x = SIMULTANEOUS(y / 2 + 3, 1) ~~|\ny = x + 0 * Time ~~|\nangle = SIMULTANEOUS(COS(same), 1) ~~|\nsame = angle ~~|
root = SIMULTANEOUS(SQRT(half * 2 + Time), 1) ~~|\nhalf = root / 2 ~~|\ns = INTEG(root, 0) ~~|\nplain = SIMULTANEOUS(Time, 5) ~~|`,
    );
    expect(found['x']!.map((x) => +x.toFixed(9))).toEqual([6, 6, 6, 6, 6]);
    // What the others on the loop have is of the same solution.
    expect(found['y']).toEqual(found['x']);
    for (const x of found['angle']!) expect(x).toBeCloseTo(0.73908513321516, 12);
    // x² = x + time
    for (const [t, x] of found['root']!.entries()) expect(x).toBeCloseTo((1 + Math.sqrt(1 + 4 * t)) / 2, 9);
    expect(found['plain']).toEqual([0, 1, 2, 3, 4]);
  });

  test('Vensim’s own example: calls, their quality and the lines that carry them', () => {
    const found = vensim(
      `phone calls = Customers * 4 * effect(quality) ~~|\nquality = good(capacity utilization) ~~|\ncapacity utilization = SIMULTANEOUS(phone calls / 400, 0.8) ~~|
Customers = 100 + 20 * Time ~~|\neffect((0,0.2),(1,1)) ~~|\ngood((0,1),(2,0)) ~~|`,
    );
    // u = (c·4/400)·(0.2 + 0.8·(1 − u/2)), with c customers.
    for (const [t, u] of found['capacity utilization']!.entries()) {
      const c = (100 + 20 * t) / 100;
      expect(u).toBeCloseTo(c / (1 + 0.4 * c), 9);
    }
  });

  test('what never comes to rest has no value', () => {
    const found = simulate(mdl('x = SIMULTANEOUS(y * y + 1, 0) ~~|\ny = x ~~|'), 'm.mdl') as Found;
    expect(found['x']).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });

  test('values that make others zero', () => {
    const found = vensim(
      `d: a, b ~~|\none[d] = 1 ~~|\nfirst[d] = 0.5, 3 ~~|\nx[d] = FIND ZERO(one[d], z[d], one[d], first[d], ELMCOUNT(d), 0, 1e-06, 100, 0) ~~|
z[a] = together - 3 - Time ~~|\nz[b] = x[a] * x[b] - 2 ~~|\ntogether = x[a] + x[b] ~~|`,
    );
    for (let t = 0; t < 5; t++) {
      const [sum, root] = [3 + t, Math.sqrt((3 + t) ** 2 - 8)];
      expect(found['x[a]']![t]).toBeCloseTo((sum - root) / 2, 9);
      expect(found['x[b]']![t]).toBeCloseTo((sum + root) / 2, 9);
    }
  });

  test('without a way out a loop is still told', () => {
    expect(simulate(mdl('x = y / 2 + 3 ~~|\ny = x + Time ~~|'), 'm.mdl')).toContain('circular-definition');
  });
});
