import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { firstModel } from '../../src/app/first-model.ts';
import { wordmark } from '../../src/elements/wordmark.ts';
import { en } from '../../src/text/en.ts';
import { format } from '../../src/text/format.ts';
import { startWords } from '../../src/text/start.ts';
import { sv } from '../../src/text/sv.ts';
import { birthsIn } from '../../src/views/start/try-places.ts';
import { readShipped } from './models-plugin.ts';

const waves =
  '<svg viewBox="0 0 30 24" aria-hidden="true">' +
  Object.entries(wordmark)
    .map(([name, d]) => `<path class="${name}" d="${d}"/>`)
    .join('') +
  '</svg>';

type Bundle = Rolldown.OutputBundle;

const dictionaries = { sv, en };
const languages = ['sv', 'en'] as const;
/** The screens that most visits begin with: what they are drawn with is fetched beside the program and not after it. */
const screens = { start: 'views/start/up-start.ts', explore: 'views/explore/up-explore.ts' };
const place = '<!-- first paint -->';

/**
 * A Vite plugin: what is painted before the program has come. It writes the first screen's opening words into the page,
 * in both languages and with the first model's own number, and builds src/first-look.ts, which says which of them show.
 */
export function firstPaint(): Plugin {
  let isBuild = false;
  let root = '';
  return {
    name: 'first-paint',
    enforce: 'post',
    configResolved(config) {
      isBuild = config.command === 'build';
      root = config.root;
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (page) =>
        page
          .replace(place, isBuild ? place : '<script type="module" src="/src/first-look.ts"></script>')
          .replace('<!-- first words -->', firstWords(root)),
    },
    async generateBundle(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      const code = await firstLook(root, filesOf(bundle));
      const fileName = `assets/first-look-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
      this.emitFile({ type: 'asset', fileName, source: code });
      const font = Object.keys(bundle).find((name) => name.endsWith('.woff2'));
      if (font === undefined) throw new Error('The font is not among the files.');
      const head = `<link rel="preload" href="./${font}" as="font" type="font/woff2" crossorigin />
    <script src="./${fileName}"></script>`;
      page.source = String(page.source)
        .replace(place, head)
        // What is painted first needs none of these: on a slow network they wait for what it does need.
        .replaceAll(/(?<=<(?:script type="module"|link rel="modulepreload")) /g, ' fetchpriority="low" ');
    },
  };
}

/** For each screen the files that it is drawn with, without those that the page names itself. */
function filesOf(bundle: Bundle): Readonly<Record<string, readonly string[]>> {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const withImports = (name: string, found = new Set<string>()): ReadonlySet<string> => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== 'chunk') return found;
    found.add(name);
    for (const other of chunk.imports) withImports(other, found);
    return found;
  };
  const named = withImports(chunks.find(({ isEntry }) => isEntry)!.fileName);
  const files = (module: string): readonly string[] => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
    if (chunk === undefined) throw new Error(`No file is built of ${module}.`);
    return [...withImports(chunk.fileName)].filter((file) => !named.has(file)).map((file) => `./${file}`);
  };
  return {
    ...Object.fromEntries(Object.entries(screens).map(([id, module]) => [id, files(module)])),
    model: files(`models/${firstModel}/model.yaml?model`),
  };
}

/** src/first-look.ts as a classic script: it has to run before the page's body is painted. */
async function firstLook(root: string, files: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { FILES: JSON.stringify(files) },
    build: {
      write: false,
      lib: { entry: 'src/first-look.ts', formats: ['iife'], name: 'firstLook' },
    },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}

/** The frame's bar, the first screen's opening, and for other screens that something is coming. */
function firstWords(root: string): string {
  const model = readShipped(join(root, 'models', firstModel));
  const births = birthsIn({ model, where: { preset: model.presets[0]!.id } });
  if (births === undefined) throw new Error(`${firstModel} does not say how many are born.`);
  const each = (tag: string, text: (language: (typeof languages)[number]) => string, more = ''): string =>
    languages.map((l) => `<${tag}${more} lang="${l}">${text(l)}</${tag}>`).join('');
  return `<div class="first">
      <header><p>${waves}<span>${sv.app.name}</span></p></header>
      <main class="start">
        <div>${each('h1', (l) => startWords(l).births(format(l).people(births)))}${each('a', (l) => startWords(l).skip, ' href="#view=explore"')}</div>
        ${each('h2', (l) => startWords(l).question)}
        <div class="water"></div>
      </main>
      <main class="other">
        ${each('p', (l) => dictionaries[l].app.purpose, ' class="purpose"')}
        ${each('p', (l) => dictionaries[l].app.loading, ' class="loading"')}
        <div role="alert">${each('p', (l) => dictionaries[l].app.notThere)}</div>
      </main>
    </div>`;
}
