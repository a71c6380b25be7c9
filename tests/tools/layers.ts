// The house rules of .ci/layers.json, checked over files in memory. There is no way to except a file: change the
// table, where everybody sees it, or change the file.
import ts from 'typescript';
import { type Import, importsOf, packageOf, parse } from './imports.ts';

export interface Layers {
  /** What a folder, or one file more, may import; its own folder is always allowed. The arrows of the architecture. */
  readonly arrows: Readonly<Record<string, readonly string[]>>;
  /** What may be imported besides, as types only. */
  readonly typesOnly: Readonly<Record<string, readonly string[]>>;
  /** Folders whose sub-folders do not import each other. */
  readonly apart: readonly string[];
  /** The few places that import each dependency; 'node' stands for Node's own modules. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
  /** Where no name of the page may be used, and those names. */
  readonly pure: readonly string[];
  readonly notPure: readonly string[];
  /** The only files called index.ts: they list what there is, and re-export nothing for convenience. */
  readonly registries: readonly string[];
  /** Lines; a longer file says why in its first comment. */
  readonly longest: Readonly<Record<string, number>>;
}

/** Path from the root → text. */
export type Files = ReadonlyMap<string, string>;

/** Each broken rule as one line that begins with the file. */
export function brokenRules(layers: Layers, files: Files): readonly string[] {
  const graph = new Map([...files].map(([file, text]) => [file, importsOf(file, text)]));
  return [
    ...[...graph].flatMap(([file, imports]) =>
      imports.flatMap((found) => brokenBy(layers, file, found)).map((problem) => `${file}: ${problem}`),
    ),
    ...[...files].flatMap(([file, text]) => [
      ...brokenName(layers, file),
      ...brokenLength(layers, file, text),
      ...brokenPurity(layers, file, text),
    ]),
    ...rings(graph).map((ring) => `${ring[0]!}: a cycle: ${ring.join(' → ')}`),
  ];
}

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);
const placesOf = <T>(table: Readonly<Record<string, readonly T[]>>, file: string): readonly T[] =>
  Object.entries(table).flatMap(([place, list]) => (within(file, place) ? list : []));

/** The outermost entry of the arrow table that holds a file. */
function roomOf(layers: Layers, file: string): string | undefined {
  return Object.keys(layers.arrows)
    .filter((room) => within(file, room))
    .sort((a, b) => a.length - b.length)[0];
}

function brokenBy(layers: Layers, file: string, found: Import): readonly string[] {
  if (found.specifier === '?') return ['imports from an address that cannot be read: write it as plain text'];
  if (found.path === undefined) return brokenDependency(layers, file, found.specifier);
  return brokenArrow(layers, file, found.path, found.typeOnly);
}

function brokenDependency(layers: Layers, file: string, specifier: string): readonly string[] {
  const name = packageOf(specifier);
  const rooms = layers.dependencies[name];
  if (rooms === undefined) return [`imports ${name}, which no room is listed for`];
  if (rooms.some((room) => within(file, room))) return [];
  return [`imports ${name}, which only ${rooms.join(' and ')} may do`];
}

function brokenArrow(layers: Layers, file: string, target: string, typeOnly: boolean): readonly string[] {
  const room = roomOf(layers, file);
  if (room === undefined) return []; // said once, by brokenName
  const allowed = [
    room,
    ...placesOf(layers.arrows, file),
    ...(typeOnly ? placesOf(layers.typesOnly, file) : []),
  ];
  if (!allowed.some((place) => within(target, place.replace(/\/$/, '')))) {
    const types = placesOf(layers.typesOnly, file).some((place) => within(target, place));
    return [`may not import ${target}${types ? ' but as `import type`' : ''}`];
  }
  const neighbours = layers.apart.find((place) => within(file, place) && within(target, place));
  if (neighbours === undefined) return [];
  const own = folderIn(neighbours, file);
  const other = folderIn(neighbours, target);
  return own !== undefined && other !== undefined && own !== other
    ? [`may not import its neighbour ${target}`]
    : [];
}

/** 'explore' for src/views/explore/page.ts in src/views; nothing for a file that lies in src/views itself. */
function folderIn(place: string, file: string): string | undefined {
  const rest = file.slice(place.length + 1).split('/');
  return rest.length > 1 ? rest[0] : undefined;
}

function brokenName(layers: Layers, file: string): readonly string[] {
  const problems: string[] = [];
  if (roomOf(layers, file) === undefined) problems.push(`${file}: is in no room of the arrow table`);
  if (!/^[a-z0-9]+(?:[-./][a-z0-9]+)*$/.test(file)) problems.push(`${file}: is not named in kebab-case`);
  if (file.endsWith('/index.ts') && !layers.registries.includes(file)) {
    problems.push(`${file}: is no registry, so it may not be called index.ts`);
  }
  return problems;
}

function brokenLength(layers: Layers, file: string, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  const longest = Object.entries(layers.longest).find(([place]) => within(file, place))?.[1] ?? Infinity;
  if (lines <= longest || /^\s*\/[/*]/.test(text)) return [];
  return [`${file}: has ${lines} lines, over ${longest}, and no first comment that says why`];
}

/** The compiler says the same with more precision (tests/config/tsconfig.pure.json); this says it without it. */
function brokenPurity(layers: Layers, file: string, text: string): readonly string[] {
  if (!layers.pure.some((place) => within(file, place)) || !file.endsWith('.ts')) return [];
  const names = { used: new Set<string>(), declared: new Set<string>(), member: new Set<string>() };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names[roleOf(node)].add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return layers.notPure
    .filter((name) => names.used.has(name) && !names.declared.has(name))
    .map((name) => `${file}: mentions ${name}, which the pure half does not have`);
}

/** `x.window` and `{ window: 1 }` name a member, `let window` declares a name of the file's own, `window` uses one. */
function roleOf(node: ts.Identifier): 'used' | 'declared' | 'member' {
  const { parent } = node;
  const { name, propertyName } = parent as { name?: ts.Node; propertyName?: ts.Node };
  if (ts.isShorthandPropertyAssignment(parent)) return 'used';
  if (propertyName === node || (ts.isQualifiedName(parent) && parent.right === node)) return 'member';
  if (name !== node) return 'used';
  const holdsMembers = ts.isPropertyAccessExpression(parent) || ts.isEnumMember(parent);
  if (holdsMembers || ts.isClassElement(parent) || ts.isTypeElement(parent)) return 'member';
  return ts.isObjectLiteralElementLike(parent) ? 'member' : 'declared';
}

/**
 * Cycles between files, each as the ring of their names: the shortest ones, of which no two share a file, so that a
 * knot of many files is told by the ring to open first. Types count: files that need each other are one file.
 */
function rings(graph: ReadonlyMap<string, readonly Import[]>): readonly (readonly string[])[] {
  const found = [...graph.keys()].flatMap((file) => shortestRing(graph, file) ?? []);
  const told = new Set<string>();
  return found
    .sort((a, b) => a.length - b.length)
    .filter((ring) => {
      if (ring.some((file) => told.has(file))) return false;
      for (const file of ring) told.add(file);
      return true;
    });
}

/** The shortest way from a file through its imports back to itself, if there is one. */
function shortestRing(graph: ReadonlyMap<string, readonly Import[]>, start: string): [string[]] | undefined {
  const trails = [[start]];
  const seen = new Set<string>();
  for (const trail of trails) {
    for (const { path } of graph.get(trail.at(-1)!) ?? []) {
      if (path === start) return [[...trail, start]];
      if (path === undefined || seen.has(path)) continue;
      seen.add(path);
      trails.push([...trail, path]); // the loop goes on over what is added: nearest first
    }
  }
  return undefined;
}
