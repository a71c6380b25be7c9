// `npm run bench`: builds the measurements listed in index.ts and the site, takes each measurement in turn, and
// prints one table; with `-- --json` the same for machines, with `-- --keep` into a file in .ci/bench, and with a word
// only the rows that hold it.
// They are built, not loaded through a test runner, whose wrapped imports would be measured too.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { findBrowser } from '../tools/browser.mjs';
import { buildSite, serveSite } from '../tools/build-site.mjs';

/** @typedef {{ name: string, unit: string, goal?: number, ratioTo?: { reference: 'c' | 'js', key: string }, median: number, p95: number, samples: number }} Row */

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const asJson = process.argv.includes('--json');
const keep = process.argv.includes('--keep');
const root = fileURLToPath(new URL('../../', import.meta.url));

/** @type {{ remove: () => Promise<void>, bench: import('./measure.ts').Bench } | undefined} */
let stage;
await mkdir(join(root, 'node_modules/.cache'), { recursive: true });
const folder = await mkdtemp(join(root, 'node_modules/.cache/bench-'));
try {
  const measurements = (await buildMeasurements()).filter(({ name }) =>
    words.every((word) => name.includes(word)),
  );
  if (measurements.length === 0)
    throw new Error(`No measurement has "${words.join('" and "')}" in its name.`);
  /** @type {Row[]} */
  const rows = [];
  for (const { sample, ...measurement } of measurements) {
    if (!asJson) console.error(`… ${measurement.name}`);
    if (measurement.alone !== true) stage ??= await setStage();
    // A measurement that stands alone looks at neither.
    const samples = await sample(/** @type {import('./measure.ts').Bench} */ (stage?.bench));
    rows.push({
      ...measurement,
      median: quantile(samples, 0.5),
      p95: quantile(samples, 0.95),
      samples: samples.length,
    });
  }
  const machine = {
    node: process.version,
    browser: stage?.bench.browser.version(),
    cpu: cpus()[0]?.model,
    cores: cpus().length,
  };
  /** @type {(reference: 'c' | 'js') => Record<string, number>} */
  const ratiosTo = (reference) =>
    Object.fromEntries(
      rows.flatMap(({ ratioTo, median, samples }) =>
        ratioTo?.reference === reference && samples > 0 ? [[ratioTo.key, median]] : [],
      ),
    );
  /** Nothing could be compared with C here. */
  const withoutC = rows.some(({ ratioTo, samples }) => ratioTo?.reference === 'c' && samples === 0);
  const date = new Date().toISOString();
  const result = JSON.stringify(
    { ratio_to_c: ratiosTo('c'), ratio_to_js: ratiosTo('js'), machine, date, rows },
    undefined,
    2,
  );
  if (keep) {
    await mkdir(join(root, '.ci/bench'), { recursive: true });
    await writeFile(join(root, `.ci/bench/${date.slice(0, 16).replace(':', '')}.json`), `${result}\n`);
  }
  if (withoutC) console.error('No gcc here: the engine is compared with hand-written JavaScript alone.');
  if (asJson) console.log(result);
  else {
    const page = machine.browser === undefined ? '' : `, Chromium ${machine.browser}`;
    const measured = rows.filter(({ samples }) => samples > 0);
    printTable(measured, `Node ${machine.node}${page}, ${machine.cores} × ${machine.cpu}`);
  }
} finally {
  await stage?.remove();
  await rm(folder, { recursive: true, force: true });
}

/** The built site, served, and a browser: only when a measurement needs them. */
async function setStage() {
  const site = await buildSite();
  const server = await serveSite(site.folder);
  const browser = await chromium.launch({ executablePath: await findBrowser() });
  const remove = async () => {
    await browser.close();
    await server.close();
    await site.remove();
  };
  return { bench: { siteUrl: server.url, browser }, remove };
}

/** @returns {Promise<readonly import('./measure.ts').Measurement[]>} */
async function buildMeasurements() {
  await build({
    root,
    configFile: false, // what makes the site, such as its service worker, has no place here
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      rolldownOptions: { input: ['tests/bench/index.ts', 'tests/bench/pool-worker.ts'] },
      outDir: folder,
      emptyOutDir: true,
    },
  });
  const built = /** @type {typeof import('./index.ts')} */ (
    await import(pathToFileURL(join(folder, 'index.js')).href)
  );
  return built.measurements;
}

/**
 * @param {readonly number[]} samples
 * @param {number} share
 */
function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/**
 * @param {readonly Row[]} rows
 * @param {string} machine
 */
function printTable(rows, machine) {
  /** @type {(value: number | undefined) => string} */
  const show = (value) => (value === undefined ? '' : `${Number(value.toPrecision(3))}`);
  const cells = rows.map((row) => [
    row.name,
    row.unit,
    show(row.median),
    show(row.p95),
    show(row.goal),
    `${row.samples}`,
  ]);
  const lines = [['measurement', 'unit', 'median', 'p95', 'goal <', 'n'], ...cells];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of lines) {
    console.log(
      line.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
  }
  console.log(`\n${machine}. Benchmarks inform; they fail nothing.`);
}
