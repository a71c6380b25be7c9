import { describe, expect, it } from 'vitest';
import { createAnalyst } from '../../../src/analysis/analyst.ts';
import { layoutDiagram } from '../../../src/chart/structure/layout.ts';
import { nodeFor } from '../../../src/chart/structure/node.ts';
import type { Measure } from '../../../src/chart/measure.ts';
import { readModel } from '../../../src/format/read.ts';
import type { Model } from '../../../src/model/model.ts';
import type { Loop } from '../../../src/model/structure.ts';
import { glassesWords } from '../../../src/text/glasses.ts';
import {
  excerptsOf,
  firstExcerpt,
  linksIn,
  mostNodes,
  variablesIn,
} from '../../../src/views/model/excerpt.ts';
import { loopNames, loopText, stepsOf } from '../../../src/views/model/loop-words.ts';
import { readShipped, shipped } from '../../tools/shipped-models.ts';

/** Each letter is half as wide as it is high. */
const halfWidth: Measure = (text, px) => (text.length * px) / 2;

function structureIn(model: Model) {
  const analyst = createAnalyst();
  const open = analyst.open(model);
  if (!open.ok) throw new Error(`${model.id} does not open`);
  const structure = analyst.structure(open.value.handle);
  if (!structure.ok) throw new Error(model.id);
  return { model, links: structure.value.links };
}

function structureOf(id: string) {
  const read = readShipped(id);
  if (!read.ok) throw new Error(`${id} has mistakes`);
  return structureIn(read.value);
}

describe.each(shipped)('%s', (id) => {
  const { model, links } = structureOf(id);
  it('has every excerpt on one readable picture, and every variable in some', () => {
    const seen = new Set<string>();
    for (const excerpt of excerptsOf(model)) {
      const selected = model.outcomes[0]?.variable ?? [...model.variables.keys()][0]!;
      const variables = variablesIn(model, links, excerpt, selected);
      for (const v of variables) seen.add(v.id);
      expect(variables.length, excerpt).toBeGreaterThan(0);
      if (variables.length > mostNodes) continue;
      const nodes = variables.map((variable) => nodeFor(variable, variable.name.sv, halfWidth));
      const diagram = layoutDiagram(nodes, linksIn(links, excerpt));
      expect(diagram.nodes).toHaveLength(variables.length);
      for (const { x, y, width, height } of diagram.nodes) {
        expect(x - width / 2).toBeGreaterThanOrEqual(0);
        expect(y - height / 2).toBeGreaterThanOrEqual(0);
        expect(x + width / 2).toBeLessThanOrEqual(diagram.width);
        expect(y + height / 2).toBeLessThanOrEqual(diagram.height);
      }
    }
    const stocks = [...model.variables.values()].filter((v) => v.kind === 'stock');
    expect(stocks.filter((v) => !seen.has(v.id)).map((v) => v.id)).toEqual([]);
  });
});

describe('a file from another program', () => {
  const text = `people = INTEG(new - back, 100) ~ person ~ |
new = 10 + STEP(2, 5) ~ person/Year ~ |
back = people * rate ~ person/Year ~ |
rate = 0.1 ~ 1/Year ~ |
FINAL TIME = 20 ~ Year ~ |
INITIAL TIME = 0 ~ Year ~ |
TIME STEP = 0.25 ~ Year ~ |`;
  const read = readModel(text, 'small.mdl', { parts: new Map() });
  if (!read.ok) throw new Error('the text has mistakes');
  const { model, links } = structureIn(read.value);
  it('is shown whole at first', () => {
    expect(firstExcerpt(model)).toBe('own');
    expect(firstExcerpt({ ...model, dialect: 'native' })).toBe('people');
  });
  it('has the flows that drain people to nowhere among the people', () => {
    expect(variablesIn(model, links, 'people', '').map((v) => v.id)).toEqual(['people', 'new', 'back']);
  });
});

it('a name is broken between words, and its box is as wide as the widest line', () => {
  const node = nodeFor({ id: 'young', kind: 'stock' }, 'Unga utan jobb och studier', halfWidth);
  expect(node.lines).toEqual(['Unga utan jobb och', 'studier']);
  expect([node.width, node.height]).toEqual([18 * 6 + 20, 2 * 15 + 14]);
});

describe('a loop in words', () => {
  const { model } = structureOf('kommun');
  const loop: Loop = {
    id: 'x',
    variables: ['passed_on', 'in_gap', 'gap_return', 'excluded_recent'],
    signs: [1, 1, 1, 1],
    polarity: 1,
    strength: 0.9,
  };
  it('begins with its first stock and says what it does', () => {
    expect(stepsOf(loop, model)[0]).toEqual({ variable: 'in_gap', sign: '+' });
    expect(loopText(loop, model, 'R1', 'sv', glassesWords('sv'))).toMatch(
      /^R1 förstärker: Mellan myndigheter –\(\+\)→ .* –\(\+\)→ Mellan myndigheter$/,
    );
    const odd: Loop = { ...loop, signs: [1, undefined, -1, 0], polarity: undefined };
    expect(stepsOf(odd, model).map(({ sign }) => sign)).toEqual(['?', '−', '0', '+']);
  });
  it('is named by what it does, in order', () => {
    expect(loopNames([loop, { ...loop, polarity: -1 }, loop, { ...loop, polarity: 0 }])).toEqual([
      'R1',
      'B1',
      'R2',
      '?1',
    ]);
  });
});
