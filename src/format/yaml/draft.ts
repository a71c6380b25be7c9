import { error, warning, type Diagnostic, type DiagnosticArgs } from '../../base/diagnostic.ts';
import type { Place, SourceText } from '../../base/source.ts';
import type {
  Bilingual,
  Distribution,
  Evidence,
  Parameter,
  Variable,
  VariableId,
} from '../../model/variable.ts';
import { Names } from './names.ts';
import type { AmountEntry, Words } from './schema-common.ts';
import type { At } from './shape.ts';

export type Report = (diagnostic: Diagnostic) => void;

/** A model while it is put together from its files. */
export interface Draft {
  readonly names: Names;
  /** In the order in which they were made; sorted by place in the end. */
  readonly variables: ReadonlyMap<VariableId, Variable>;
  readonly add: (...variables: readonly Variable[]) => void;
  readonly report: Report;
  readonly timeUnit: string;
}

export function newDraft(timeUnit: string, report: Report): Draft {
  const variables = new Map<VariableId, Variable>();
  const add: Draft['add'] = (...added) => {
    for (const variable of added) variables.set(variable.id, variable);
  };
  return { names: new Names(report), variables, add, report, timeUnit };
}

/**
 * Words in both languages. A missing language is a warning, and is filled from the other, else from `otherwise`,
 * so that a draft of a model runs.
 */
export function inBothLanguages(
  written: Pick<Partial<Words>, 'sv' | 'en'> | undefined,
  what: DiagnosticArgs['missing-text']['what'],
  owner: At<string>,
  otherwise: string,
  report: Report,
): Bilingual {
  for (const language of ['sv', 'en'] as const) {
    if (written?.[language] === undefined) {
      report(warning('missing-text', { name: owner.value, what, language }, owner.place));
    }
  }
  const sv = written?.sv?.value;
  const en = written?.en?.value;
  return { sv: sv ?? en ?? otherwise, en: en ?? sv ?? otherwise };
}

/** What an entry without a name is called. */
export const readableId = (id: At<string>): string => id.value.replaceAll('_', ' ');

export function nameAndAbout(
  entry: { readonly name?: Words | undefined; readonly about?: Words | undefined },
  id: At<string>,
  report: Report,
): { readonly name: Bilingual; readonly about: Bilingual } {
  return {
    name: inBothLanguages(entry.name, 'name', id, readableId(id), report),
    about: inBothLanguages(entry.about, 'about', id, '', report),
  };
}

/** How a constant may vary. Without a range it does not. */
export function distributionOf(
  { value, range, shape, place }: Pick<AmountEntry, 'value' | 'range' | 'shape' | 'place'>,
  name: VariableId,
  report: Report,
): Distribution {
  if (range === undefined) {
    if (shape !== undefined && shape !== 'fixed')
      report(error('missing-key', { key: 'range', within: name }, place));
    return { shape: 'fixed', min: value.value, max: value.value };
  }
  const [min, max] = range.value;
  if (min > max) report(error('empty-range', { name, min, max }, range.place));
  else if (value.value < min || value.value > max) {
    report(error('outside-range', { name, value: value.value, min, max }, value.place));
  }
  return { shape: shape ?? 'triangular', min, max };
}

/** Evidence of the constant or lever `owner`. */
export function evidenceOf(
  { grade, source }: Pick<AmountEntry, 'grade' | 'source'>,
  owner: At<string>,
  report: Report,
): Evidence {
  return { grade, source: inBothLanguages(source, 'source', owner, '', report) };
}

/** A parameter made from an amount that stands inside a lever's or an actor's entry. */
export function constant(
  owner: { readonly id: VariableId; readonly place: Place; readonly origin: string },
  amount: AmountEntry,
  unit: string,
  texts: { readonly name: Bilingual; readonly about: Bilingual },
  report: Report,
): Parameter {
  return {
    ...owner,
    ...texts,
    kind: 'parameter',
    unit: generated(unit, owner.place),
    value: amount.value.value,
    distribution: distributionOf(amount, owner.id, report),
    evidence: evidenceOf(amount, { value: owner.id, place: amount.place }, report),
  };
}

/** Text of a generated equation or unit: it has the place of the entry that it was made from. */
export const generated = (text: string, place: Place): SourceText => ({ text, ...place });
