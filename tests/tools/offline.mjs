// A Vite plugin: builds workers/offline.ts to `offline.js` beside the page, with the list of the site's files inside.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';

/** Files that nobody needs without a network. */
const left = /third-party-notices|robots|uppstroms\.png|model\.schema/;

/** @returns {import('vite').Plugin} */
export function offline() {
  let folder = '';
  let root = '';
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = config.publicDir;
      root = config.root;
    },
    async generateBundle(_, bundle) {
      const built = Object.values(bundle).map((file) => ({
        name: file.fileName,
        content: file.type === 'chunk' ? file.code : file.source,
      }));
      const copied = readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name)) }));
      const files = [...built, ...copied].filter(({ name }) => !left.test(name));
      const hash = createHash('sha256');
      for (const { name, content } of files) hash.update(name).update(content);
      const site = {
        revision: hash.digest('hex').slice(0, 12),
        files: ['./', ...files.map(({ name }) => `./${name}`).filter((name) => name !== './index.html')],
      };
      const source = join(root, 'workers/offline.ts');
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
      this.emitFile({
        type: 'asset',
        fileName: 'offline.js',
        source: `const SITE = ${JSON.stringify(site)};\n${code}`,
      });
    },
  };
}
