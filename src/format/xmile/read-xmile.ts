import { error, hasErrors, warning } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import { readMacros } from './macros.ts';
import { gatherSources } from './resources.ts';
import { ownSteps } from './own-steps.ts';
import { readSpecs } from './specs.ts';
import { readBehaviour, readPart } from './variables.ts';
import { child, childrenOf, placeOf, readXml, textOf } from '../xml.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { DataFiles } from '../data/data-files.ts';
import type { Dimension, ForeignModel, Part } from '../foreign/foreign-model.ts';
import type { Element } from '../xml.ts';

/** Reads an XMILE file, also one written before the standard or with prefixes that it does not declare. */
export function readXmile(
  text: string,
  file: string,
  files: DataFiles,
): Result<ForeignModel, readonly Diagnostic[]> {
  const xml = readXml(text.trimStart(), file);
  if (!xml.ok) return fail([xml.error]);
  const root = xml.value;
  const diagnostics: Diagnostic[] = [];
  const report = (d: Diagnostic): void => void diagnostics.push(d);
  const models = childrenOf(root, 'model');
  const main = models.find((m) => m.attributes['name'] === undefined) ?? models[0];
  if (root.name !== 'xmile')
    return fail([
      error('xml-syntax', { problem: 'root', found: `<${root.name}>` }, { file, line: root.line, column: 1 }),
    ]);
  if (main === undefined) {
    return fail([
      error(
        'missing-key',
        { key: '<model>', within: `<${root.name}>` },
        { file, line: root.line, column: 1 },
      ),
    ]);
  }
  const sources = gatherSources(root, main, files, report);
  const apart = [...sources.models.values()].map(({ element }) => element);
  const count = [main, ...apart].reduce((n, m) => n + (child(m, 'variables') ?? m).children.length, 0);
  if (count > MOST_DEFINITIONS)
    return fail([error('too-many', { what: 'variables', count, limit: MOST_DEFINITIONS }, { file })]);
  const behaviour = readBehaviour(child(root, 'behavior'), { stock: false, flow: false });
  const header = child(root, 'header');
  const written = readSpecs(child(root, 'sim_specs') ?? child(main, 'sim_specs'), file, report);
  const { specs, of } = ownSteps(main, apart, written, file, report);
  const partOf = (model: Element, home: string): Part => ({
    ...readPart(model, behaviour, (module) => sources.keyOf(module, home), report),
    ...of(model),
  });
  const parts = new Map([...sources.models].map(([key, { element, path }]) => [key, partOf(element, path)]));
  const mainPart = partOf(main, '');
  const by = child(child(root, 'sim_specs') ?? child(main, 'sim_specs'), 'run')?.attributes['by'] ?? 'all';
  if (by !== 'all')
    report(warning('approximated', { what: `<run by="${by}">`, instead: '<run by="all">' }, { file }));
  const imported = child(child(root, 'data'), 'import');
  if (imported) report(warning('left-out', { what: '<data> <import>' }, placeOf(imported)));
  const { roots } = sources;
  const macros = readMacros(
    roots.flatMap((one) => childrenOf(one, 'macro')),
    behaviour,
    (module) => sources.keyOf(module, ''),
    report,
  );
  const dimensions = onceEach(roots.flatMap((one) => childrenOf(child(one, 'dimensions'), 'dim'))).map(
    (dim) => readDimension(dim, file, report),
  );
  if (hasErrors(diagnostics)) return fail(diagnostics);
  return ok({
    file,
    name: displayName(textOf(child(header, 'name')) || file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')),
    about: textOf(child(header, 'caption')),
    dialect: 'xmile',
    author: /vensim|ventana/i.test(`${textOf(child(header, 'vendor'))} ${textOf(child(header, 'product'))}`)
      ? 'vensim'
      : 'other',
    specs,
    dimensions,
    ...(givesNaN(header) ? { beyondArrays: NaN } : {}),
    main: mainPart,
    parts,
    macros,
    positions: positionsOf(main),
    fileNames: new Map(),
    units: roots.flatMap((one) => unitsOf(child(one, 'model_units') ?? (one === root ? child(main, 'model_units') : undefined))), // prettier-ignore
    warnings: diagnostics,
  });
}

/** Of what several files define under one name, the first: the main file's own. */
function onceEach(elements: readonly Element[]): readonly Element[] {
  const byName = new Map<string, Element>();
  for (const element of elements) {
    const key = canonical(element.attributes['name'] ?? '');
    if (!byName.has(key)) byName.set(key, element);
  }
  return [...byName.values()];
}

/** XMILE 2.2.1: what a subscript beyond an array gives is an option of the file. */
const givesNaN = (header: Element | undefined): boolean =>
  /^nan$/i.test(child(child(header, 'options'), 'uses_arrays')?.attributes['invalid_index_value'] ?? '');

/** XMILE 2.4: units with a name of their own. Stella writes `1` for what has no dimension. */
function unitsOf(element: Element | undefined): ForeignModel['units'] {
  return childrenOf(element, 'unit').map((unit) => {
    const formula = textOf(child(unit, 'eqn'));
    return {
      name: unit.attributes['name'] ?? '',
      aliases: childrenOf(unit, 'alias').map(textOf),
      ...(formula === '' ? {} : { formula }),
    };
  });
}

/** Most variables of a file. */
const MOST_DEFINITIONS = 50_000;
const MOST_ELEMENTS = 10_000;

function readDimension(dim: Element, file: string, report: (d: Diagnostic) => void): Dimension {
  const named = childrenOf(dim, 'elem').map((elem) => elem.attributes['name'] ?? '');
  const size = Number(dim.attributes['size'] ?? 0) || 0;
  const place = { file, line: dim.line, column: 1 };
  const count = Math.max(named.length, size);
  if (count > MOST_ELEMENTS) {
    report(error('too-many', { what: 'elements', count, limit: MOST_ELEMENTS }, place));
    return { name: '', elements: [], maps: [], place };
  }
  const elements = named.length > 0 ? named : Array.from({ length: size }, (_, i) => String(i + 1));
  return {
    name: dim.attributes['name'] ?? '',
    elements,
    maps: [],
    place,
  };
}

const DRAWN = new Set(['stock', 'flow', 'aux', 'module']);

/** Where the first view shows variables; before the standard each variable said it itself. */
function positionsOf(model: Element): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const positions = new Map<string, { x: number; y: number }>();
  const add = (name: string | undefined, at: Element | undefined): void => {
    const [x, y] = [Number(at?.attributes['x']), Number(at?.attributes['y'])];
    if (name !== undefined && Number.isFinite(x) && Number.isFinite(y))
      positions.set(canonical(name.replaceAll('\\n', ' ')), { x, y });
  };
  for (const view of childrenOf(child(model, 'views'), 'view')) {
    for (const item of view.children) if (DRAWN.has(item.name)) add(item.attributes['name'], item);
    if (positions.size > 0) break;
  }
  for (const item of model.children)
    if (DRAWN.has(item.name)) add(item.attributes['name'], child(item, 'display'));
  return positions;
}
