// Builds and serves the site for tests and benchmarks, each caller in a folder of its own: two runs in one checkout,
// or a server that is showing dist/site, do not disturb each other.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { preview } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, 'node_modules/.cache');

/**
 * `vite build` in a process of its own: Vitest sets NODE_ENV to "test", and a site built so carries Lit's
 * development version.
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function buildSite() {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'site-'));
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, env });
  } catch (error) {
    await remove();
    const { stderr } = /** @type {{ stderr?: string }} */ (error);
    throw new Error(`The site does not build.\n${stderr ?? ''}`, { cause: error });
  }
  return { folder, remove };
}

/**
 * Serves a built site with the headers of vite.config.ts on a free port.
 * @param {string} folder
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} the address ends with a slash
 */
export async function serveSite(folder) {
  const server = await preview({
    root,
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The preview server did not start to listen.');
  return { url, close: () => server.close() };
}
