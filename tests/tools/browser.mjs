// Finds a Chromium for the tests: CHROME_PATH; else the one that the npm package @sparticuz/chromium ships (Linux
// x64 with glibc: no system package and no root needed); else an installed Chrome, Chromium or Edge; else one error
// that names both cures. The shipped one is unpacked here and not by its own package, which unpacks to fixed names
// in the temp folder and leaves out the NSS libraries that a bare system lacks.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shipped = join(root, 'node_modules/@sparticuz/chromium');

/** @returns {Promise<string>} the path of a program that starts Chromium */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROME_PATH is "${chosen}", which is not a program that can be started.`);
  }
  if (runsShipped()) return unpackShipped();
  const installed = installedBrowsers().find(isProgram);
  if (installed) return installed;
  throw new Error(
    'The browser tests found no Chromium. Either install Chrome, Chromium or Edge, or set CHROME_PATH to the ' +
      'program file of one (on Linux x64 with glibc, `npm run setup` brings its own: is node_modules complete?).',
  );
}

function runsShipped() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(shipped)) return false;
  return existsSync('/lib64/ld-linux-x86-64.so.2'); // glibc's loader: musl systems do not have it
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not executable: the caller goes on to the next candidate
  }
}

/** @returns {string[]} */
function installedBrowsers() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const bases = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((name) =>
      join(name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
    );
    return bases.flatMap((base) => (base ? programs.map((program) => join(base, program)) : []));
  }
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Unpacks to a folder of its own and renames that at the end: test runs that start together never see half a
 * browser, and the one that comes second throws its copy away.
 */
async function unpackShipped() {
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8'))
  );
  const home = join(root, `node_modules/.cache/chromium-${version}`);
  const program = join(home, 'chromium.sh');
  if (isProgram(program)) return program;

  await mkdir(dirname(home), { recursive: true });
  const draft = await mkdtemp(`${home}-`);
  await Promise.all([
    inflate('chromium.br').then((bytes) => writeFile(join(draft, 'chromium'), bytes, { mode: 0o755 })),
    ...['al2023', 'fonts', 'swiftshader'].map(async (name) => untar(await inflate(`${name}.tar.br`), draft)),
  ]);
  await writeFile(join(draft, 'fonts.conf'), fontsOf(home));
  await writeFile(join(draft, 'chromium.sh'), wrapper);
  await chmod(join(draft, 'chromium.sh'), 0o755);
  await chmod(draft, 0o755);
  try {
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!isProgram(program)) throw error;
  }
  return program;
}

// The package's own start-up options are left out on purpose: they switch off web security and site isolation.
const wrapper = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" FONTCONFIG_PATH="$here"
exec "$here/chromium" "$@"
`;

/**
 * Only the shipped fonts, so that a picture of a page looks the same on every machine; the archive's own list names
 * folders of the machine that it was made for.
 * @param {string} home
 */
const fontsOf = (home) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;

/** @param {string} name */
function inflate(name) {
  return promisify(brotliDecompress)(readFileSync(join(shipped, 'bin', name)));
}

/**
 * The two kinds of entry that these archives have: '5' is a folder, '0' a file.
 * @param {Buffer} tar
 * @param {string} folder
 */
async function untar(tar, folder) {
  /** @type {(at: number, length: number) => string} */
  const field = (at, length) => tar.toString('latin1', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const path = join(folder, field(at, 100));
    const size = parseInt(field(at + 124, 12), 8);
    if (field(at + 156, 1) === '5') await mkdir(path, { recursive: true });
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, tar.subarray(at + 512, at + 512 + size), {
        mode: parseInt(field(at + 100, 8), 8),
      });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

// `node tests/tools/browser.mjs` says which browser the tests would use.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const browser = await findBrowser();
  console.log(browser);
  console.log(execFileSync(browser, ['--version'], { encoding: 'utf8' }).trim());
}
