import { error, warning, type Diagnostic } from '../base/diagnostic.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { shortName } from '../base/short-text.ts';
import type { Policy } from '../model/experiment.ts';
import { commit, undo } from './history.ts';
import { withPolicy, withSum, type ToScale } from './policies.ts';
import { longestName, mostCompared, type AppState, type StrategyId } from './state.ts';
import { comparedIds, openModelIn, strategiesOf } from './strategies.ts';
import type { Store } from './store.ts';
import { documentChanger } from './document-changer.ts';

/** What a person can do with strategies, as verbs. */
export interface StrategyActions {
  selectStrategy(id: StrategyId): void;
  /** Makes an own strategy with the same settings as another, and selects it. */
  duplicateStrategy(id: StrategyId): void;
  /** Makes an own strategy with a name and settings, and selects it. */
  addStrategy(name: string, policy: Policy): void;
  /**
   * Gives an own strategy a name; what is longer than a name can be is cut, and that is told.
   * @returns a failure, and nothing is changed, if there is no name or another strategy has it
   */
  renameStrategy(id: StrategyId, name: string): Result<readonly Diagnostic[], readonly Diagnostic[]>;
  /** Answers what takes it back, as long as nothing else has been done. */
  removeStrategy(id: StrategyId): () => void;
  /** Moves an own strategy in the order of the screen. */
  moveStrategy(id: StrategyId, by: -1 | 1): void;
  /** Puts a strategy beside the others, or takes it away; nothing happens when there is no room. */
  compareStrategy(id: StrategyId, beside: boolean): void;
  /** Puts a whole policy in an own strategy, or in a copy of one that is not: a lever copied across. */
  setPolicy(id: StrategyId, policy: Policy): void;
  /**
   * Scales the levers of strategies, in one step, so that each costs a yearly sum, as nearly as they can; a locked
   * budget is locked at it. Of a strategy that is not the person's a copy is made, which takes its place in the
   * comparison.
   */
  scaleStrategies(which: readonly ToScale[], sum: number): void;
}

export function createStrategyActions(store: Store<AppState>): StrategyActions {
  const changeDocument = documentChanger(store);
  const strategyIn = (state: AppState, id: StrategyId) => {
    const model = openModelIn(state);
    return model && strategiesOf(model, state.document).find((strategy) => strategy.id === id);
  };

  /** Why a strategy cannot have a name. */
  const problemWith = (id: StrategyId, name: string): Diagnostic | undefined => {
    if (name === '') return error('name-missing', {});
    const state = store.get();
    const model = openModelIn(state);
    const others = model === undefined ? [] : strategiesOf(model, state.document).filter((s) => s.id !== id);
    const same = (text: string): boolean => text.toLowerCase() === name.toLowerCase();
    const taken = others.some((other) => same(other.name.sv) || same(other.name.en));
    return taken ? error('name-taken', { name }) : undefined;
  };

  return {
    selectStrategy: (id) =>
      store.update((s) => (s.document.selected === id ? s : commit(s, { ...s.document, selected: id }))),
    duplicateStrategy: (id) =>
      store.update((s) => {
        const original = strategyIn(s, id);
        return original === undefined
          ? s
          : withPolicy(s, commit, { ...original, ready: true }, original.policy);
      }),
    addStrategy: (name, policy) =>
      store.update((s) => {
        const base = strategyIn(s, 'base');
        return base === undefined
          ? s
          : withPolicy(
              s,
              (before, document) =>
                commit(before, {
                  ...document,
                  own: document.own.map((o) => (o.id === document.selected ? { ...o, name } : o)),
                }),
              base,
              policy,
            );
      }),
    renameStrategy: (id, given) => {
      const whole = shortName(given, Infinity);
      const name = shortName(given, longestName);
      const problem = problemWith(id, name);
      if (problem !== undefined) return fail([problem]);
      changeDocument((d) =>
        d.own.some((s) => s.id === id && s.name !== name)
          ? { ...d, own: d.own.map((s) => (s.id === id ? { ...s, name } : s)) }
          : d,
      );
      return ok(name === whole ? [] : [warning('name-cut', { most: longestName })]);
    },
    removeStrategy: (id) => {
      changeDocument((d) => ({
        ...d,
        own: d.own.filter((s) => s.id !== id),
        compared: d.compared?.filter((other) => other !== id),
        selected: d.selected === id ? 'base' : d.selected,
      }));
      const { document } = store.get();
      return () => store.update((s) => (s.document === document ? undo(s) : s));
    },
    moveStrategy: (id, by) =>
      changeDocument((d) => {
        const from = d.own.findIndex((s) => s.id === id);
        const to = from + by;
        const [a, b] = [d.own[from], d.own[to]];
        return a === undefined || b === undefined ? d : { ...d, own: d.own.with(from, b).with(to, a) };
      }),
    compareStrategy: (id, beside) =>
      changeDocument((d, model) => {
        const others = comparedIds(model, d).filter((other) => other !== id);
        if (beside && others.length >= mostCompared) return d;
        return { ...d, compared: beside ? [...others, id] : others };
      }),
    setPolicy: (id, policy) =>
      store.update((s) => {
        const strategy = strategyIn(s, id);
        return strategy === undefined ? s : withPolicy(s, commit, strategy, policy);
      }),
    scaleStrategies: (which, sum) => store.update((s) => withSum(s, which, sum)),
  };
}
