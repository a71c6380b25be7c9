import { error } from '../../base/diagnostic.ts';
import type { Calibration, Equilibrium, Fact } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import { inBothLanguages, nameAndAbout, type Draft } from './draft.ts';
import { unknownReference } from './names.ts';
import type { Entry } from './record.ts';
import type { ModelFile } from './schema.ts';
import type { CalibrationEntry } from './schema-equilibrium.ts';
import type { At } from './shape.ts';

const parameter = ['parameter'] as const;
const computed = ['aux', 'flow'] as const;

/** How the model finds its state of rest. */
export function equilibriumOf(
  file: ModelFile,
  facts: readonly Fact[],
  draft: Draft,
): Equilibrium | undefined {
  const { equilibrium } = file;
  if (equilibrium === undefined) return undefined;
  const { names } = draft;
  const neutral = (equilibrium.neutral ?? []).flatMap(({ id, value }) =>
    names.refer(id, 'computed', computed) && value !== undefined ? [[id.value, value.value] as const] : [],
  );
  const references = (equilibrium.references ?? []).flatMap(({ id, value }) => {
    const known = names.refer(id, 'parameter', parameter);
    return value !== undefined && names.refer(value, 'variable') && known
      ? [[id.value, value.value] as const]
      : [];
  });
  return {
    neutral: Object.fromEntries(neutral),
    references: Object.fromEntries(references),
    calibrations: (equilibrium.calibrate ?? []).flatMap((entry) => calibrationOf(entry, facts, draft)),
  };
}

function calibrationOf(
  { id, value }: Entry<CalibrationEntry>,
  facts: readonly Fact[],
  { names, report }: Draft,
): readonly Calibration[] {
  if (!names.checkForm(id) || value === undefined) return [];
  const { variable, by, factor, target, fact } = value;
  names.refer(variable, 'variable');
  for (const name of by) names.refer(name, 'parameter', parameter);
  if (typeof target?.value === 'string')
    names.refer({ value: target.value, place: target.place }, 'variable');
  if (target === undefined && fact === undefined)
    report(error('missing-key', { key: 'target', within: id.value }, id.place));
  const known = facts.map((f) => f.id);
  if (fact !== undefined && !known.includes(fact.value)) report(unknownReference(fact, 'fact', known));
  const [min, max] = factor.value;
  if (!(min < max)) report(error('empty-range', { name: id.value, min, max }, factor.place));
  return [
    {
      id: id.value,
      variable: variable.value,
      by: by.map((name) => name.value),
      min,
      max,
      ...(target === undefined ? {} : { target: target.value }),
      ...(fact === undefined ? {} : { fact: fact.value }),
    },
  ];
}

/** What a municipality is asked for. */
export function factsOf({ municipality }: ModelFile, draft: Draft): readonly Fact[] {
  const { names, report, variables } = draft;
  return (municipality ?? []).flatMap(({ id, value }) => {
    if (!names.checkForm(id) || value === undefined) return [];
    const { sets, measure, range, scales } = value;
    if (sets !== undefined) names.refer(sets, 'parameter', parameter);
    if (measure !== undefined) names.refer(measure, 'variable');
    for (const name of scales ?? []) names.refer(name, 'parameter', parameter);
    const [min, max] = range.value;
    if (!(min < max)) report(error('empty-range', { name: id.value, min, max }, range.place));
    const own = sets === undefined ? undefined : variables.get(sets.value);
    const from = value.from?.value ?? (own?.kind === 'parameter' ? own.value : undefined);
    // A parameter whose own entry is wrong has been reported there.
    if (from === undefined && scales !== undefined && sets === undefined)
      report(error('missing-key', { key: 'from', within: id.value }, id.place));
    return [
      {
        id: id.value,
        ...nameAndAbout(value, id, report),
        unitWords: inBothLanguages(value.unit_words, 'unit_words', id, '', report),
        min,
        max,
        ...(sets === undefined ? {} : { sets: sets.value }),
        ...(measure === undefined ? {} : { measure: measure.value }),
        ...(from === undefined ? {} : { from }),
        scales: (scales ?? []).map((name) => name.value),
      },
    ];
  });
}

/** What is known of a preset's municipality. */
export function factValues(
  entries: readonly Entry<At<number>>[],
  facts: readonly Fact[],
  { report }: Draft,
): Readonly<Record<string, number>> {
  const known = entries.flatMap(({ id, value }) => {
    const fact = facts.find((f) => f.id === id.value);
    if (fact === undefined) {
      report(
        unknownReference(
          id,
          'fact',
          facts.map((f) => f.id),
        ),
      );
      return [];
    }
    if (value === undefined) return [];
    if (value.value < fact.min || value.value > fact.max) {
      const { min, max } = fact;
      report(error('outside-range', { name: id.value, value: value.value, min, max }, value.place));
    }
    return [[id.value, value.value] as const];
  });
  return Object.fromEntries(known);
}

/** Parameters that have been declared, by their value in the file. */
export const parameterValues =
  ({ variables }: Draft) =>
  (id: VariableId): number | undefined => {
    const variable = variables.get(id);
    return variable?.kind === 'parameter' ? variable.value : undefined;
  };
