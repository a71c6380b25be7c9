import { describe, expect, test } from 'vitest';
import { writeXmile } from '../../../src/format/xmile/write-xmile.ts';
import { mistakes, read, simulate, simulateModel, xmile } from './foreign-run.ts';

type Found = Record<string, number[]>;
const run = (variables: string, around = '', specs = '') =>
  simulate(xmile(variables, around, specs), 'm.xmile') as Found;
const aux = (name: string, eqn: string, more = ''): string =>
  `<aux name="${name}"><eqn>${eqn}</eqn>${more}</aux>`;
const flow = (name: string, eqn: string, more = ''): string =>
  `<flow name="${name}"><eqn>${eqn}</eqn>${more}</flow>`;
const value = (eqn: string): number => run(aux('x', eqn))['x']![0]!;

describe('numbers and operators', () => {
  test.each([
    ['-2^2', -4],
    ['7 MOD 3', 1],
    ['-7 mod 3', 2],
    ['MOD(7, 3) + MOD(-7, 3) * 2', 5],
    ['INT(-2.1)', -3],
    ['NOT 0 AND 1', 1],
    ['IF 1 &lt;&gt; 2 THEN 3 ELSE 4', 3],
    ['6 // 0', 0],
    ['SAFEDIV(6, 0, 5)', 5],
    ['MAX(1, 5, 3)', 5],
    ['{a comment} 2 * PI', 2 * Math.PI],
    ['LOG10(1000) + LN(EXP(2))', 5],
  ])('%s is %d', (eqn, result) => {
    expect(value(eqn)).toBeCloseTo(result, 10);
  });
});

describe('time', () => {
  test.each([
    ['STEP(5, 2)', [0, 0, 5, 5, 5]],
    ['RAMP(2, 1, 3)', [0, 0, 2, 4, 4]],
    ['PULSE(6, 1, 2)', [0, 6, 0, 6, 0]],
    ['PULSE(6, 1)', [0, 6, 0, 0, 0]],
    ['DELAY(TIME, 2)', [0, 0, 0, 1, 2]],
    ['DELAY(TIME, 2, 7)', [7, 7, 0, 1, 2]],
    ['PREVIOUS(SELF, 1) + 1', [2, 3, 4, 5, 6]],
    ['PREVIOUS(TIME, -1)', [-1, 0, 1, 2, 3]],
    ['INIT(TIME + 3)', [3, 3, 3, 3, 3]],
    ['SMTH1(8, 2, 0)', [0, 4, 6, 7, 7.5]],
    ['HISTORY(TIME * 10, TIME - 1)', [0, 0, 10, 20, 30]],
    ['COUNTER(1, 3)', [1, 2, 1, 2, 1]],
  ])('%s', (eqn, series) => {
    expect(run(aux('x', eqn))['x']).toEqual(series);
  });
});

describe('stocks', () => {
  const stock = (inside: string): string => `<stock name="s"><eqn>10</eqn>${inside}</stock>`;

  test('outflows are limited in the order of the list, by what is there and what comes in', () => {
    const found = run(
      stock('<inflow>in</inflow><outflow>a</outflow><outflow>b</outflow><non_negative/>') +
        flow('in', '1') +
        flow('a', '8') +
        flow('b', '8'),
    );
    expect(found['s']).toEqual([10, 0, 0, 0, 0]);
    expect(found['a']).toEqual([8, 1, 1, 1, 1]);
    expect(found['b']).toEqual([3, 0, 0, 0, 0]);
  });

  test('an inflow below zero takes no more than there is', () => {
    const found = run(stock('<inflow>in</inflow><non_negative/>') + flow('in', '2 - 4 * TIME'));
    expect(found['s']).toEqual([10, 12, 10, 4, 0]);
    expect(found['in']).toEqual([2, -2, -6, -4, 0]);
  });

  test('a flow of two stocks moves its amount at each, as far as that one allows', () => {
    const two = stock('<outflow>f</outflow><non_negative/>') + '<stock name="t"><eqn>5</eqn><outflow>f</outflow></stock>'; // prettier-ignore
    const text = xmile(two + flow('f', '4'));
    expect(simulate(text, 'm.xmile')).toMatchObject({
      s: [10, 6, 2, 0, 0],
      t: [5, 1, -3, -7, -11],
      f: [4, 4, 4, 4, 4],
    });
    const model = read(text, 'm.xmile');
    expect(model.ok && model.value.warnings?.map((d) => d.code)).toEqual(['flow-twice']);
  });

  test('a flow does not run backwards unless it says so; text is trimmed, its case ignored', () => {
    const found = run(
      stock('<inflow>a</inflow><inflow>b</inflow>') +
        flow('a', '-1', '<non_negative> TruE </non_negative>') +
        flow('b', '-2', '<non_negative>false</non_negative>'),
      '<behavior><flow><non_negative/></flow></behavior>',
    );
    expect(found['s']).toEqual([10, 8, 6, 4, 2]);
  });

  test('a multiplier changes what arrives, not what leaves', () => {
    const found = run(
      stock('<outflow>f</outflow>') +
        '<stock name="t"><eqn>0</eqn><inflow>f</inflow></stock>' +
        flow('f', '1', '<multiplier>3</multiplier>'),
    );
    expect([found['s']![4], found['t']![4]]).toEqual([6, 12]);
  });
});

describe('graphical functions', () => {
  const gf = (type: string): string =>
    `<gf type="${type}"><xscale min="0" max="2"/><ypts>0,10,30</ypts></gf>`;
  test.each([
    ['continuous', [-0, 5, 20, 30]],
    ['extrapolate', [-10, 5, 20, 50]],
    ['discrete', [0, 0, 10, 30]],
  ])('%s', (type, expected) => {
    const found = run(['-1', '0.5', '1.5', '3'].map((x, i) => aux(`x${i}`, x, gf(type))).join(''));
    expect([0, 1, 2, 3].map((i) => found[`x${i}`]![0]! + 0)).toEqual(expected.map((v) => v + 0));
  });

  test('called by name; x points go before an x scale', () => {
    const table = '<gf name="f"><xscale min="0" max="9"/><xpts sep=";">0; 2</xpts><ypts>0 4</ypts></gf>';
    expect(run(table + aux('x', 'f(1)'))['x']![0]).toBe(2);
  });
});

describe('arrays', () => {
  const dims =
    '<dimensions><dim name="D"><elem name="a"/><elem name="b"/></dim><dim name="N" size="3"/></dimensions>';
  const array = (name: string, dim: string, inside: string): string =>
    `<aux name="${name}"><dimensions><dim name="${dim}"/></dimensions>${inside}</aux>`;
  const elements = (...eqns: string[]): string =>
    eqns.map((eqn, i) => `<element subscript="${'ab'[i]}"><eqn>${eqn}</eqn></element>`).join('');

  test('elements, apply to all, functions of whole arrays and computed places', () => {
    const found = run(
      array('v', 'D', elements('3', '5')) +
        array('w', 'D', '<eqn>v * 2</eqn>') +
        array('q', 'N', '<eqn>N * 10</eqn>') +
        aux('x', 'SUM(v) + MEAN(w[*])') + aux('y', 'q[2] + v[b]') + aux('z', 'q[INT(TIME) + 1]') + aux('k', 'RANK(v, 2) + SIZE(q) + D.b'),
      dims,
    ); // prettier-ignore
    expect(found['w[b]']![0]).toBe(10);
    expect(found['x']![0]).toBe(16);
    expect(found['y']![0]).toBe(25);
    // Outside the array there is 0.
    expect(found['z']).toEqual([10, 20, 30, 0, 0]);
    expect(found['k']![0]).toBe(7);
  });
});

test('modules: inputs take what they are connected to, and each has its own state', () => {
  const text = xmile(
    `<module name="One"><connect to="One.rate" from=".a"/></module><module name="two"><connect to="two.rate" from="One.level"/></module>${aux('a', '2')}${aux('x', 'One.level + two.level')}`,
  ).replace(
    '</xmile>',
    ['one', 'two']
      .map(
        (n) =>
          `<model name="${n}"><variables><stock name="level"><eqn>1</eqn><inflow>in</inflow></stock>${flow('in', 'rate')}${aux('rate', '{unconnected}')}</variables></model>`,
      )
      .join('') + '</xmile>',
  );
  const found = simulate(text, 'm.stmx') as Found;
  expect(found['One.level']).toEqual([1, 3, 5, 7, 9]);
  expect(found['two.level']).toEqual([1, 2, 5, 10, 17]);
  expect(found['x']![4]).toBe(26);
});

test('macros: an expression, and one with a stock of its own', () => {
  const macros = `<macro name="TWICE"><parm>p</parm><eqn>2 * p</eqn></macro><macro name="FILL"><parm>r</parm><parm default="1">s</parm><eqn>level</eqn><variables><stock name="level"><eqn>s</eqn><inflow>in</inflow></stock>${flow('in', 'r')}</variables></macro>`;
  const found = run(aux('x', 'TWICE(TIME) + FILL(1)'), macros);
  expect(found['x']).toEqual([1, 4, 7, 10, 13]);
});

test('files as they are: an undeclared prefix, an older namespace, no declaration, a step as 1/n', () => {
  const specs =
    '<sim_specs isee:x="1" method="rk4"><start>0</start><stop>1</stop><dt reciprocal="true">4</dt></sim_specs>';
  const text = xmile(aux('x', 'TIME'), '<isee:prefs a="b"/>', specs).replace(/^<\?xml.*\n/, '').replace(/<variables>|<\/variables>/g, '').replace('docs.oasis-open.org/xmile/ns/XMILE/v1.0', 'www.systemdynamics.org/XMILE'); // prettier-ignore
  const model = read(text, 'm.xmile');
  expect(model.ok && model.value.simSpecs).toMatchObject({ dt: 0.25, method: 'rk4', saveStep: 0.25 });
});

test('mistakes are told at their places', () => {
  expect(mistakes(xmile(aux('a', '???')), 'm.xmile')[0]).toMatch(/no-equation/);
  expect(mistakes(xmile(aux('a', '1 +')), 'm.xmile')).toEqual(['6:41 equation-syntax {"found":""}']);
  expect(mistakes(xmile('<stock name="s"><eqn>1</eqn><oven/></stock>'), 'm.xmile')).toEqual([
    '6:1 missing-key {"key":"<cook_time>","within":"<oven>"}',
  ]);
  expect(mistakes('<xmile><model>', 'm.xmile')[0]).toMatch(/xml-syntax/);
});

describe('methods that choose their own steps', () => {
  const specs = (method: string): string =>
    `<sim_specs method="${method}"><start>0</start><stop>4</stop><dt>1</dt></sim_specs>`;
  const decay = `<stock name="s"><eqn>1</eqn><outflow>out</outflow></stock>${flow('out', 's')}`;
  const opened = (variables: string, method: string) => {
    const model = read(xmile(variables, '', specs(method)), 'm.xmile');
    if (!model.ok) throw new Error(JSON.stringify(model.error));
    return { method: model.value.simSpecs.method, warnings: model.value.warnings?.map((d) => d.args) };
  };

  test.each(['rk45, RK4', 'gear'])('%s gives what the equations say, at a step of 1', (method) => {
    expect(opened(decay, method).warnings).toBeUndefined();
    const found = run(decay, '', specs(method))['s']!;
    for (const [time, value] of found.entries()) expect(value).toBeCloseTo(Math.exp(-time), 6);
  });

  test('a model that goes by steps gets the next method of the list, and that is told', () => {
    const delayed = decay + aux('x', 'DELAY(s, 2)');
    expect(opened(delayed, 'rk45, RK2')).toMatchObject({ method: 'rk2', warnings: [{ instead: 'rk2' }] });
    expect(opened(decay + aux('x', 'NORMAL(0, 1)'), 'gear')).toMatchObject({ method: 'rk4' });
  });
});

describe('chance', () => {
  const specs = (method: string): string =>
    `<sim_specs method="${method}"><start>0</start><stop>4000</stop><dt>1</dt></sim_specs>`;
  const variables =
    aux('x', 'NORMAL(5, 2)') +
    aux('y', 'NORMAL(5, 2)') +
    aux('p', 'POISSON(4)') +
    aux('r', 'RANDOM(2, 4, 1)');
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;

  test('draws have the mean and deviation that were asked for, and each its own stream', () => {
    const { x, y, p, r } = run(variables, '', specs('euler'));
    expect(mean(x!)).toBeCloseTo(5, 0.7);
    expect(mean(x!.map((v) => (v - 5) ** 2))).toBeCloseTo(4, 0.5);
    expect(mean(p!)).toBeCloseTo(4, 0.7);
    expect(mean(r!)).toBeCloseTo(3, 1);
    expect(x).not.toEqual(y);
  });

  test('a draw is the same in every run, and stands still in the stages of a step', () => {
    const euler = run(variables, '', specs('euler'));
    expect(run(variables, '', specs('rk4'))['x']).toEqual(euler['x']);
    expect(run(variables, '', specs('euler'))).toEqual(euler);
  });
});

test('a file that is written and read back is the same model', () => {
  const model = read(
    xmile(
      `<stock name="a stock"><eqn>10</eqn><inflow>in</inflow></stock>${flow('in', 'IF a_stock &gt; 2 ^ -1 THEN DELAY3(TIME, 2) ELSE PREVIOUS(SELF, 1) MOD 3')}${aux('say &quot;x&quot;', 'NORMAL(0, 1, 7) + g(TIME)')}<gf name="g" type="extrapolate"><xpts>0,1</xpts><ypts>0,2</ypts></gf>`,
    ),
    'm.xmile',
  );
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  const written = writeXmile(model.value).text;
  const again = read(written, 'm.xmile');
  if (!again.ok) throw new Error(JSON.stringify(again.error));
  expect(writeXmile(again.value).text).toBe(written);
  expect(simulateModel(again.value)).toEqual(simulateModel(model.value));
});

describe('conveyors', () => {
  const belt = (initial: string, more: string, flows: string, outflows = ''): Found =>
    run(
      `<stock name="s"><eqn>${initial}</eqn><inflow>in</inflow><outflow>out</outflow>${outflows}<conveyor ${more}</conveyor></stock>${flow('in', '250')}<flow name="out"/>${flows}`,
      '',
      '<sim_specs method="Euler"><start>0</start><stop>12</stop><dt>0.25</dt></sim_specs>',
    );
  const leak = (eqn: string): string => flow('l', eqn, '<leak/>');
  const out = '<outflow>l</outflow>';

  test('what enters leaves after the length of the belt', () => {
    const found = belt('0', '><len>4</len>', '');
    expect(found['out']!.slice(0, 16)).toEqual(Array(16).fill(0));
    expect(found['out']![16]).toBe(250);
    expect(found['s']!.at(-1)).toBe(1000);
  });

  test.each([
    ['none', '1000', '>', '', 1000, 250, 0],
    ['linear', '906.25', '>', leak('0.2'), 906.25, 200, 50],
    [
      'exponential',
      '832.699579',
      ' exponential_leak="true">',
      leak('0.1'),
      832.699579,
      166.730042,
      83.269958,
    ],
  ])('in balance with a leak: %s', (kind, initial, more, flows, contents, exit, lost) => {
    const found = belt(initial, `${more}<len>4</len>`, flows, kind === 'none' ? '' : out);
    for (const k of [0, 7, 20, 48]) {
      expect(found['s']![k]).toBeCloseTo(contents, 5);
      expect(found['out']![k]).toBeCloseTo(exit, 5);
      if (kind !== 'none') expect(found['l']![k]).toBeCloseTo(lost, 5);
    }
  });

  test('a full belt takes in no more than it lets out', () => {
    const found = belt('0', '><len>4</len><capacity>600</capacity>', '');
    expect(Math.max(...found['s']!)).toBe(600);
    expect(Math.min(...found['in']!)).toBe(0);
  });
});

describe('array functions', () => {
  const dims =
    '<dimensions><dim name="d"><elem name="a"/><elem name="b"/><elem name="c"/></dim></dimensions>';
  const array = (name: string, ...values: readonly number[]): string =>
    `<aux name="${name}"><dimensions><dim name="d"/></dimensions>${values.map((v, i) => `<element subscript="${'abc'[i]}"><eqn>${v}</eqn></element>`).join('')}</aux>`;
  const over = (name: string, eqn: string): string =>
    `<aux name="${name}"><dimensions><dim name="d"/></dimensions><eqn>${eqn}</eqn></aux>`;
  const g = '<gf name="g"><xpts>0,1,4</xpts><ypts>1,5,7</ypts></gf>';

  test('look at the heights of a graphical function, as its subscripts do', () => {
    const eqns = {
      s: 'SUM(g)',
      n: 'SIZE(g)',
      m: 'MAX(g)',
      mean: 'MEAN(g)',
      second: 'g[2]',
      now: 'g[TIME]',
      f: 'g(2.5)',
    };
    const found = run(g + Object.entries(eqns).map(([name, eqn]) => aux(name, eqn)).join('')); // prettier-ignore
    expect(['s', 'n', 'm', 'second', 'f'].map((name) => found[name]![0])).toEqual([13, 3, 7, 5, 6]);
    expect(found['mean']![0]).toBeCloseTo(13 / 3, 12);
    expect(found['now']).toEqual([0, 1, 5, 7, 0]);
  });

  test('look into one belt or queue of an array', () => {
    const over_ = (tag: string, name: string, inside: string): string =>
      `<${tag} name="${name}"><dimensions><dim name="d"/></dimensions>${inside}</${tag}>`;
    const ends = '<inflow>i</inflow><outflow>o</outflow>';
    const belt = (inside: string): string =>
      over_('stock', 's', `<eqn>6</eqn>${ends}${inside}`) + over_('flow', 'i', '<eqn>d</eqn>') + over_('flow', 'o', ''); // prettier-ignore
    const eqns = { n: 'SIZE(s[b])', most: 'MAX(s[b])', all: 'SUM(s)', second: 's[b][2]' };
    const asked = Object.entries(eqns).map(([name, eqn]) => aux(name, eqn)).join('') + over('own', 'MAX(s[d])'); // prettier-ignore
    const found = run(belt('<conveyor><len>2</len></conveyor>') + asked, dims);
    // Three on each place; then two come where three go.
    expect([found['n']![1], found['most']![1], found['all']![1], found['second']![1]]).toEqual([2, 3, 15, 2]);
    expect(found['own[c]']!.slice(0, 3)).toEqual([3, 3, 3]);
    const queue = run(belt('<queue/>') + asked, dims);
    expect([queue['n']![0], queue['most']![0], queue['all']![0], queue['second']![0]]).toEqual([1, 6, 18, 0]);
  });

  test('several arguments: an array that the left side has not is one of its values', () => {
    const found = run(
      array('v', 3, -1, 2) + aux('most', 'MAX(v, 2.5)') + aux('least', 'MIN(0, v, 1)') + over('each', 'MAX(v, 0)') + aux('sum', 'SUM(MAX(v, 0))') + aux('two', 'MEAN(4, 8)'),
      dims,
    ); // prettier-ignore
    expect(['most', 'least', 'sum', 'two'].map((name) => found[name]![0])).toEqual([3, -1, 5, 6]);
    expect(['a', 'b', 'c'].map((e) => found[`each[${e}]`]![0])).toEqual([3, 0, 2]);
  });

  test('a subscript beyond the array gives 0, or no number if the file says so', () => {
    const text = xmile(array('v', 3, 1, 2) + aux('x', 'v[TIME]'), dims);
    expect((simulate(text, 'm.xmile') as Record<string, number[]>)['x']).toEqual([0, 3, 1, 2, 0]);
    const option = '<options><uses_arrays maximum_dimensions="1" invalid_index_value="NaN"/></options>';
    const found = simulate(text.replace('</header>', `${option}</header>`), 'm.xmile') as Record<
      string,
      number[]
    >;
    expect(found['x']).toEqual([NaN, 3, 1, 2, NaN]);
  });
});

test('a macro’s filter and imported data are told of', () => {
  const macro = (more: string): string => `<macro name="M"${more}><parm>x</parm><eqn>x + 1</eqn></macro>`;
  const told = (around: string): readonly string[] => {
    const model = read(xmile(aux('y', 'M(1)'), around), 'm.xmile');
    return (model.ok ? (model.value.warnings ?? []) : model.error).map((d) => `${d.severity} ${d.code}`);
  };
  expect(told(macro(''))).toEqual([]);
  expect(told(macro(' filter="flow"'))).toEqual(['warning not-supported']);
  expect(told(`${macro('')}<data><import type="CSV" resource="r.csv"/></data>`)).toEqual([
    'warning left-out',
  ]);
});

test('a macro may call itself, as long as what it is given says when to end', () => {
  const factorial = (eqn: string): string => `<macro name="FACT"><parm>n</parm><eqn>${eqn}</eqn></macro>`;
  const found = run(aux('y', 'FACT(6) / FACT(4)'), factorial('IF n &lt;= 1 THEN 1 ELSE n * FACT(n - 1)'));
  expect(found['y']![0]).toBe(30);
  expect(mistakes(xmile(aux('y', 'FACT(TIME)'), factorial('IF n &lt;= 1 THEN 1 ELSE n * FACT(n - 1)')), 'm.xmile')[0]).toMatch(/circular-macro/); // prettier-ignore
  expect(mistakes(xmile(aux('y', 'FACT(6)'), factorial('n * FACT(n - 1)')), 'm.xmile')[0]).toMatch(/circular-macro/); // prettier-ignore
});
