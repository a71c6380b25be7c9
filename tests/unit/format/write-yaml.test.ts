import { describe, expect, test } from 'vitest';
import { shippedModels } from '../../../src/cli/shipped.ts';
import { editYaml } from '../../../src/format/yaml/edit-yaml.ts';
import { ownNames } from '../../../src/format/yaml/write-names.ts';
import { writeModel } from '../../../src/format/write.ts';
import { mdl, read, simulateModel, xmile } from './foreign-run.ts';

const models: readonly (readonly [string, string, string])[] = [
  [
    'stocks, flows and units',
    mdl(
      'births = s * rate ~ Person/Year ~ those who are born|\nrate = 0.1 ~ 1/Year ~|\ns = INTEG(births, 100) ~ Person ~|\nTIME STEP = 0.5 ~ Year ~|\nSAVEPER = TIME STEP ~ Year ~|',
    ),
    'm.mdl',
  ],
  [
    'arrays and lookups',
    mdl(
      'D: a, b ~~|\nv[D] = 3, 4 ~~|\nt((0,0),(2,4),(2,6),(3,1)) ~~|\nx = SUM(v[D!]) + t(Time) ~~|\nf = LOOKUP EXTRAPOLATE(t, x) ~~|\nIF = IF THEN ELSE(Time > 2, ABS(-x), MIN(x, 3)) ~~|',
    ),
    'm.mdl',
  ],
  [
    'what was some steps ago, and curves of every kind',
    mdl(
      'x = DELAY FIXED(Time, 2, 7) ~~|\nsaved = SAMPLE IF TRUE(x > 1, x, -1) ~~|\nat = Time / 2 ~~|\nt((0,0),(1,4),(1,6),(3,1)) ~~|\n' +
        'before = LOOKUP BACKWARD(t, at) ~~|\nahead = LOOKUP FORWARD(t, at) ~~|\nbeyond = LOOKUP EXTRAPOLATE(t, 2 * Time) ~~|\n' +
        'past = t(at + 0.1) ~~|\nonly((1,3)) ~~|\nlevel = only(x) ~~|\ndrawn = RANDOM UNIFORM(0, 1, 5) ~~|\nopen = RANDOM NORMAL(0, 9, 4, 1, 0) ~~|',
    ),
    'm.mdl',
  ],
  [
    'two variables with the same words',
    mdl(
      'D: a, b ~~|\nv[D] = Time ~ Person ~ What they say of each|\nw[D] = INTEG(v[D], 1) ~ Person ~ What they say of each|',
    ),
    'm.mdl',
  ],
  [
    'units that only we are strict about',
    mdl('s = INTEG(-f, 9) ~ degrees ~|\nf = MIN(s, 2) ~ degrees/minute ~|'),
    'm.mdl',
  ],
  [
    'names that mean something here',
    xmile(
      '<aux name="time 2"><eqn>TIME</eqn></aux><aux name="max"><eqn>2</eqn></aux><aux name="Pi"><eqn>time_2 + "max"</eqn></aux><aux name="1 åra"><eqn>SMTH1("time_2", 2, 1)</eqn></aux>',
    ),
    'm.xmile',
  ],
];

describe('a model of another program, as a file of our own', () => {
  test.each(models)('%s: the same numbers', (_, text, file) => {
    const model = read(text, file);
    if (!model.ok) throw new Error(JSON.stringify(model.error));
    const written = writeModel(model.value, 'm.yaml');
    if (!written.ok) throw new Error(JSON.stringify(written.error));
    const again = read(written.value.text, 'm.yaml');
    if (!again.ok) throw new Error(JSON.stringify(again.error));
    const names = ownNames(model.value.variables.keys());
    // What is read of it is written the same.
    const twice = writeModel(again.value, 'm.yaml');
    expect(twice.ok && twice.value.text).toBe(written.value.text);
    const [own, other] = [simulateModel(model.value), simulateModel(again.value)] as Record<
      string,
      number[]
    >[];
    expect(Object.keys(own!).length).toBeGreaterThan(1);
    // A constant is no series in a model of our own.
    const compared = Object.entries(own!).filter(([name]) => other![names.get(name)!]);
    expect(compared.length).toBeGreaterThan(2);
    for (const [name, values] of compared)
      for (const [i, value] of values.entries()) expect(other![names.get(name)!]![i]).toBeCloseTo(value, 9);
  });

  test('units are kept where all are known', () => {
    const model = read(models[0]![1], 'm.mdl');
    const written = model.ok && writeModel(model.value, 'm.yaml');
    expect(written && written.ok && written.value.text).toContain('unit: person/year');
    expect(written && written.ok && written.value.warnings).toEqual([]);
  });

  test('a file that could not be opened again is not written', () => {
    const model = read(mdl(`x = 1 ~~ ${'words '.repeat(200_000)} |`), 'm.mdl');
    const written = model.ok && writeModel(model.value, 'm.yaml');
    expect(written && !written.ok && written.error.map((d) => d.code)).toEqual(['file-too-large']);
  });
});

describe('a file of our own with other numbers', () => {
  const text = `# first
parameters:
  rate: {unit: 1/year, value: 0.1, grade: assumed} # kept
  other:
    value: 3   # and this
stocks:
  s:
    initial: rate*100
`;
  test('comments, order and blanks stay', () => {
    const edited = editYaml(text, 'm.yaml', { s: 7, rate: 0.25, other: -4 });
    expect(edited.ok && edited.value).toBe(
      text.replace('0.1,', '0.25,').replace('value: 3 ', 'value: -4 ').replace('rate*100', '7'),
    );
  });

  test('a name that is neither a parameter nor a stock', () => {
    const edited = editYaml(text, 'm.yaml', { rat: 1 });
    expect(!edited.ok && edited.error).toMatchObject([
      { code: 'unknown-reference', args: { name: 'rat', nearest: 'rate' } },
    ]);
  });

  test.each([...shippedModels])('%s comes back to the letter', (id, shipped) => {
    const edited = editYaml(shipped, `${id}.yaml`, {});
    expect(edited.ok && edited.value === shipped).toBe(true);
  });
});
