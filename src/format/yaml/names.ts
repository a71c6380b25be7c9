import { error, type Diagnostic, type ReferenceRole } from '../../base/diagnostic.ts';
import { nearest } from '../../base/nearest.ts';
import type { Place } from '../../base/source.ts';
import type { Variable, VariableId } from '../../model/variable.ts';
import { namePattern } from './scalars.ts';
import type { At } from './shape.ts';

type Kind = Variable['kind'];

/** Names that mean something else in an equation. */
const reserved = new Set([
  'time',
  'dt',
  'starttime',
  'stoptime',
  'and',
  'or',
  'not',
  'mod',
  'lookup',
  'true',
  'false',
  'rest',
]);

/** Every variable name of a model and its parts, known before anything refers to it, even where its entry is wrong. */
export class Names {
  readonly #declared = new Map<VariableId, { readonly kind: Kind; readonly place: Place }>();
  readonly #report: (diagnostic: Diagnostic) => void;

  constructor(report: (diagnostic: Diagnostic) => void) {
    this.#report = report;
  }

  get count(): number {
    return this.#declared.size;
  }

  /** Declares a variable. False if the name cannot be used, which has then been reported. */
  declare({ value: name, place }: At<string>, kind: Kind): boolean {
    const before = this.#declared.get(name);
    if (before !== undefined) {
      const { line, file } = before.place;
      this.#report(
        error('duplicate-name', { name, firstLine: line, firstFile: file }, { ...place, variable: name }),
      );
      return false;
    }
    this.#declared.set(name, { kind, place });
    if (reserved.has(name)) this.#report(error('reserved-name', { name }, { ...place, variable: name }));
    return this.checkForm({ value: name, place }) && !reserved.has(name);
  }

  /** Whether a name looks like a name; if not, it is reported. */
  checkForm({ value: name, place }: At<string>): boolean {
    if (namePattern.test(name)) return true;
    this.#report(error('bad-name', { name }, place));
    return false;
  }

  has(name: VariableId): boolean {
    return this.#declared.has(name);
  }

  kindOf(name: VariableId): Kind | undefined {
    return this.#declared.get(name)?.kind;
  }

  /** A reference to a variable of one of some kinds. False if there is none of that name, which has then been reported. */
  refer(
    reference: At<string>,
    role: ReferenceRole,
    kinds: readonly Kind[] = ['parameter', 'stock', 'flow', 'aux'],
  ): boolean {
    const kind = this.kindOf(reference.value);
    if (kind !== undefined && kinds.includes(kind)) return true;
    const candidates = [...this.#declared].filter(([, d]) => kinds.includes(d.kind)).map(([name]) => name);
    this.#report(unknownReference(reference, role, candidates));
    return false;
  }
}

/** A reference that nothing answers to, with the candidate that it most likely means. */
export function unknownReference(
  { value, place }: At<string>,
  role: ReferenceRole,
  candidates: Iterable<string>,
): Diagnostic {
  const near = nearest(value, candidates);
  return error(
    'unknown-reference',
    { name: value, role, ...(near === undefined ? {} : { nearest: near }) },
    place,
  );
}
