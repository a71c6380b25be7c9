import { isMap, isScalar, parseDocument } from 'yaml';
import { error } from '../../base/diagnostic.ts';
import { nearest } from '../../base/nearest.ts';
import { fail, ok } from '../../base/result.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { Policy } from '../../model/experiment.ts';

/** Where a file of our own keeps a number that may be set: a parameter's value, a stock's value at the start. */
const HOLDERS = [['parameters', 'value'], ['stocks', 'initial']] as const; // prettier-ignore

/** The same file with other numbers in it: comments, order and all that is not set stay as they are. */
export function editYaml(text: string, file: string, values: Policy): Result<string, readonly Diagnostic[]> {
  const document = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true });
  const problems: Diagnostic[] = [];
  const settable: string[] = [];
  for (const [section] of HOLDERS) {
    const entries = document.get(section);
    if (isMap(entries))
      for (const { key } of entries.items) if (isScalar(key)) settable.push(String(key.value));
  }
  // From the last to the first, so that an edit does not move those that are still to come.
  const edits: { from: number; to: number; text: string }[] = [];
  for (const [name, value] of Object.entries(values)) {
    const node = HOLDERS.map(([section, key]) => document.getIn([section, name, key], true)).find(isScalar);
    const range = node?.range;
    if (range) edits.push({ from: range[0], to: range[1], text: String(value) });
    else {
      const near = nearest(name, settable);
      problems.push(
        error(
          'unknown-reference',
          { name, role: 'setting', ...(near === undefined ? {} : { nearest: near }) },
          { file },
        ),
      );
    }
  }
  if (problems.length > 0) return fail(problems);
  const edited = edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((whole, edit) => whole.slice(0, edit.from) + edit.text + whole.slice(edit.to), text);
  return ok(edited);
}
