import { describe, expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { areaOf } from '../../../src/chart/river/body.ts';
import { openRiver, riverOf, riverSeries } from '../../../src/chart/river/data.ts';
import { frameOf } from '../../../src/chart/river/frame.ts';
import { flows, stocks, wayOf } from '../../../src/chart/river/graph.ts';
import { shapesOf } from '../../../src/chart/river/draw.ts';
import { marksOf, table } from '../../../src/chart/river/marks.ts';
import { readyPolicy } from '../../../src/model/policy.ts';
import { yearZeroOf } from '../../../src/model/outcomes.ts';
import { helpers, wording } from '../../chart/river-fixture.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const size = { width: 1056, height: 380, scale: 1 };

describe.each(['kommun', 'skola'])('the river of %s', (id) => {
  const read = readShipped(id);
  if (!read.ok) throw new Error(id);
  const model = read.value;
  const source = must(riverOf(model.variables.keys()), 'a river');

  test('has every flow into and out of its stocks, from where to where the model has it', () => {
    for (const stock of stocks) {
      for (const name of source.stocks[stock]) {
        const variable = must(model.variables.get(name), name);
        if (variable.kind !== 'stock') throw new Error(name);
        const through = (side: 'from' | 'to'): readonly string[] =>
          flows.filter((flow) => wayOf(flow)[side] === stock).flatMap((flow) => source.flows[flow]);
        for (const flow of variable.inflows) expect(through('to'), name).toContain(flow);
        for (const flow of variable.outflows) expect(through('from'), name).toContain(flow);
      }
    }
  });

  test('is drawn to scale, and nothing of what it has not', () => {
    const engine = createEngine();
    const opened = engine.open(model);
    if (!opened.ok) throw new Error(id);
    const run = (policy: Readonly<Record<string, number>>) => {
      const ran = engine.run(opened.value.handle, { policy, scenario: {} }, { series: riverSeries(source) });
      if (!ran.ok) throw new Error(id);
      return ran.value;
    };
    const upstream = run(readyPolicy(model, {}, must(model.strategies.at(-1), 'a strategy')));
    const river = must(openRiver(upstream, run({}), yearZeroOf(model, {})), 'a river');
    for (const year of [0, 4, 20]) {
      const moment = river.at(year);
      const frame = frameOf(river.extent.start, river.extent.highest, size);
      const { layout, water } = shapesOf(
        { moment, frame, helpers: helpers('sv', 'upstream'), wording: wording('sv') },
        (text) => text.length * 7,
      );
      const { stocks: people, flows: perYear } = moment.now;
      expect(areaOf(layout.pools.young) / (people.young * frame.perPerson)).toBeCloseTo(1, 3);
      expect(areaOf(layout.lake) / frame.perPerson).toBeCloseTo(
        people.recent + people.entrenched + people.coordinated,
        0,
      );
      expect(layout.ribbons.workToOutside.width).toBeCloseTo(perYear.workToOutside * frame.sy, 9);
      const drawn = new Set(water.map(({ attributes }) => attributes['data-mark']));
      expect([drawn.has('programme'), drawn.has('arrivals'), drawn.has('between')]).toEqual(
        Array.from({ length: 3 }, () => id === 'kommun'),
      );
      for (const { attributes } of water) expect(JSON.stringify(attributes)).not.toMatch(/NaN|null/);
      expect(table(moment, wording('sv')).rows.map((row) => row.id)).toEqual(marksOf(source));
    }
    expect(marksOf(source)).toHaveLength(id === 'kommun' ? 32 : 24);
  });
});
