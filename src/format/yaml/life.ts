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
    if (!names.refer(id, 'variable', ['stock', 'flow']) || value === undefined) return [];
    const { kind, responsible } = value;
    const who = responsible && inBothLanguages(responsible, 'about', id, '', report);
    return [[id.value, { kind, ...(who === undefined ? {} : { responsible: who }) }] as const];
  });
  const said = (words: typeof life.about, key: string) =>
    words && inBothLanguages(words, 'about', { value: `life.${key}`, place: words.place }, '', report);
  const [since, beginning, about] = [
    said(life.since, 'since'),
    said(life.beginning, 'beginning'),
    said(life.about, 'about'),
  ];
  const inside = said(life.sides?.inside, 'sides.inside');
  const outside = said(life.sides?.outside, 'sides.outside');
  return {
    begins: life.begins.value,
    ...(since && { since }),
    ...(beginning && { beginning }),
    ends: life.ends.value,
    moments: life.moments?.map(({ value }) => value) ?? [life.ends.value],
    stages,
    places: Object.fromEntries(places),
    ...(inside && outside && { sides: { inside, outside } }),
    ...(about && { about }),
  };
}

/** What the model is not for, a sentence each. */
export const limitsOf = ({ limits }: ModelFile, { report }: Draft): readonly Bilingual[] =>
  (limits ?? []).map((limit) =>
    inBothLanguages(limit, 'about', { value: 'limits', place: limit.place }, '', report),
  );
