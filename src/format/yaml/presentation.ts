import type { Fact, Model, Outcome, Preset, ReadyStrategy } from '../../model/model.ts';
import { parametersOf } from '../../model/municipality.ts';
import { inBothLanguages, nameAndAbout, readableId, type Draft } from './draft.ts';
import { unknownReference } from './names.ts';
import { factValues, parameterValues } from './equilibrium.ts';
import type { ModelFile } from './schema.ts';

/** What the screen shows of a model, and the cases and strategies that it opens with. */

export function outcomesOf({ outcomes }: ModelFile, { names, report }: Draft): readonly Outcome[] {
  return (outcomes ?? []).flatMap(({ id, value }) => {
    if (!names.refer(id, 'variable') || value === undefined) return [];
    const name = inBothLanguages(value.name, 'name', id, readableId(id), report);
    const unitWords = inBothLanguages(value.unit_words, 'unit_words', id, '', report);
    const happens = value.happens && inBothLanguages(value.happens, 'happens', id, '', report);
    const { role, better } = value;
    return [{ variable: id.value, role, better, name, unitWords, ...(happens && { happens }) }];
  });
}

/** A preset's own values stand before those that follow from what is known of its municipality. */
export function presetsOf({ presets }: ModelFile, facts: readonly Fact[], draft: Draft): readonly Preset[] {
  const { names, report } = draft;
  return (presets ?? []).flatMap(({ id, value }) => {
    if (!names.checkForm(id) || value === undefined) return [];
    const values = (value.values ?? []).flatMap(({ id: name, value: setting }) => {
      const known = names.refer(name, 'setting', ['parameter', 'stock']);
      return known && setting !== undefined ? [[name.value, setting.value] as const] : [];
    });
    const own = { id: id.value, ...nameAndAbout(value, id, report) };
    if (value.municipality === undefined) return [{ ...own, values: Object.fromEntries(values) }];
    const municipality = factValues(value.municipality, facts, draft);
    const follows = parametersOf(facts, municipality, parameterValues(draft));
    return [{ ...own, municipality, values: { ...follows, ...Object.fromEntries(values) } }];
  });
}

export function strategiesOf(
  { strategies }: ModelFile,
  levers: readonly string[],
  { names, report }: Draft,
): readonly ReadyStrategy[] {
  return (strategies ?? []).flatMap(({ id, value }) => {
    if (!names.checkForm(id) || value === undefined) return [];
    for (const lever of value.levers) {
      if (!levers.includes(lever.value)) report(unknownReference(lever, 'lever', levers));
    }
    const name = inBothLanguages(value.name, 'name', id, readableId(id), report);
    return [
      {
        id: id.value,
        group: value.group,
        name,
        levers: value.levers.map((l) => l.value),
        yearlyCost: value.yearly_cost.value,
      },
    ];
  });
}

export function placesOf({ diagram }: ModelFile, { names }: Draft): Model['diagram'] {
  if (diagram === undefined) return undefined;
  const places = diagram.flatMap(({ id, value }) => {
    const known = names.refer(id, 'variable', ['parameter', 'stock', 'flow', 'aux', 'table']);
    return known && value !== undefined ? [[id.value, { x: value.x.value, y: value.y.value }] as const] : [];
  });
  return Object.fromEntries(places);
}
