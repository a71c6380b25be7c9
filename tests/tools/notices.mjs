// Adds third-party-notices.txt to a build: name, version and licence text of every package that may be in it, which
// is every package of package-lock.json that is not a development tool. Several of the licences ask for it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {import('vite').Plugin} */
export function notices() {
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source: allNotices() });
    },
  };
}

function allNotices() {
  const { packages } =
    /** @type {{ packages: Record<string, { dev?: boolean, version: string, license?: string }> }} */ (
      JSON.parse(readFileSync('package-lock.json', 'utf8'))
    );
  return Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== '' && !dev && existsSync(folder))
    .map(([folder, { version, license }]) => {
      const name = folder.replace(/^.*node_modules\//, '');
      const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
      const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
      return [`${name} ${version} (${license ?? 'see its text'})`, ...texts].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}
