import { error, type Diagnostic, type ReferenceRole } from '../../base/diagnostic.ts';
import { nearest } from '../../base/nearest.ts';
import type { Place } from '../../base/source.ts';
import { isName } from '../../equation/names.ts';
import type { Variable, VariableId } from '../../model/variable.ts';
import type { At } from './shape.ts';

type Kind = Variable['kind'];

/** Kinds that have a value at each moment. */
const valued: readonly Kind[] = ['parameter', 'stock', 'flow', 'aux'];

/** After so many unknown names, no more near ones are looked for: each search goes through all names. */
const mostSearches = 200;

/** Every variable name of a model and its parts, known before anything refers to it, even where its entry is wrong. */
export class Names {
  readonly #declared = new Map<VariableId, { readonly kind: Kind; readonly place: Place }>();
  readonly #report: (diagnostic: Diagnostic) => void;
  #searches = 0;

  constructor(report: (diagnostic: Diagnostic) => void) {
    this.#report = report;
  }

  get count(): number {
    return this.#declared.size;
  }

  /** Declares a variable. False if the name is taken or cannot be a name, which has then been reported. */
  declare({ value: name, place }: At<string>, kind: Kind): boolean {
    const known = this.#declared.get(name)?.place;
    if (known !== undefined) {
      // Sections are read in an order of their own: of two in one file, the lower is the second.
      const [first, second] =
        known.file === place.file && known.line > place.line ? [place, known] : [known, place];
      const args = { name, firstLine: first.line, firstFile: first.file };
      this.#report(error('duplicate-name', args, { ...second, variable: name }));
      return false;
    }
    this.#declared.set(name, { kind, place });
    return this.checkForm({ value: name, place });
  }

  /** Whether a name looks like a name; if not, it is reported. */
  checkForm({ value: name, place }: At<string>): boolean {
    if (isName(name)) return true;
    this.#report(error('bad-name', { name }, place));
    return false;
  }

  kindOf(name: VariableId): Kind | undefined {
    return this.#declared.get(name)?.kind;
  }

  /** A reference to a variable of one of some kinds. False if there is none of that name, which has then been reported. */
  refer(reference: At<string>, role: ReferenceRole, kinds: readonly Kind[] = valued): boolean {
    const kind = this.kindOf(reference.value);
    if (kind !== undefined && kinds.includes(kind)) return true;
    this.#searches++;
    const candidates =
      this.#searches > mostSearches ? [] : [...this.#declared].filter(([, d]) => kinds.includes(d.kind));
    this.#report(
      unknownReference(
        reference,
        role,
        candidates.map(([name]) => name),
      ),
    );
    return false;
  }
}

/** A reference that nothing answers to, with the candidate that it most likely means. */
export function unknownReference(
  reference: At<string>,
  role: ReferenceRole,
  candidates: Iterable<string>,
): Diagnostic {
  const { value: name, place } = reference;
  const near = nearest(name, candidates);
  return error('unknown-reference', { name, role, ...(near === undefined ? {} : { nearest: near }) }, place);
}
