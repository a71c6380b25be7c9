import { describe, expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { areaOf } from '../../../src/chart/river/body.ts';
import { openRiver, riverOf, riverSeries, type OpenRiver } from '../../../src/chart/river/data.ts';
import { stageShapesOf } from '../../../src/chart/river/draw-stages.ts';
import { frameOf } from '../../../src/chart/river/frame.ts';
import { allStocks, flows, wayOf } from '../../../src/chart/river/graph.ts';
import { shapesOf } from '../../../src/chart/river/draw.ts';
import { layoutOf } from '../../../src/chart/river/layout.ts';
import { planOf } from '../../../src/chart/river/links.ts';
import { marksOf, nameOf, table } from '../../../src/chart/river/marks.ts';
import { createMotion } from '../../../src/chart/river/motion.ts';
import { stageFrameOf } from '../../../src/chart/river/stage-frame.ts';
import { stageLayoutOf } from '../../../src/chart/river/stage-layout.ts';
import { stageFlowsOf, stageStocksOf } from '../../../src/chart/river/stages.ts';
import { valueAt } from '../../../src/model/reading.ts';
import { riverWords } from '../../../src/text/river.ts';
import type { Model } from '../../../src/model/model.ts';
import { readyPolicy } from '../../../src/model/policy.ts';
import { yearZeroOf } from '../../../src/model/outcomes.ts';
import { helpers, riverOfRun, wording } from '../../chart/river-fixture.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const size = { width: 1056, height: 380, scale: 1 };

/** A run of a shipped model with the last of its strategies beside base, as a river. */
function riverFor(model: Model): OpenRiver {
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) throw new Error(model.id);
  const source = must(riverOf(model.variables.keys()), 'a river');
  const run = (policy: Readonly<Record<string, number>>) => {
    const ran = engine.run(opened.value.handle, { policy, scenario: {} }, { series: riverSeries(source) });
    if (!ran.ok) throw new Error(model.id);
    return ran.value;
  };
  const upstream = run(readyPolicy(model, {}, must(model.strategies.at(-1), 'a strategy')));
  return must(openRiver(upstream, run({}), yearZeroOf(model, {})), 'a river');
}

describe.each(['kommun', 'skola', 'samordning', 'etablering'])('the river of %s', (id) => {
  const read = readShipped(id);
  if (!read.ok) throw new Error(id);
  const model = read.value;
  const source = must(riverOf(model.variables.keys()), 'a river');

  test('has every flow into and out of its stocks, from where to where the model has it', () => {
    for (const stock of allStocks) {
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
});

describe.each(['kommun', 'skola'])('the river of %s along ages', (id) => {
  const read = readShipped(id);
  if (!read.ok) throw new Error(id);
  const river = riverFor(read.value);
  const { source } = river;

  test('is drawn to scale, and nothing of what it has not', () => {
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

describe.each(['samordning', 'etablering'])('the river of %s in stages', (id) => {
  const read = readShipped(id);
  if (!read.ok) throw new Error(id);
  const model = read.value;
  const river = riverFor(model);
  const stages = must(river.source.stages, 'stages');
  const sizes = [
    { width: 1056, height: 380, scale: 1 },
    { width: 860, height: 300, scale: 1 },
    { width: 350, height: 240, scale: 1 },
  ];

  test('every stock has its pool and every flow its stream, and no other', () => {
    const has = (ids: Readonly<Record<string, readonly string[]>>): readonly string[] =>
      Object.keys(ids).filter((key) => ids[key]!.length > 0);
    expect(Object.keys(stages.pools).sort()).toEqual([...has(river.source.stocks)].sort());
    expect(Object.keys(stages.streams).sort()).toEqual([...has(river.source.flows)].sort());
    const people = new Set(riverSeries(river.source));
    for (const stock of Object.values(river.source.stocks).flat()) {
      const variable = must(model.variables.get(stock), stock);
      if (variable.kind !== 'stock') throw new Error(stock);
      for (const flow of [...variable.inflows, ...variable.outflows]) expect(people).toContain(flow);
    }
  });

  test('a stream touches the pools that its flow leaves and comes to', () => {
    for (const flow of stageFlowsOf(stages)) {
      const { from, to } = must(stages.streams[flow], flow);
      const way = wayOf(flow);
      if (way.from !== undefined && way.from in stages.pools)
        expect(from, flow).toHaveProperty('in', way.from);
      if (way.to !== undefined && way.to in stages.pools) expect(to, flow).toHaveProperty('in', way.to);
    }
  });

  test.each(sizes)(
    'at $width px: areas are people and widths people per year, within the picture',
    (size) => {
      for (const year of [0, 4, 20]) {
        const moment = river.at(year);
        const frame = stageFrameOf(stages, river.extent, size);
        const { layout, water, front } = stageShapesOf(
          { moment, frame, helpers: helpers('sv', 'upstream'), wording: wording('sv') },
          (text) => text.length * 7,
        );
        for (const stock of stageStocksOf(stages)) {
          const pool = must(layout.pools[stock], stock);
          expect(areaOf(pool) / (moment.now.stocks[stock] * frame.perPerson)).toBeCloseTo(1, 3);
          expect(Math.min(pool.xs[0]!, ...pool.top)).toBeGreaterThanOrEqual(0);
          expect(pool.xs.at(-1)).toBeLessThanOrEqual(size.width);
          expect(Math.max(...pool.bottom)).toBeLessThanOrEqual(size.height);
          // On a phone too each pool says how many are in it, and what it is.
          const said = front.flatMap(({ key, text }) => (key.startsWith(`pool ${stock}`) ? [text] : []));
          expect(said.join(' ')).toContain(wording('sv').numbers.people(moment.now.stocks[stock]));
          expect(said.join(' ')).toMatch(/\p{L}{4}/u);
        }
        for (const flow of stageFlowsOf(stages)) {
          expect(layout.ribbons[flow]?.width).toBeCloseTo(moment.now.flows[flow] * frame.sy, 9);
        }
        const drawn = new Set(water.map(({ attributes }) => attributes['data-mark']));
        for (const mark of marksOf(river.source)) expect(drawn, mark).toContain(mark);
        for (const { attributes } of [...water, ...front])
          expect(JSON.stringify(attributes)).not.toMatch(/NaN|null/);
      }
    },
  );

  test('its headline is the model’s own sum of those outside', () => {
    const { now } = river.at(20);
    const outside = stages.outside.reduce((sum, stock) => sum + now.stocks[stock], 0);
    const name = id === 'samordning' ? 'outside' : 'not_established';
    const engine = createEngine();
    const opened = engine.open(model);
    if (!opened.ok) throw new Error(id);
    const policy = readyPolicy(model, {}, must(model.strategies.at(-1), 'a strategy'));
    const ran = engine.run(opened.value.handle, { policy, scenario: {} }, { series: [name] });
    if (!ran.ok) throw new Error(id);
    expect(outside).toBeCloseTo(valueAt(ran.value, name, yearZeroOf(model, {}) + 20), 6);
  });

  test('each way is taken by flow / 10 dots a year, and there are never more dots than people / 10', () => {
    const frame = stageFrameOf(stages, river.extent, sizes[0]!);
    const motion = createMotion(7);
    const first = river.at(0).now;
    const start = stageLayoutOf(first, frame);
    motion.reset(start, first);
    const { links } = planOf(start);
    const due = links.map(() => 0);
    for (let year = 0; year < 10; year += 1 / 12) {
      const { now } = river.at(year);
      motion.step(stageLayoutOf(now, frame), now, 1 / 12);
      links.forEach(({ flows: through }, i) => {
        due[i]! += through.reduce((sum, flow) => sum + now.flows[flow], 0) / 120;
      });
      const people = stageStocksOf(stages).reduce((sum, stock) => sum + now.stocks[stock], 0);
      expect(motion.count()).toBeLessThanOrEqual(people / 10 + 1);
    }
    links.forEach((link, i) => {
      expect(Math.abs(motion.sent(link) - due[i]!), link.flows.join()).toBeLessThanOrEqual(1.5);
    });
  });

  test('dots begin anew when another model comes', () => {
    const frame = stageFrameOf(stages, river.extent, sizes[0]!);
    const { now } = river.at(4);
    const alone = createMotion(7);
    const after = createMotion(7);
    const other = riverOfRun('base').at(0).now;
    const ages = frameOf(other, other, size);
    after.reset(layoutOf(other, ages), other);
    for (const motion of [alone, after]) motion.step(stageLayoutOf(now, frame), now, 0.1);
    expect(after.count()).toBe(alone.count());
  });

  test.each(['sv', 'en'] as const)('in %s each of its marks has a name of its own', (language) => {
    const { words } = { words: riverWords(language, stages.words) };
    const names = marksOf(river.source).map((mark) => nameOf(mark, words));
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
  });
});
