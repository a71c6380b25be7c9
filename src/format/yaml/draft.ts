import { error, warning, type Diagnostic, type DiagnosticArgs } from '../../base/diagnostic.ts';
import type { Place, SourceText } from '../../base/source.ts';
import type { Bilingual, Distribution, Evidence, Variable } from '../../model/variable.ts';
import type { Names } from './names.ts';
import type { AmountEntry, Words } from './schema-common.ts';
import type { At } from './shape.ts';

/** A model while it is put together from its files. */
export interface Draft {
  readonly names: Names;
  /** In the order in which they were made; sorted by place in the end. */
  readonly variables: Variable[];
  readonly report: (diagnostic: Diagnostic) => void;
  readonly timeUnit: string;
}

type TextKind = DiagnosticArgs['missing-text']['what'];
type PartialWords = Pick<Partial<Words>, 'sv' | 'en'>;

/**
 * Words in both languages. A missing language is a warning, and is filled from the other, else from `otherwise`,
 * so that a draft of a model runs.
 */
export function inBothLanguages(
  written: PartialWords | undefined,
  what: TextKind,
  owner: At<string>,
  otherwise: string,
  report: Draft['report'],
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

/** Name and description of an entry. An entry without a name is called by its id. */
export function nameAndAbout(
  entry: { readonly name?: Words | undefined; readonly about?: Words | undefined },
  id: At<string>,
  report: Draft['report'],
): { readonly name: Bilingual; readonly about: Bilingual } {
  return {
    name: inBothLanguages(entry.name, 'name', id, id.value.replaceAll('_', ' '), report),
    about: inBothLanguages(entry.about, 'about', id, '', report),
  };
}

/** How a constant may vary. Without a range it does not. */
export function distributionOf(
  amount: Pick<AmountEntry, 'value' | 'range' | 'shape' | 'place'>,
  name: string,
  report: Draft['report'],
): Distribution {
  const { value, range, shape } = amount;
  if (range === undefined) {
    if (shape !== undefined && shape !== 'fixed') {
      report(error('missing-key', { key: 'range', within: name }, amount.place));
    }
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
  report: Draft['report'],
): Evidence {
  return { grade, source: inBothLanguages(source, 'source', owner, '', report) };
}

/** Text of a generated equation or unit: it has the place of the entry that it was made from. */
export const generated = (text: string, place: Place): SourceText => ({ text, ...place });
