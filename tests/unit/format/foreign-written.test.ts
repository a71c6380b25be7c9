import { expect, test } from 'vitest';
import { writeXmile } from '../../../src/format/xmile/write-xmile.ts';
import { mdl, read, simulateModel, xmile } from './foreign-run.ts';
import { expectSameBits } from './same-bits.ts';
import type { Model } from '../../../src/model/model.ts';

const arrays = `d: a, b, c ~~|
v[d] = 3, 1, 2 ~~|
order[d] = VECTOR SORT ORDER(v[d], 1) ~~|
part[d] = v[d] / SUM(v[d!]) ~~|
s[d] = INTEG(part[d] - s[d] / 4, v[d]) ~~|`;
const memory = `in = 10 + STEP(5, 2) ~~|
fixed = DELAY FIXED(in, 2, 1) ~~|
material = DELAY MATERIAL(in, 1 + PULSE(1, 1), 7, 0) ~~|
news = DELAY INFORMATION(in, 2, 3) ~~|
stages = DELAY N(in, 3, 4, 2) ~~|
smooth = SMOOTH3I(in, 3, 2) ~~|
kept = SAMPLE IF TRUE(Time = 2, in, 0) ~~|
worth = NPV(in, 0.1, 0, 1) ~~|
trend = TREND(in, 3, 0.1) ~~|`;
const chance = `x = RANDOM NORMAL(0, 20, 10, 3, 7) ~~|
y = RANDOM POISSON(0, 20, 4, 0, 1, 7) ~~|
z = RANDOM PINK NOISE(5, 1, 2, 7) ~~|
rising((0,0),(3,1)) ~~|
w = RANDOM LOOKUP(rising, 0, 9, 1, 2, 3) ~~|`;
const curves = `t((0,0),(2,4),(4,2)) ~~|
a = t(Time) ~~|
b = LOOKUP FORWARD(t, Time) ~~|
c = LOOKUP EXTRAPOLATE(t, Time * 2) ~~|
e = LOOKUP AREA(t, 0, Time) ~~|`;
const flow = (name: string, eqn = '', more = ''): string =>
  `<flow name="${name}"><eqn>${eqn}</eqn>${more}</flow>`;
const belt = `<stock name="s"><eqn>12</eqn><inflow>in</inflow><outflow>out</outflow><outflow>lost</outflow><conveyor><len>3</len><capacity>20</capacity></conveyor></stock>${flow('in', '8')}${flow('out')}${flow('lost', '0.2', '<leak/>')}`;
const queue = `<stock name="q"><eqn>5</eqn><inflow>come</inflow><outflow>go</outflow><queue/></stock><stock name="s"><eqn>0</eqn><inflow>go</inflow><outflow>out</outflow><conveyor><len>2</len><in_limit>3</in_limit></conveyor></stock>${flow('come', '4')}${flow('go')}${flow('out')}`;
const held = '<sim_specs method="RK4"><start>0</start><stop>4</stop><dt>0.5</dt></sim_specs>';
const grown = `<stock name="people"><eqn>9</eqn><inflow>born</inflow><outflow>come</outflow></stock>${flow('born', '0.5 * people')}`;
const under = `flat((0,1),(10,1)) ~~|
in = 10 + STEP(5, 2) ~~|
third = DELAYP(in, 6 : under way) ~~|
belt = DELAY CONVEYOR(in, 3 - STEP(1, 2), 0.1, flat, 30, 3) ~~|
curve = DELAY PROFILE(flat, in, 3, 5, 0.1) ~~|
batch = DELAY BATCH(in, 25, 3, 7, 2, 4) ~~|
year: (y1-y3) ~~|
part[year] = 50, 30, 20 ~~|
none = 0 ~~|
parts = DEPRECIATE STRAIGHTLINE(in, 2, 1, 6) ~~|
scheduled = DEPRECIATE BY SCHEDULE(in, part[y1], none, 3, Time) ~~|
price = MARKETP(part[y1], part[y1], 3, 10, 70) ~~|
gets[year] = ALLOC P(part[year], part[year], 10, price) ~~|`;
const levels = `age: (a1-a3) ~~|
people[age] = INTEG(0, 10) ~~|
gone = SHIFT IF TRUE(people[a1], MODULO(Time, 2) = 0, 3, 0, 4) ~~|
flat((0,1),(10,1)) ~~|
q = QUEUE FIFO(4, 2 + Time, flat, 6, 3) ~~|
age of it = QUEUE AGE AVERAGE(q, 3) + QUEUE AGE OLDEST(q) + QUEUE AGE IN RANGE(q, 2, 4) ~~|`;
const oven = `<stock name="q"><eqn>2</eqn><inflow>come</inflow><outflow>load</outflow><queue/></stock>${flow('come', '1 + TIME')}
<stock name="o"><eqn>0</eqn><inflow>load</inflow><outflow>out</outflow><oven><cook_time>1</cook_time><fill_time>1</fill_time><capacity>4</capacity></oven></stock>${flow('load')}${flow('out')}
<aux name="batches"><eqn>SIZE(q) + q[1] + OSTATE(o) + CAPACITY(o)</eqn></aux>`;
const drained = `<stock name="s"><eqn>3</eqn><outflow>out</outflow><non_negative/></stock>${flow('out', '2')}`;

test.each([
  ['arrays', mdl(arrays), 'm.mdl'],
  ['delays', mdl(memory), 'm.mdl'],
  ['draws', mdl(chance), 'm.mdl'],
  ['curves', mdl(curves), 'm.mdl'],
  ['a conveyor', xmile(belt), 'm.xmile'],
  ['a queue before a conveyor', xmile(queue), 'm.xmile'],
  ['what is under way', mdl(under), 'm.mdl'],
  [
    'a queue and a conveyor under RK4',
    xmile(grown + queue.replace('<eqn>4</eqn>', '<eqn>people / 3</eqn>'), '', held),
    'm.xmile',
  ],
  ['levels that are more than levels', mdl(levels), 'm.mdl'],
  ['a queue before an oven', xmile(oven), 'm.xmile'],
  ['an oven under RK4', xmile(oven, '', held), 'm.xmile'],
  ['a stock that is never below zero', xmile(drained), 'm.xmile'],
])(
  '%s: oracle and kernels agree; written as XMILE and read back, the same numbers, and written the same again',
  (_, text, file) => {
    const model = opened(text, file);
    expectSameBits(model);
    const written = writeXmile(model).text;
    const again = opened(written, 'again.xmile');
    expect(writeXmile(again).text).toBe(written);
    const [own, other] = [seriesOf(model), seriesOf(again)];
    for (const [name, values] of Object.entries(own)) {
      for (const [i, value] of values.entries())
        expect(other[name]?.[i], `${name} at ${i}`).toBeCloseTo(value, 9);
    }
  },
);

test('the elements of an array are written as an array: one equation, if it can be said so', () => {
  const { text } = writeXmile(
    opened(
      mdl(`region: north, south ~~|\nage: young, old ~~|
people[region, age] = INTEG(born[region, age] - SMOOTH(leave[age], 2), 10) ~~|
born[region, age] = leave[age] * share[region] ~ person/year |
leave[age] = 1, 2 ~~|\nshare[north] = 0.5 ~~|\nshare[south] = 1 - share[north] ~~|
total = SUM(people[region!, young]) ~~|
odd[north] = INTEG(total, 0) ~~|\nodd[south] = INTEG(-total, 0) ~~|`),
      'm.mdl',
    ),
  );
  const lines = text.split('\n').map((line) => line.trim());
  const of = (name: string): readonly string[] => {
    const from = lines.findIndex((line) => line.includes(`name="${name}"`) && !line.startsWith('<dim'));
    return lines.slice(
      from + 1,
      lines.findIndex((line, i) => i > from && /^<\/(aux|flow|stock)>/.test(line)),
    );
  };
  expect(lines).toContain('<dim name="region"><elem name="north"/><elem name="south"/></dim>');
  expect(of('people')).toEqual([
    '<dimensions><dim name="region"/><dim name="age"/></dimensions>',
    '<eqn>10</eqn>',
    '<inflow>born</inflow>',
    '<inflow>&quot;people|net flow&quot;</inflow>',
  ]);
  expect(of('born')).toEqual([
    '<dimensions><dim name="region"/><dim name="age"/></dimensions>',
    '<eqn>leave[age] * share[region]</eqn>',
    '<units>person/year</units>',
  ]);
  expect(of('share')).toEqual([
    '<dimensions><dim name="region"/></dimensions>',
    '<element subscript="north"><eqn>0.5</eqn></element>',
    '<element subscript="south"><eqn>1 - share[north]</eqn></element>',
  ]);
  expect(of('total')).toEqual(['<eqn>people[north, young] + people[south, young]</eqn>']);
  // Their flows are not of one array, so these two stay by themselves.
  expect(of('odd[north]')).toContain('<inflow>total</inflow>');
});

function opened(text: string, file: string): Model {
  const model = read(text, file);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}

const seriesOf = (model: Model): Readonly<Record<string, number[]>> =>
  simulateModel(model) as Readonly<Record<string, number[]>>;
