// Installs what package-lock.json says, when it is not installed yet. Every npm script calls this first, so a
// fresh clone needs no other command. It is called inside the scripts because npm skips `pre…` hooks when its
// ignore-scripts setting is on. Only node: modules here: nothing else is installed when it runs.
// Everything is said on standard error: the standard output belongs to the command that follows.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stampFile = join(root, 'node_modules/.setup-stamp');
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
const nodeMajor = Number(process.versions.node.split('.')[0]);

/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const wanted = sha256([lockText, process.platform, process.arch, nodeMajor].join('\n'));

/** @param {string} file */
function readOrUndefined(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // not there yet, which is what the caller asks about
  }
}

const isInstalled = () => readOrUndefined(stampFile) === wanted;

/** Two scripts started at once in one folder must not both run `npm ci`: the second one waits for the first. */
function takeTurn() {
  const turn = join(tmpdir(), `uppstroms-setup-${sha256(root).slice(0, 16)}`);
  for (;;) {
    try {
      mkdirSync(turn);
      writeFileSync(join(turn, 'pid'), String(process.pid));
      return () => rmSync(turn, { recursive: true, force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    const owner = Number(readOrUndefined(join(turn, 'pid')));
    if (owner > 0 && !isRunning(owner)) rmSync(turn, { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

function install() {
  console.error('Installing what package-lock.json lists…');
  // --include=dev: with NODE_ENV=production npm would leave the build tools out.
  // --loglevel: `npm run -s` would pass its silence on, and a failure would have no words.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status === 0) return;
  console.error(`npm ci failed${result.error ? `: ${result.error.message}` : ''}; nothing else was started.`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Uppströms needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
if (!isInstalled()) {
  const done = takeTurn();
  process.on('exit', done);
  if (!isInstalled()) {
    install();
    writeFileSync(stampFile, wanted); // last, so that an interrupted install is done again
  }
}
