import { expect, test } from 'vitest';
import { writeXmile } from '../../../src/format/xmile/write-xmile.ts';
import { mistakes, read, simulate, simulateModel, xmile } from './foreign-run.ts';
import { expectSameBits } from './same-bits.ts';

type Found = Record<string, number[]>;
const aux = (name: string, eqn: string, more = ''): string =>
  `<aux name="${name}"${more}><eqn>${eqn}</eqn></aux>`;
const specs = (start: string, stop: string, more = '', attributes = ''): string =>
  `<sim_specs${attributes}><start>${start}</start><stop>${stop}</stop>${more}</sim_specs>`;
const run = (variables: string, around = '', whole = ''): Found => {
  const found = simulate(xmile(variables, around, whole), 'm.xmile');
  if (Array.isArray(found)) throw new Error(found.join(' '));
  return found as Found;
};
const told = (text: string): readonly string[] => {
  const model = read(text, 'm.xmile');
  return (model.ok ? (model.value.warnings ?? []) : model.error).map(
    (d) => `${d.code} ${JSON.stringify(d.args)}`,
  );
};

/** A deposit that grows within each step of the main model: from its own start to its own stop. */
const bank = (own: string, main = '', inside = ''): string =>
  xmile(
    `<module name="bank"><connect to="bank.rate" from=".rate"/></module>${aux('rate', 'TIME / 10')}<stock name="got"><eqn>0</eqn><inflow>take</inflow></stock><flow name="take"><eqn>bank.saved</eqn></flow>${main}`,
  ).replace(
    '</xmile>',
    `<model name="bank">${own}<variables>${aux('rate', '0', ' access="input"')}<stock name="saved"><eqn>100</eqn><inflow>interest</inflow></stock><flow name="interest"><eqn>saved * rate</eqn></flow>${inside}</variables></model></xmile>`,
  );
const independent = (more = '', method = ''): string => specs('0', '2', more, ` run="independent"${method}`);

test('an independent module runs from its start to its stop within each step of the whole', () => {
  const text = bank(independent(), '', aux('clock', 'TIME + DT') + aux('last', 'PREVIOUS(saved, 0)'));
  const found = simulate(text, 'm.xmile') as Found;
  const saved = [0, 1, 2, 3, 4].map((t) => 100 * (1 + t / 10) ** 2);
  found['bank.saved']!.forEach((value, t) => expect(value).toBeCloseTo(saved[t]!, 9));
  found['bank.last']!.forEach((value, t) => expect(value).toBeCloseTo(100 * (1 + t / 10), 9));
  expect(found['bank.clock']).toEqual([3, 3, 3, 3, 3]);
  expect(found['got']![4]).toBeCloseTo(
    saved.slice(0, 4).reduce((a, b) => a + b, 0),
    9,
  );
  const model = read(text, 'm.xmile');
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  expect(model.value.warnings).toBeUndefined();
  expectSameBits(model.value);
  const written = writeXmile(model.value).text;
  const again = read(written, 'again.xmile');
  if (!again.ok) throw new Error(JSON.stringify(again.error));
  expect(writeXmile(again.value).text).toBe(written);
  expect((simulateModel(again.value) as Found)['got']).toEqual(found['got']);
});

test.each([
  ['Euler', '<dt>0.5</dt>', '', (r: number) => (1 + r / 2) ** 4],
  ['a step as a reciprocal', '<dt reciprocal="true">2</dt>', '', (r: number) => (1 + r / 2) ** 4],
  ['RK2', '', ' method="RK2"', (r: number) => (1 + r + r ** 2 / 2) ** 2],
  ['RK4', '', ' method="RK4"', (r: number) => (1 + r + r ** 2 / 2 + r ** 3 / 6 + r ** 4 / 24) ** 2],
])('it has a step and a method of its own: %s', (_, step, method, growth) => {
  const found = simulate(bank(independent(step, method)), 'm.xmile') as Found;
  found['bank.saved']!.forEach((value, t) => expect(value).toBeCloseTo(100 * growth(t / 10), 9));
});

test('the attribute may stand with the model or the module, and a draw is another in every run', () => {
  const plain = independent().replace(' run="independent"', '');
  const byModel = bank(plain).replace('<model name="bank">', '<model name="bank" run="independent">');
  const byModule = bank(plain).replace(
    '<module name="bank">',
    '<module name="bank" isee:mode="Independent">',
  );
  const drawn = bank(independent(), '', aux('drawn', 'RANDOM(0, 1)') + aux('before', 'PREVIOUS(drawn, 0)'));
  for (const text of [byModel, byModule, drawn])
    expect((simulate(text, 'm.xmile') as Found)['bank.saved']![2]).toBeCloseTo(144, 9);
  const found = simulate(drawn, 'm.xmile') as Found;
  const draws = [...found['bank.drawn']!, ...found['bank.before']!];
  expect(new Set(draws).size).toBe(10);
});

test('what it cannot do is told of', () => {
  const belt =
    '<stock name="belt"><eqn>1</eqn><outflow>off</outflow><conveyor><len>2</len></conveyor></stock><flow name="off"/>';
  expect(told(bank(independent(), '', belt))[0]).toMatch(/not-supported {"what":"bank.belt: <conveyor>/);
  expect(told(bank(independent('<dt>0.00001</dt>')))[0]).toMatch(/too-many/);
  expect(told(bank(independent('<dt>0</dt>')))[0]).toMatch(/not-supported .*<dt>/);
  expect(told(bank(independent('', ' method="gear"')))).toEqual([
    'approximated {"what":"<model name=\\"bank\\"> <sim_specs> stiff","instead":"rk4"}',
  ]);
});

test('independent modules within one another, and as an array', () => {
  const model = (name: string, variables: string): string =>
    `<model name="${name}">${specs('0', '3', '', ' run="independent"')}<variables>${variables}</variables></model>`;
  const stock = (name: string, start: string, rate: string): string =>
    `<stock name="${name}"><eqn>${start}</eqn><inflow>in</inflow></stock><flow name="in"><eqn>${rate}</eqn></flow>`;
  const text = xmile(
    `<module name="outer"><dimensions><dim name="D"/></dimensions><connect to="outer.n" from="size"/></module><aux name="size"><dimensions><dim name="D"/></dimensions><eqn>D * 10</eqn></aux>`,
    '<dimensions><dim name="D" size="2"/></dimensions>',
  ).replace(
    '</xmile>',
    `${model('outer', `${aux('n', '0')}${stock('sum', '0', 'inner.sum')}<module name="inner"><connect to="inner.by" from="n"/><connect to="inner.from" from="sum"/></module>`)}${model('inner', `${aux('by', '0')}${aux('from', '0')}${stock('sum', 'from', 'by')}`)}</xmile>`,
  );
  // Within each of three steps: sum += sum + 3 n.
  const found = simulate(text, 'm.xmile') as Found;
  expect([found['outer.sum[1]']![0], found['outer.sum[2]']![0]]).toEqual([210, 420]);
});

const factorial = `<macro name="FACT"><parm>x</parm><eqn>product</eqn>${specs('1', 'x')}<variables><stock name="product"><eqn>1</eqn><inflow>change</inflow></stock><flow name="change"><eqn>product * TIME</eqn></flow></variables></macro>`;

test('a macro with times of its own is a loop: it runs to its end each time it is used', () => {
  const found = run(aux('a', 'FACT(5)') + aux('b', 'FACT(3) + FACT(0)'), factorial);
  expect([found['a']![0], found['b']![0]]).toEqual([120, 7]);
  expect(told(xmile(aux('a', 'FACT(5)'), factorial))).toEqual([]);
});

test('its number of steps may follow from what changes as the model runs, up to a bound that is told', () => {
  const text = xmile(aux('n', 'TIME + 1') + aux('a', 'FACT(n)') + aux('b', 'FACT(TIME * 20 + 1)'), factorial);
  const found = simulate(text, 'm.xmile') as Found;
  expect(found['a']).toEqual([1, 2, 6, 24, 120]);
  expect(found['b']![1]! / 5.109094217170944e19).toBeCloseTo(1, 12);
  expect(told(text)).toEqual([
    'approximated {"what":"<macro name=\\"FACT\\"> <sim_specs>","instead":"≤ 100 DT"}',
  ]);
  const beyond = read(xmile(aux('a', 'FACT(TIME * 50)'), factorial), 'm.xmile');
  expect(beyond.ok && simulateModel(beyond.value)).toMatchObject({ a: [1, expect.any(Number), expect.any(Number), NaN, NaN] }); // prettier-ignore
});

test('its start and its step may be worked out too, and what it lacks is told of', () => {
  const macro = (own: string): string =>
    `<macro name="M"><parm>x</parm><eqn>s</eqn>${own}<variables><stock name="s"><eqn>0</eqn><inflow>in</inflow></stock><flow name="in"><eqn>TIME</eqn></flow></variables></macro>`;
  // From 2, by halves, up to 4: 0.5 * (2 + 2.5 + 3 + 3.5).
  const found = run(aux('a', 'M(2)'), macro(specs('x', '2 * x', '<dt>x / 4</dt>')));
  expect(found['a']![0]).toBeCloseTo(5.5, 12);
  expect(
    run(aux('a', 'M(2)'), macro(specs('x', '2 * x', '<dt>x</dt>', ' method="RK4"')))['a']![0],
  ).toBeCloseTo(6, 12);
  expect(mistakes(xmile(aux('a', 'M(2)'), macro('<sim_specs><stop>4</stop></sim_specs>')), 'm.xmile')[0]).toMatch(/missing-key {"key":"<start>"/); // prettier-ignore
});

const dimensions = '<dimensions><dim name="D" size="3"/><dim name="E" size="2"/></dimensions>';
const array = (name: string, dims: readonly string[], eqn: string): string =>
  `<aux name="${name}"><dimensions>${dims.map((d) => `<dim name="${d}"/>`).join('')}</dimensions><eqn>${eqn}</eqn></aux>`;

test('a macro may take a whole array, a part of one, or a curve', () => {
  const find =
    '<macro name="FIND"><parm>A</parm><parm>v</parm><parm default="1">i</parm><eqn>IF i &gt; SIZE(A) THEN 0 ELSE IF A[i] = v THEN i ELSE FIND(A, v, i + 1)</eqn></macro>' +
    '<macro name="SPREAD"><parm>A</parm><eqn>MAX(A) - MIN(A)</eqn></macro><macro name="BOTH"><parm>B</parm><eqn>SPREAD(B) + 1</eqn></macro><macro name="AT"><parm>f</parm><parm>x</parm><eqn>f(x)</eqn></macro><macro name="TWICE"><parm>x</parm><eqn>2 * x</eqn></macro>';
  const found = run(
    `${array('a', ['D'], 'D * 10')}${array('m', ['E', 'D'], 'E * 100 + D')}${aux('x', 'FIND(a, 20)')}${aux('none', 'FIND(a, 5)')}${aux('y', 'FIND(m[2, *], 203)')}${aux('z', 'BOTH(a)')}${array('w', ['E'], 'SPREAD(m[E, *])')}${array('t', ['D'], 'TWICE(a)')}<gf name="curve"><xpts>0,2</xpts><ypts>0,8</ypts></gf>${aux('c', 'AT(curve, 1)')}`,
    dimensions + find,
  );
  const first = (...names: readonly string[]) => names.map((name) => found[name]![0]);
  expect(first('x', 'none', 'y', 'z', 'w[2]', 't[3]', 'c')).toEqual([2, 0, 3, 21, 2, 60, 4]);
});

test('loops within loops: the rows of an array are added up by a macro, and the sums by another', () => {
  const sums = (name: string, stop: string, each: string): string =>
    `<macro name="${name}"><parm>A</parm><eqn>total</eqn>${specs('1', `${stop} + 1`)}<variables><stock name="total"><eqn>0</eqn><inflow>in</inflow></stock><flow name="in"><eqn>${each}</eqn></flow></variables></macro>`;
  const macros = sums('SUM2D', 'SIZE(A[*, 1])', 'SUM1D(A[TIME, *])') + sums('SUM1D', 'SIZE(A)', 'A[TIME]');
  const found = run(array('m', ['E', 'D'], 'E * 10 + D + TIME') + aux('x', 'SUM2D(m)'), dimensions + macros);
  expect(found['x']).toEqual([102, 108, 114, 120, 126]);
});

test('a macro that calls itself may go deep', () => {
  const macro =
    '<macro name="COUNT"><parm>n</parm><eqn>IF n &lt;= 0 THEN 0 ELSE 1 + COUNT(n - 1)</eqn></macro>';
  expect(run(aux('x', 'COUNT(150)'), macro)['x']![0]).toBe(150);
});
