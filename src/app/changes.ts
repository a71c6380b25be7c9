import { assumptionsOf } from '../model/assumptions.ts';
import { leverCount, leverDefault, valueIn } from '../model/policy.ts';
import type { Locality } from '../model/experiment.ts';
import type { Lever, Model } from '../model/model.ts';
import type { Bilingual, Parameter } from '../model/variable.ts';
import { partsOf } from './link.ts';
import type { Document, Strategy } from './state.ts';
import { isUntouched, localityOf, strategiesOf } from './strategies.ts';

/** One lever that stands otherwise in one document than in another. */
export interface LeverMove {
  readonly kind: 'lever';
  readonly lever: Lever;
  /** What the lever is counted in, if it is no share of an effort. */
  readonly count: ReturnType<typeof leverCount>;
  readonly strategy: Bilingual;
  readonly from: number;
  readonly to: number;
}

/** What a person did between two states of a work, as data: the words are in `text/`. */
export type Change =
  | LeverMove
  | { readonly kind: 'new' | 'removed' | 'selected'; readonly strategy: Bilingual }
  | { readonly kind: 'renamed'; readonly from: Bilingual; readonly to: Bilingual }
  | { readonly kind: 'assumption'; readonly parameter: Parameter; readonly from: number; readonly to: number }
  /** Undefined is the example itself. */
  | { readonly kind: 'municipality'; readonly preset: Bilingual | undefined }
  /** Undefined is no longer locked. SEK per year. */
  | { readonly kind: 'budget'; readonly sum: number | undefined }
  | { readonly kind: 'yields'; readonly lever: Lever | undefined }
  | { readonly kind: 'payers' | 'assumptions-reset' | 'order' | 'compared' | 'base' | 'other' };

/** What is different in `after`, the most telling first; empty when nothing that a person can see is. */
export function changesBetween(model: Model, before: Document, after: Document): readonly Change[] {
  if (isUntouched(after) && !isUntouched(before) && before.presetId === after.presetId)
    return [{ kind: 'base' }];
  const changes = [
    ...placeChanges(model, before, after),
    ...strategyChanges(model, before, after),
    ...assumptionChanges(model, before, after),
    ...moneyChanges(model, before, after),
  ];
  if (changes.length > 0) return changes;
  const shown = screenChanges(model, before, after);
  if (shown.length > 0) return shown;
  return textOf(before) === textOf(after) ? [] : [{ kind: 'other' }];
}

/** What an own strategy is, told from base: its levers that are moved. */
export function leverMoves(model: Model, document: Document, strategy: Strategy): readonly LeverMove[] {
  const where = localityOf(document);
  return movesBetween(model, where, strategy.name, {}, strategy.policy);
}

function placeChanges(model: Model, before: Document, after: Document): readonly Change[] {
  const placeOf = ({ presetId, municipality }: Document): string => JSON.stringify([presetId, municipality]);
  if (placeOf(before) === placeOf(after)) return [];
  const preset = after.municipality ? undefined : model.presets.find((p) => p.id === after.presetId);
  return [{ kind: 'municipality', preset: preset?.name }];
}

function strategyChanges(model: Model, before: Document, after: Document): readonly Change[] {
  const [were, are] = [strategiesOf(model, before), strategiesOf(model, after)];
  const where = localityOf(after);
  const known = (list: readonly Strategy[], id: string) => list.find((s) => s.id === id);
  const added = after.own.filter(({ id }) => before.own.every((o) => o.id !== id));
  const gone = before.own.filter(({ id }) => after.own.every((o) => o.id !== id));
  return [
    ...added.flatMap(({ id }): Change[] => {
      const strategy = known(are, id)!;
      // A copy: only what was moved on the way is told of, not all that the original had. It is the strategy that is most
      // like it, of equals the one that was on the screen.
      const original = [known(were, before.selected) ?? were[0]!, ...were];
      const moves = original.map(({ policy }) =>
        movesBetween(model, where, strategy.name, policy, strategy.policy),
      );
      const fewest = moves.reduce((least, some) => (some.length < least.length ? some : least));
      return [{ kind: 'new', strategy: strategy.name }, ...fewest];
    }),
    ...after.own.flatMap((own): Change[] => {
      const [was, is] = [known(were, own.id), known(are, own.id)!];
      if (was === undefined || before.own.every((o) => o.id !== own.id)) return [];
      const renamed = before.own.find((o) => o.id === own.id)!.name !== own.name;
      return [
        ...movesBetween(model, where, is.name, was.policy, is.policy),
        ...(renamed ? [{ kind: 'renamed' as const, from: was.name, to: is.name }] : []),
      ];
    }),
    ...gone.map(({ id }): Change => ({ kind: 'removed', strategy: known(were, id)!.name })),
  ];
}

/** The levers that differ between two policies, the longest move first. */
function movesBetween(
  model: Model,
  where: Locality,
  strategy: Bilingual,
  from: Readonly<Record<string, number>>,
  to: Readonly<Record<string, number>>,
): readonly LeverMove[] {
  return model.levers
    .flatMap((lever): LeverMove[] => {
      const base = leverDefault(model, where, lever);
      const [a, b] = [from[lever.variable] ?? base, to[lever.variable] ?? base];
      // Ready strategies have all decimals, own ones eight.
      if (Math.abs(a - b) < 1e-7) return [];
      return [{ kind: 'lever', lever, count: leverCount(model, where, lever), strategy, from: a, to: b }];
    })
    .sort((a, b) => share(b) - share(a));
}

const share = ({ lever, from, to }: LeverMove): number => Math.abs(to - from) / (lever.max - lever.min);

function assumptionChanges(model: Model, before: Document, after: Document): readonly Change[] {
  if (before.assumptions === after.assumptions) return [];
  const none = Object.keys(after.assumptions).length === 0;
  if (none && Object.keys(before.assumptions).length > 1) return [{ kind: 'assumptions-reset' }];
  const plain = localityOf({ ...after, assumptions: {} });
  return assumptionsOf(model).flatMap((parameter): Change[] => {
    const { id } = parameter;
    if (before.assumptions[id] === after.assumptions[id]) return [];
    const own = valueIn(model, plain, id);
    const [from, to] = [before.assumptions[id] ?? own, after.assumptions[id] ?? own];
    return [{ kind: 'assumption', parameter, from, to }];
  });
}

function moneyChanges(model: Model, before: Document, after: Document): readonly Change[] {
  const changes: Change[] = [];
  const [was, is] = [before.budget, after.budget];
  if (was?.sum !== is?.sum) changes.push({ kind: 'budget', sum: is?.sum });
  else if (was?.yields !== is?.yields)
    changes.push({ kind: 'yields', lever: model.levers.find((l) => l.variable === is?.yields) });
  if (JSON.stringify(before.payers) !== JSON.stringify(after.payers)) changes.push({ kind: 'payers' });
  return changes;
}

/** What only shows otherwise: told when nothing else has changed that brings it about. */
function screenChanges(model: Model, before: Document, after: Document): readonly Change[] {
  const ids = (document: Document): string => document.own.map((s) => s.id).join(' ');
  if (ids(before) !== ids(after)) return [{ kind: 'order' }];
  if (before.compared?.join(' ') !== after.compared?.join(' ')) return [{ kind: 'compared' }];
  if (before.selected === after.selected) return [];
  const strategy = strategiesOf(model, after).find((s) => s.id === after.selected);
  return strategy === undefined ? [] : [{ kind: 'selected', strategy: strategy.name }];
}

const textOf = (document: Document): string => JSON.stringify([...partsOf(document)]);
