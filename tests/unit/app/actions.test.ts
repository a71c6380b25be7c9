import { beforeEach, expect, it } from 'vitest';
import { createActions } from '../../../src/app/actions.ts';
import type { EngineClient } from '../../../src/app/engine-client.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import { createStore } from '../../../src/app/store.ts';
import type { AppState } from '../../../src/app/state.ts';
import { createMemory } from '../../../src/app/timeline.ts';
import { emptyDocument, strategiesOf } from '../../../src/app/strategies.ts';
import { yearlyCost } from '../../../src/model/policy.ts';
import { smallModel } from '../../tools/models.ts';

// What a person does with strategies, on a state with an open model; runs are never answered here.
const model = smallModel();

function stage() {
  const start = initialState({ language: 'sv' });
  const store = createStore<AppState>({
    ...start,
    document: emptyDocument('small', 'first'),
    session: { ...start.session, model: { status: 'ready', value: model } },
  });
  const never = (): Promise<never> => new Promise(() => undefined);
  const engine: EngineClient = {
    open: never,
    run: never,
    runEach: never,
    watch: () => undefined,
    stop: () => undefined,
  };
  const workers = (): never => {
    throw new Error('nothing here needs them');
  };
  const actions = {
    ...createActions(store, engine, localStorageless, workers, never),
    ...createMemory(store),
  };
  const work = () => store.get().document;
  return { store, actions, work, names: () => strategiesOf(model, work()).map((s) => s.name.sv) };
}

const localStorageless = (): Storage => {
  throw new DOMException('blocked', 'SecurityError');
};

let { store, actions, work, names } = stage();
beforeEach(() => ({ store, actions, work, names } = stage()));

it('scales an own strategy in place, and a copy of a ready one that takes its place in the comparison, in one step', () => {
  actions.setLever('lever_pull', 0.5);
  actions.scaleStrategies([{ id: 'own' }], 8e6);
  expect(work().own).toEqual([{ id: 'own', name: undefined, policy: { lever_pull: 0.8 } }]);
  actions.scaleStrategies([{ id: 'all' }], 6e6);
  expect(work().own[1]).toMatchObject({ id: 'own2', policy: { lever_pull: 0.3, lever_teach: 0.3 } });
  expect([work().compared, work().selected]).toEqual([['own2', 'own'], 'own2']);
  actions.undo();
  expect([work().own.length, work().compared, work().selected]).toEqual([1, undefined, 'own']);
});

it('gives a removed strategy back, unless something else has been done since', () => {
  actions.setLever('lever_pull', 0.5);
  const restore = actions.removeStrategy('own');
  expect(work().own).toEqual([]);
  restore();
  expect(work().own).toHaveLength(1);
  const late = actions.removeStrategy('own');
  actions.selectStrategy('all');
  late();
  expect([work().own, work().selected]).toEqual([[], 'all']);
});

it('copies base or a ready strategy when a lever on it moves, and changes an own one in place', () => {
  actions.setLever('lever_pull', 0.5);
  expect(work().own).toEqual([{ id: 'own', name: undefined, policy: { lever_pull: 0.5 } }]);
  actions.setLever('lever_teach', 0.25);
  expect(work().own).toHaveLength(1);
  actions.selectStrategy('all');
  actions.setLever('lever_pull', 1);
  expect(work().own[1]).toEqual({ id: 'own2', name: undefined, policy: { lever_pull: 1, lever_teach: 0.6 } });
  expect(work().selected).toBe('own2');
  expect(names()).toEqual(['Bas', 'Allt', 'Din strategi', 'Din strategi 2']);
});

it('makes one step of undo of a drag that also makes the copy', () => {
  for (const value of [0.1, 0.2, 0.3]) actions.dragLever('lever_pull', value);
  actions.setLever('lever_pull', 0.4);
  expect(store.get().past).toHaveLength(1);
  actions.undo();
  expect(work()).toEqual(emptyDocument('small', 'first'));
});

it('says once when there is no room for a fifth, and changes nothing', () => {
  for (let i = 0; i < 4; i++) actions.duplicateStrategy('all');
  actions.selectStrategy('base');
  const before = work();
  actions.dragLever('lever_pull', 0.1);
  actions.dragLever('lever_pull', 0.2);
  expect(work()).toBe(before);
  expect(store.get().session.notices.map((n) => n.code)).toEqual(['strategies-full']);
});

it('names, moves and removes own strategies, and gives a freed place to the next', () => {
  actions.duplicateStrategy('all');
  actions.duplicateStrategy('base');
  actions.renameStrategy('own2', '  Nämndens förslag ');
  actions.moveStrategy('own2', -1);
  actions.moveStrategy('own2', -1);
  expect(names()).toEqual(['Bas', 'Allt', 'Nämndens förslag', 'Din strategi']);
  actions.removeStrategy('own');
  expect(names()).toEqual(['Bas', 'Allt', 'Nämndens förslag']);
  actions.removeStrategy('own2');
  expect(work().selected).toBe('base');
  actions.duplicateStrategy('all');
  expect(work().own.map((s) => s.id)).toEqual(['own']);
});

it('refuses a name that is none or another’s, and cuts one that is too long', () => {
  actions.duplicateStrategy('all');
  actions.duplicateStrategy('base');
  const codes = (name: string): readonly string[] => {
    const done = actions.renameStrategy('own', name);
    return (done.ok ? done.value : done.error).map(({ code }) => code);
  };
  const before = work();
  expect(codes('  ')).toEqual(['name-missing']);
  expect(codes('allt ')).toEqual(['name-taken']);
  expect(codes('Your strategy 2')).toEqual(['name-taken']);
  expect(work()).toBe(before);
  expect(codes(` ${'a'.repeat(59)} bc`)).toEqual(['name-cut']);
  expect(names()[2]).toBe('a'.repeat(59));
  expect(codes('a'.repeat(59))).toEqual([]);
  expect(store.get().past.at(-1)).toBe(before);
});

it('scales several in one step, names the copies, and moves a locked budget with them', () => {
  actions.setLever('lever_pull', 0.5);
  actions.lockBudget({ sum: 10e6 });
  const before = work();
  actions.scaleStrategies([{ id: 'own' }, { id: 'all', copyName: 'Allt, 6 mnkr' }], 6e6);
  expect(work().own).toEqual([
    { id: 'own', name: undefined, policy: { lever_pull: 0.6 } },
    { id: 'own2', name: 'Allt, 6 mnkr', policy: { lever_pull: 0.3, lever_teach: 0.3 } },
  ]);
  expect(work().compared).toEqual(['own2', 'own']);
  expect(work().budget).toEqual({ sum: 6e6 });
  expect(work().selected).toBe('own');
  expect(store.get().past.at(-1)).toBe(before);
});

it('scales none where there is no room for every copy', () => {
  for (let i = 0; i < 4; i++) actions.duplicateStrategy('all');
  const before = work();
  actions.scaleStrategies([{ id: 'own' }, { id: 'all' }], 6e6);
  expect(work()).toBe(before);
  expect(store.get().session.notices.map((n) => n.code)).toEqual(['strategies-full']);
});

it('compares at most four', () => {
  for (let i = 0; i < 4; i++) actions.duplicateStrategy('all');
  expect(work().compared).toBeUndefined();
  actions.compareStrategy('own4', true);
  expect(work().compared).toBeUndefined();
  actions.compareStrategy('own', false);
  actions.compareStrategy('own4', true);
  expect(work().compared).toEqual(['all', 'own2', 'own3', 'own4']);
});

it('keeps a locked budget while levers move', () => {
  actions.duplicateStrategy('all');
  const sum = yearlyCost(model, { preset: 'first' }, work().own[0]!.policy);
  actions.lockBudget({ sum });
  actions.setLever('lever_teach', 0.9);
  expect(work().own[0]!.policy).toEqual({ lever_pull: 0.3, lever_teach: 0.9 });
  expect(yearlyCost(model, { preset: 'first' }, work().own[0]!.policy)).toBeCloseTo(sum, 1);
});

it('begins again in the same municipality, and undo has everything back', () => {
  actions.setMunicipality({ births: 300 });
  actions.setLever('lever_pull', 0.5);
  actions.setAssumption('cost_pull', 7e6);
  const before = work();
  actions.resetToBase();
  expect(work()).toEqual({ ...emptyDocument('small', 'first'), municipality: { births: 300 } });
  actions.undo();
  expect(work()).toBe(before);
  actions.setAssumption('cost_pull', undefined);
  expect(work().assumptions).toEqual({});
});

it('goes on when storage is blocked, and says so', () => {
  actions.setLanguage('en');
  expect(store.get().session.language).toBe('en');
  expect(store.get().session.notices.map((n) => n.code)).toEqual(['storage-blocked']);
});
