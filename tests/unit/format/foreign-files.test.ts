// Files as people have them: of other encodings, with other endings, or not models at all.
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { readGiven } from '../../../src/format/read-given.ts';
import { seriesOf } from '../../../src/model/experiment.ts';
import { mdl, mistakes, read, simulate, xmile } from './foreign-run.ts';

const aux = (name: string, eqn: string): string => `<aux name="${name}"><eqn>${eqn}</eqn></aux>`;

/** UTF-16, each letter the lower byte first. */
function twoBytes(text: string, mark: boolean): Uint8Array {
  const codes = [...(mark ? '\ufeff' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(codes.flatMap((code) => [code & 255, code >> 8]));
}

const oneByte = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

test.each([
  ['Windows-1252', oneByte(mdl('på ö = Time * 2 ~ kr/år ~|'))],
  ['UTF-16', twoBytes(mdl('på ö = Time * 2 ~ kr/år ~|'), true)],
  ['UTF-16 without a mark', twoBytes(mdl('på ö = Time * 2 ~ kr/år ~|'), false)],
  [
    'UTF-16, the higher byte first',
    twoBytes(mdl('på ö = Time * 2 ~~|'), true).map((_, i, all) => all[i ^ 1]!),
  ],
  ['carriage returns', oneByte(mdl('på ö = Time * \\\n 2 ~~|').replaceAll('\n', '\r'))],
])('encoded as %s', (_, content) => {
  const given = readGiven({ name: 'm.mdl', content, beside: [], parts: new Map() });
  if (!given.ok) throw new Error(given.error[0]?.code);
  const engine = createEngine();
  const opened = engine.open(given.value.model);
  const run = opened.ok
    ? engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series: ['på ö'] })
    : opened;
  expect(run.ok && [...seriesOf(run.value, 'på ö')!]).toEqual([0, 2, 4, 6, 8]);
});

test('a mistake after carriage returns has its line', () => {
  expect(mistakes('a = 1 ~~|\rb = * ~~|\r', 'm.mdl')[0]).toMatch(/^2:5 equation-syntax/);
});

test('what a file begins with says more than its ending', () => {
  expect(simulate(xmile(aux('x', '3')), 'm.mdl')).toHaveProperty('x');
  expect(simulate(mdl('x = 3 ~~|'), 'm.xml')).toHaveProperty('x');
});

describe('what is no model', () => {
  test.each([
    ['m.vmf', 'abc', 'own-format'],
    ['m.vpmx', 'abc', 'own-format'],
    ['m.STM', 'abc', 'own-format'],
    ['m.docx', 'abc', 'unknown-format'],
    ['m.mdl', 'VMF\u0000\u0001', 'not-text'],
    ['m.stmx', 'PK\u0003\u0004', 'not-text'],
    ['m.mdl', '', 'no-variables'],
  ])('%s', (file, text, code) => {
    const found = read(text, file);
    expect(found.ok ? [] : found.error.map((d) => d.code)).toEqual([code]);
  });

  test.each([
    ['', 'empty'],
    ['<!DOCTYPE html><html></html>', 'doctype'],
    ['<html><body/></html>', 'root'],
    ['x = 1', 'outside'],
    [xmile(aux('x', '1')).slice(0, -12), 'unclosed'],
    [xmile(aux('x', '1')).replace('</aux>', '</aus>'), 'tag'],
    [xmile(aux('x', 'a & b')), 'entity'],
    [xmile(aux('x', 'IF 1 < 2 THEN 1 ELSE 2')), 'character'],
    [xmile('<aux name="a" name="b"><eqn>1</eqn></aux>'), 'attribute'],
  ])('XML: %s', (text, problem) => {
    const found = read(text, 'm.xmile');
    expect(found.ok ? [] : found.error).toMatchObject([{ code: 'xml-syntax', args: { problem } }]);
  });
});

test('an ampersand is told of where it stands', () => {
  expect(mistakes(xmile(`\n${aux('x', 'a & b')}`), 'm.xmile')[0]).toMatch(/^7:22 xml-syntax/);
});

test('the standard’s elements with a prefix of any name', () => {
  const text = xmile(aux('x', '3'))
    .replaceAll('<', '<sd:')
    .replaceAll('<sd:/', '</sd:')
    .replace('<sd:?', '<?');
  expect(simulate(text, 'm.xmile')).toHaveProperty('x', [3, 3, 3, 3, 3]);
});

test('a drawing or settings alone, or none', () => {
  const settings = '///---\\\\\\\n15:0,0,0,1,0,0\n';
  const method = (text: string) => {
    const model = read(text, 'm.mdl');
    return model.ok && model.value.simSpecs.method;
  };
  expect(method(`${mdl('x = 1 ~~|')}${settings}`)).toBe('rk4');
  expect(method(`${mdl('x = 1 ~~|')}\\\\\\---/// Sketch\nV300\n*View\n`)).toBe('euler');
});

test('numbers of a run that are no numbers have their line', () => {
  const specs = '<sim_specs>\n<start>0</start>\n<stop>4</stop>\n<dt>0,5</dt>\n</sim_specs>';
  expect(mistakes(xmile(aux('x', '1'), '', specs), 'm.xmile')).toEqual([
    '7:1 number-format {"key":"<dt>","found":"0,5","instead":"0.5"}',
  ]);
  expect(simulate(xmile(aux('x', 'DT'), '', specs.replace('0,5', '1/2')), 'm.xmile')).toMatchObject({
    x: Array(9).fill(0.5),
  });
});

test('a curve’s points are told of as they are written', () => {
  const gf = (x: string, y: string): string =>
    xmile(`<aux name="x"><eqn>TIME</eqn><gf><xpts>${x}</xpts><ypts>${y}</ypts></gf></aux>`);
  expect(mistakes(gf('0,1', '1,2,3'), 'm.xmile')).toEqual(['6:1 curve-points {"x":2,"y":3}']);
  expect(mistakes(gf('0,b', '1,2'), 'm.xmile')).toEqual(['6:1 curve-points {"x":2,"y":2,"found":"b"}']);
});

test('a whole array in a module is run through, and an array may be asked at a time', () => {
  const dimensions = '<dimensions><dim name="D" size="3"/></dimensions>';
  const array = (name: string, eqn: string): string =>
    `<aux name="${name}"><dimensions><dim name="D"/></dimensions><eqn>${eqn}</eqn></aux>`;
  const text = xmile(
    `<module name="m"/>${aux('out', 'SUM(m.v)')}${array('w', 'D')}${aux('at', 'w[TIME]')}`,
    dimensions,
  ).replace('</xmile>', `<model name="m"><variables>${array('v', 'D * 2')}</variables></model></xmile>`);
  expect(simulate(text, 'm.xmile')).toMatchObject({ out: Array(5).fill(12), at: [0, 1, 2, 3, 0] });
});

test('a numbered range keeps its zeros', () => {
  expect(simulate(mdl('D: ("no 08"-"no 10") ~~|\nx[D] = 1 ~~|'), 'm.mdl')).toHaveProperty('x[no 09]');
});
