import { isMap } from 'yaml';
import { error, hasErrors, type Diagnostic } from '../../base/diagnostic.ts';
import { nearest } from '../../base/nearest.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import type { Model } from '../../model/model.ts';
import { assemble, type IncludedPart } from './assemble.ts';
import { openDocument, type Source } from './document.ts';
import { modelFile, partFile } from './schema.ts';
import { reportType, type At, type Found } from './shape.ts';

type Report = Source['report'];

/** Reads a model written in YAML, with the parts that it includes. All mistakes are reported, not only the first. */
export function readYaml(
  text: string,
  file: string,
  parts: ReadonlyMap<string, string>,
): Result<Model, readonly Diagnostic[]> {
  const { diagnostics, report } = collector();
  const content = readFile(text, file, modelFile, report);
  if (content === undefined) return fail(diagnostics);
  const included = readParts(content.include ?? [], parts, report);
  const model = assemble(content, included, file, report);
  if (model === undefined || hasErrors(diagnostics)) return fail(inOrder(diagnostics, file));
  return ok(diagnostics.length === 0 ? model : { ...model, warnings: inOrder(diagnostics, file) });
}

/** So many errors, and so many warnings, are told of: a file of nothing but mistakes must not fill the memory. */
const mostTold = 1000;

function collector(): { readonly diagnostics: readonly Diagnostic[]; readonly report: Report } {
  const diagnostics: Diagnostic[] = [];
  const count = { error: 0, warning: 0 };
  const report: Report = (diagnostic) => {
    if (++count[diagnostic.severity] <= mostTold) diagnostics.push(diagnostic);
  };
  return { diagnostics, report };
}

/** Undefined if the text is not YAML, or is something else than keys and values. */
function readFile<T>(
  text: string,
  file: string,
  shape: { readPartly: (found: Found, source: Source) => T },
  report: Report,
): T | undefined {
  const opened = openDocument(text, file, report);
  if (opened === undefined) return undefined;
  const whole = { node: opened.root, key: '', place: { file, line: 1, column: 1 } };
  return isMap(opened.root)
    ? shape.readPartly(whole, opened.source)
    : reportType(whole, 'mapping', opened.source);
}

function readParts(
  names: readonly At<string>[],
  parts: ReadonlyMap<string, string>,
  report: Report,
): readonly IncludedPart[] {
  return names.flatMap((name, i) => {
    const text = parts.get(name.value);
    const before = names.slice(0, i).find((other) => other.value === name.value);
    if (before !== undefined) {
      report(
        error(
          'duplicate-name',
          { name: name.value, firstLine: before.place.line, firstFile: before.place.file },
          name.place,
        ),
      );
      return [];
    }
    if (text === undefined) {
      const near = nearest(name.value, parts.keys());
      report(
        error(
          'unknown-part',
          { name: name.value, ...(near === undefined ? {} : { nearest: near }) },
          name.place,
        ),
      );
      return [];
    }
    const content = readFile(text, `models/parts/${name.value}.yaml`, partFile, report);
    return content === undefined ? [] : [{ name, content }];
  });
}

/** From the top of the model's own file down, then the parts. */
function inOrder(diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  const rank = ({ where }: Diagnostic): readonly [number, number, number] => [
    where.file === file ? 0 : 1,
    where.line ?? 0,
    where.column ?? 0,
  ];
  return [...diagnostics].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
}
