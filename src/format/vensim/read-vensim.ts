import { error, warning } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import { entriesOf, sectionsOf } from './entries.ts';
import { readStatement } from './definition.ts';
import { positionsOf, settingsOf } from './sketch.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { SourceText } from '../../base/source.ts';
import type {
  Definition,
  Dimension,
  ForeignModel,
  ForeignSpecs,
  Formula,
  Macro,
} from '../foreign/foreign-model.ts';

/** A reality check: a test of the model that no value depends on. */
const REALITY_CHECK = /:\s*(?:the\s+condition|test\s+input)\s*:/i;

/** Most statements that are read, and most characters of one. */
const MOST_ENTRIES = 50_000;
const MOST_CHARACTERS = 1_000_000;

/** Reads a Vensim text model (.mdl). Every statement is read, so that all mistakes come out together. */
export function readVensim(text: string, file: string): Result<ForeignModel, readonly Diagnostic[]> {
  const sections = sectionsOf(text);
  const entries = entriesOf(sections.equations, file, MOST_ENTRIES);
  if (entries.length > MOST_ENTRIES) {
    return fail([
      error('too-many', { what: 'variables', count: entries.length, limit: MOST_ENTRIES }, { file }),
    ]);
  }
  const mistakes: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  const dimensions: Dimension[] = [];
  const definitions: Definition[] = [];
  const macros = new Map<string, Macro[]>();
  let open: { head: Macro; definitions: Definition[] } | undefined;
  for (const entry of entries) {
    if (entry.kind === 'group') continue;
    if (entry.kind === 'equation' && entry.unfinished) {
      mistakes.push(unfinished(entry.equation));
      continue;
    }
    if (entry.kind === 'equation' && entry.equation.text.length > MOST_CHARACTERS) {
      const count = entry.equation.text.length;
      const { line, column } = entry.equation;
      mistakes.push(error('too-many', { what: 'characters', count, limit: MOST_CHARACTERS }, { file, line, column })); // prettier-ignore
      continue;
    }
    if (entry.kind === 'equation' && REALITY_CHECK.test(entry.equation.text)) {
      const { line, column } = entry.equation;
      const [what = ''] = /^[^:=]*/.exec(entry.equation.text) ?? [];
      warnings.push(warning('left-out', { what: displayName(what) }, { file, line, column }));
      continue;
    }
    if (entry.kind === 'macro') open = { head: macroHead(entry.head), definitions: [] };
    else if (entry.kind === 'end of macro') {
      if (open) {
        const key = canonical(open.head.name);
        const macro = { ...open.head, body: { definitions: open.definitions, modules: [] } };
        macros.set(key, [...(macros.get(key) ?? []), macro]);
      }
      open = undefined;
    } else {
      const statement = readStatement(entry.equation);
      if (!statement.ok) mistakes.push(statement.error);
      else if (statement.value.kind === 'range') dimensions.push(statement.value.dimension);
      else {
        const { name, subscripts, except, body } = statement.value;
        const { line, column } = entry.equation;
        const about = {
          source: entry.equation,
          unit: unitOf(entry.unit),
          about: entry.about,
          place: { file, line, column },
        };
        (open?.definitions ?? definitions).push({ name, subscripts, except, body, ...about });
      }
    }
  }
  if (mistakes.length > 0) return fail(mistakes);

  const { method, fileNames, calendar, units } = settingsOf(sections.settings);
  const name = displayName(file.replace(/^.*[/\\]/, '').replace(/\.mdl$/i, ''));
  return ok({
    file, name, about: '', dialect: 'vensim', author: 'vensim', dimensions, macros, fileNames,
    specs: { ...specsOf(definitions, file, warnings), method },
    main: { definitions, modules: [] },
    parts: new Map(),
    positions: positionsOf(sections.sketch),
    warnings,
    units,
    ...(calendar ? { calendar } : {}),
  }); // prettier-ignore
}

function unfinished({ text, file, line, column }: SourceText): Diagnostic {
  const what = displayName(text.replace(/[=(:[~].*$/s, '')).slice(0, 60);
  return error('cut-off', { what }, { file, line, column });
}

/** `:MACRO: NAME(inputs : outputs)`. */
function macroHead(head: SourceText): Macro {
  const [, name = '', inside = ''] = /:MACRO:\s*([^(]*)\(([^)]*)\)/i.exec(head.text) ?? [];
  const [inputs = '', outputs = ''] = inside.split(':');
  const list = (text: string): string[] => text.split(',').map(displayName).filter((n) => n !== ''); // prettier-ignore
  return {
    name: displayName(name),
    inputs: list(inputs).map((input) => ({ name: input })),
    outputs: list(outputs),
    body: { definitions: [], modules: [] },
    place: { file: head.file, line: head.line, column: head.column },
  };
}

/** The unit without Vensim's range of values in brackets. */
function unitOf(unit: SourceText): SourceText {
  const text = unit.text.replace(/\[[^\]]*\]?/g, '');
  const lead = text.length - text.trimStart().length;
  const lines = text.slice(0, lead).split('\n');
  const column = lines.length > 1 ? lines.at(-1)!.length + 1 : unit.column + lead;
  return { ...unit, text: text.trim(), line: unit.line + lines.length - 1, column };
}

/** Vensim's control variables are ordinary equations with set names. */
function specsOf(
  definitions: readonly Definition[],
  file: string,
  warnings: Diagnostic[],
): Omit<ForeignSpecs, 'method'> {
  const find = (name: string): Definition | undefined => definitions.find((d) => canonical(d.name) === name);
  const formula = (name: string, otherwise: number): Formula => {
    const found = find(name);
    if (found?.body.kind === 'formula') return { term: found.body.term, source: found.source };
    const what = name.replaceAll('_', ' ').toUpperCase();
    warnings.push(warning('approximated', { what, instead: String(otherwise) }, { file }));
    return {
      term: { kind: 'number', value: otherwise, span: { from: 0, to: 0 } },
      source: { text: '', file, line: 1, column: 1 },
    };
  };
  const dt = formula('time_step', 1);
  return {
    start: formula('initial_time', 0),
    stop: formula('final_time', 100),
    dt,
    saveStep: find('saveper') === undefined ? dt : formula('saveper', 1),
    timeUnit: find('time_step')?.unit.text ?? '',
  };
}
