import { describe, expect, it } from 'vitest';
import { circlesThrough, entriesOf, influencesOf, loopsOf, wayTo } from '../../../src/model/influences.ts';
import type { Model } from '../../../src/model/model.ts';
import { openModel } from '../../golden/open-model.ts';
import { smallModel } from '../../tools/models.ts';

const { model } = openModel('kommun');
const lever = (id: string, of: Model = model) => of.levers.find((l) => l.id === id)!;

describe('who influences whom', () => {
  it('is read from equations and flows; a stock is no cause of itself', () => {
    const { causes, effects } = influencesOf(smallModel());
    expect(causes.get('outside')).toEqual(['entering', 'leaving']);
    expect(causes.get('leaving')).toEqual(['outside', 'lever_pull']);
    expect(effects.get('outside')).toEqual(['leaving']);
    expect(causes.get('lever_pull')).toEqual([]);
  });

  it('finds the shortest way and none where there is none', () => {
    const influences = influencesOf(smallModel());
    expect(wayTo(influences, 'lever_teach', 'outside')).toEqual(['lever_teach', 'entering', 'outside']);
    expect(wayTo(influences, 'outside', 'entering')).toBeUndefined();
    expect(circlesThrough(influences, 'leaving')).toEqual([['leaving', 'outside']]);
    expect(circlesThrough(influences, 'entering')).toEqual([]);
  });
});

describe('a lever of the municipality', () => {
  it('goes in where its level is read, past its own variables and the accounts', () => {
    expect(entriesOf(model, lever('rescue'))).toEqual(['rescue_slots']);
    expect(entriesOf(model, lever('structure'))).toEqual(['reorg_drag', 'upstream_lever_effort']);
    for (const each of model.levers) expect(entriesOf(model, each).length, each.id).toBeGreaterThan(0);
  });

  it('enters loops, each a circle of influences longer than a stock and its flow', () => {
    const { effects } = influencesOf(model);
    for (const each of model.levers) {
      const loops = loopsOf(model, each, 'outside_all');
      expect(loops.length, each.id).toBeGreaterThan(0);
      expect(loops.length).toBeLessThanOrEqual(4);
      for (const loop of loops) {
        expect(loop.length).toBeGreaterThanOrEqual(3);
        loop.forEach((id, i) => expect(effects.get(id)).toContain(loop[(i + 1) % loop.length]));
      }
    }
  });
});
