import { expect, test } from 'vitest';
import { writeXmile } from '../../../src/format/xmile/write-xmile.ts';
import { read, simulate, simulateModel, xmile } from './foreign-run.ts';
import { expectSameBits } from './same-bits.ts';

type Found = Record<string, number[]>;
const specs = (dt: number, method = 'Euler', more = ''): string =>
  `<sim_specs method="${method}"${more}><start>0</start><stop>4</stop><dt>${dt}</dt></sim_specs>`;
const aux = (name: string, eqn: string, more = ''): string =>
  `<aux name="${name}"${more}><eqn>${eqn}</eqn></aux>`;

/** A town that people move to as a school within it has places; the school takes steps of its own. */
const town = (own: string, eqn = '0.1 * school.places', whole = specs(1)): string =>
  xmile(
    `<module name="school"><connect to="school.people" from="town"/></module>
     <stock name="town"><eqn>100</eqn><inflow>move</inflow></stock><flow name="move"><eqn>${eqn}</eqn></flow>`,
    '',
    whole,
  ).replace(
    '</xmile>',
    `<model name="school">${own}<variables>${aux('people', '0', ' access="input"')}${aux('places', 'pupils / 2', ' access="output"')}
     <stock name="pupils"><eqn>10</eqn><inflow>begin</inflow></stock><flow name="begin"><eqn>(people / 10 - pupils) + DT</eqn></flow></variables></model></xmile>`,
  );

test('a module may take several steps while the model around it takes one', () => {
  const text = town(specs(0.25));
  const found = simulate(text, 'm.xmile') as Found;
  let [people, pupils] = [100, 10];
  for (let k = 0; k <= 4; k++) {
    expect(found['town']![k]).toBeCloseTo(people, 9);
    expect(found['school.pupils']![k]).toBeCloseTo(pupils, 9);
    const move = (0.1 * pupils) / 2;
    for (let i = 0; i < 4; i++) pupils += 0.25 * (people / 10 - pupils + 0.25);
    people += move;
  }
  const model = read(text, 'm.xmile');
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  expect(model.value.warnings).toBeUndefined();
  expect(model.value.simSpecs).toMatchObject({ dt: 0.25, saveStep: 1 });
  expectSameBits(model.value);
  const written = writeXmile(model.value).text;
  const again = read(written, 'again.xmile');
  if (!again.ok) throw new Error(JSON.stringify(again.error));
  expect(writeXmile(again.value).text).toBe(written);
  expect((simulateModel(again.value) as Found)['town']).toEqual(found['town']);
});

test('its times are those of the whole, and its method; that is told', () => {
  const told = (own: string, whole?: string): readonly string[] => {
    const model = read(town(own, undefined, whole), 'm.xmile');
    return (model.ok ? (model.value.warnings ?? []) : model.error).map(
      (d) => `${d.severity} ${JSON.stringify(d.args)}`,
    );
  };
  expect(told(specs(1))).toEqual([]);
  expect(told(specs(1).replace('<stop>4', '<stop>9'))).toEqual([
    'warning {"what":"<model name=\\"school\\"> 0–9","instead":"0–4"}',
  ]);
  expect(told(specs(1, 'RK4'))).toEqual([
    'warning {"what":"<model name=\\"school\\"> rk4","instead":"euler"}',
  ]);
  const refused = (own: string) => [`error {"what":"<model name=\\"school\\"> <dt> ${own}"}`];
  expect(told(specs(2))).toEqual(refused('2: 1 / 2'));
  expect(told(specs(0.3))).toEqual(refused('0.3: 1 / 0.3'));
});

test('under a method with stages all takes the shortest step, which is told', () => {
  const text = town(specs(0.25, 'RK4'), undefined, specs(1, 'RK4'));
  const model = read(text, 'm.xmile');
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  expect(model.value.warnings?.map((d) => d.args)).toEqual([{ what: '<dt> 1 (rk4)', instead: '0.25' }]);
  const whole = simulate(town(specs(0.25, 'RK4'), undefined, specs(0.25, 'RK4')), 'm.xmile') as Found;
  const found = simulateModel(model.value) as Found;
  expect(found['town']).toEqual(whole['town']!.filter((_, i) => i % 4 === 0));
  // What the main model counts in steps of its own would be counted in shorter ones.
  const counted = town(specs(0.25, 'RK4'), '0.1 * PREVIOUS(school.places, 0)', specs(1, 'RK4'));
  expect(simulate(counted, 'm.xmile')).toContain('not-supported');
});

test('what counts the steps of the run cannot take longer ones, and is told of', () => {
  expect(simulate(town(specs(0.5), '0.1 * PREVIOUS(school.places, 0)'), 'm.xmile')).toContain(
    'not-supported',
  );
});
