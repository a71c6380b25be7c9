import { error, warning } from '../../base/diagnostic.ts';
import { canonical } from '../../equation/dialects/names.ts';
import { decode } from '../data/delimited.ts';
import { withLines } from '../foreign/recognise.ts';
import { child, childrenOf, placeOf, readXml } from '../xml.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { DataFiles } from '../data/data-files.ts';
import type { Element } from '../xml.ts';

type Report = (d: Diagnostic) => void;

/** A model with the file that it stands in; the main file's path is empty. */
export interface HomeModel {
  readonly element: Element;
  readonly path: string;
}

/** What a whole model consists of: the main file, the files that it includes, and those that modules are read from. */
export interface Sources {
  /** The main file first. */
  readonly roots: readonly Element[];
  /** Models that modules stand for, by key. */
  readonly models: ReadonlyMap<string, HomeModel>;
  /** The key of the model that a module stands for, in a model of a file. */
  readonly keyOf: (module: Element, home: string) => string;
}

/** Most files that one model consists of. */
const MOST_FILES = 100;

/**
 * Gathers the files of a model: `<includes>` (XMILE 2.11), and the resources of modules and models (4.7.1). A file is
 * looked for beside the one that names it; what has to be fetched from elsewhere is told of.
 */
export function gatherSources(root: Element, main: Element, files: DataFiles, report: Report): Sources {
  const loaded = new Map<string, Element | undefined>([['', root]]);
  const load = (path: string, where: Element): Element | undefined => {
    if (loaded.has(path)) return loaded.get(path);
    loaded.set(path, undefined);
    if (loaded.size > MOST_FILES) {
      const args = { what: 'files', count: loaded.size, limit: MOST_FILES } as const;
      report(error('too-many', args, placeOf(where)));
      return undefined;
    }
    const bytes = files.read(path);
    if (!bytes) return undefined;
    const xml = readXml(withLines(decode(bytes).replace(/^\ufeff/, '')).trimStart(), path);
    if (!xml.ok) report(xml.error);
    loaded.set(path, xml.ok ? xml.value : undefined);
    return loaded.get(path);
  };

  const roots: Element[] = [root];
  const homes: { readonly root: Element; readonly path: string }[] = [{ root, path: '' }];
  for (const home of homes) {
    const lists = [child(home.root, 'includes'), child(child(home.root, 'header'), 'includes')];
    for (const include of lists.flatMap((list) => childrenOf(list, 'include'))) {
      const resource = include.attributes['resource'] ?? '';
      const path = beside(home.path, resource);
      const found = path === undefined ? undefined : load(path, include);
      if (!found) report(warning('not-supported', { what: `<include resource="${resource}">` }, placeOf(include)));
      else if (!roots.includes(found)) {
        roots.push(found);
        homes.push({ root: found, path: path! });
      }
    }
  } // prettier-ignore

  const models = new Map<string, HomeModel>();
  const open: HomeModel[] = [{ element: main, path: '' }];
  const add = (key: string, model: HomeModel): string => {
    if (!models.has(key)) {
      models.set(key, model);
      open.push(model);
    }
    return key;
  };
  for (const home of homes)
    for (const element of childrenOf(home.root, 'model'))
      if (element !== main && element.attributes['name'] !== undefined)
        add(canonical(element.attributes['name']), { element, path: home.path });

  /** A file's model of that name, else its main one. */
  function fromFile(resource: string, name: string, home: string, where: Element): string | undefined {
    const [location = '', fragment] = resource.split('#');
    const path = beside(home, location);
    const file = path === undefined ? undefined : load(path, where);
    if (!file) return undefined;
    const all = childrenOf(file, 'model');
    const named = all.find((m) => canonical(m.attributes['name'] ?? '') === canonical(fragment ?? name));
    const element = named ?? all.find((m) => m.attributes['name'] === undefined) ?? all[0];
    return element && add(`${path}#${canonical(named?.attributes['name'] ?? '')}`, { element, path: path! });
  }

  const keys = new Map<Element, string>();
  const keyOf = (module: Element, home: string): string => {
    const before = keys.get(module);
    if (before !== undefined) return before;
    const { name = '', resource, ...others } = module.attributes;
    const given = resource ?? others['model_name'] ?? others['simlin:model_name'];
    const tail = given?.replace(/^.*[#/]/, '').replace(/\.(stmx|xmile|itmx|xml)$/i, '');
    const own = (key: string): string =>
      home !== '' && models.has(`${home}#${key}`) ? `${home}#${key}` : key;
    let key = resource === undefined ? undefined : fromFile(resource, name, home, module);
    if (key === undefined) {
      key = own(canonical(tail ?? name));
      const apart = models.get(key)?.element.attributes['resource'];
      if (apart !== undefined) key = fromFile(apart, name, models.get(key)!.path, module) ?? key;
      const missing = apart ?? resource;
      if (missing !== undefined && (apart !== undefined ? !key.includes('#') : !models.has(key)))
        report(error('data-missing', { path: missing }, placeOf(module)));
    }
    keys.set(module, key);
    return key;
  };
  for (const { element, path } of open) {
    // The models of a module's own file, by its path.
    if (path !== '')
      for (const other of childrenOf(loaded.get(path), 'model'))
        if (other.attributes['name'] !== undefined)
          add(`${path}#${canonical(other.attributes['name'])}`, { element: other, path });
    for (const module of childrenOf(child(element, 'variables') ?? element, 'module')) keyOf(module, path);
  }
  return { roots, models, keyOf };
}

/** A path beside another file; undefined for what lies elsewhere, or stands for several files. */
function beside(home: string, resource: string): string | undefined {
  if (resource === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)|[*?]/i.test(resource)) return undefined;
  const folder = home.includes('/') ? home.slice(0, home.lastIndexOf('/') + 1) : '';
  return `${folder}${resource.replaceAll('\\', '/').replace(/^\.\//, '')}`;
}
