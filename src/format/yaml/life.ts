import type { LifeCourse } from '../../model/life.ts';
import type { Bilingual } from '../../model/variable.ts';
import { inBothLanguages, type Draft } from './draft.ts';
import type { ModelFile } from './schema.ts';

/** How the model follows one person. */
export function lifeOf({ life }: ModelFile, { names, report }: Draft): LifeCourse | undefined {
  if (life === undefined) return undefined;
  names.refer(life.begins, 'variable', ['stock']);
  const stages = (life.stages ?? []).map(({ stocks, until }) => {
    for (const stock of stocks) names.refer(stock, 'variable', ['stock']);
    return { stocks: stocks.map((s) => s.value), until: until.value };
  });
  const places = life.places.flatMap(({ id, value }) => {
    if (!names.refer(id, 'variable', ['stock']) || value === undefined) return [];
    const { kind, responsible } = value;
    const who = responsible && inBothLanguages(responsible, 'about', id, '', report);
    return [[id.value, { kind, ...(who === undefined ? {} : { responsible: who }) }] as const];
  });
  return {
    begins: life.begins.value,
    ends: life.ends.value,
    stages,
    places: Object.fromEntries(places),
  };
}

/** What the model is not for, a sentence each. */
export const limitsOf = ({ limits }: ModelFile, { report }: Draft): readonly Bilingual[] =>
  (limits ?? []).map((limit) =>
    inBothLanguages(limit, 'about', { value: 'limits', place: limit.place }, '', report),
  );
