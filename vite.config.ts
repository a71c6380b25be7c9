import { chmodSync } from 'node:fs';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { firstPaint } from './tests/tools/first-paint.ts';
import { shippedModels } from './tests/tools/models-plugin.ts';
import { notices } from './tests/tools/notices.mjs';
import { offline } from './tests/tools/offline.mjs';

// What a server of the built site must send. 'wasm-unsafe-eval' lets the worker compile the model's own WebAssembly
// and nothing else; a header is needed because a <meta> policy does not reach a worker.
const headers = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

// Every dependency that the page or its worker may reach. One found in the middle of a run makes Vite reload the page,
// and on a machine with a cold cache browser tests would then fail now and then.
const dependencies = [
  '@dagrejs/dagre',
  'comlink',
  'd3',
  'fflate',
  'lean-qr',
  'lean-qr/extras/svg',
  'lit',
  'lit/decorators.js',
  'lit/directives/class-map.js',
  'lit/directives/if-defined.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'mathjs/number',
  'saxes',
  'yaml',
];

const site: ViteUserConfig = {
  base: './', // the site works in any folder of any static host
  appType: 'mpa', // an address that is not a file is a 404, as on a static host, and not index.html
  build: {
    outDir: 'dist/site',
    assetsInlineLimit: 0, // a font or an icon inside a data: address would be stopped by the policy above
    modulePreload: { polyfill: false },
  },
  plugins: [shippedModels(), notices(), firstPaint(), offline()],
  worker: { format: 'es' }, // a worker may import lazily
  optimizeDeps: { include: dependencies },
  server: { headers },
  preview: { headers },
};

/** `vite build --mode cli`: one file that runs alone under Node, with every dependency and model inside. */
const commandLine: ViteUserConfig = {
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rolldownOptions: {
      output: { entryFileNames: 'uppstroms.mjs', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
  plugins: [notices(), { name: 'executable', writeBundle: () => chmodSync('dist/cli/uppstroms.mjs', 0o755) }],
  ssr: { noExternal: true, target: 'node' },
};

/** Vitest's projects. The browser is looked for here only, never for a build. */
async function tests(): Promise<ViteUserConfig> {
  const [{ playwright }, { findBrowser }, { BaseSequencer }] = await Promise.all([
    import('@vitest/browser-playwright'),
    import('./tests/tools/browser.mjs'),
    import('vitest/node'),
  ]);

  // So that no core ends alone with a long file. In a fresh clone Vitest knows sizes, not times.
  class LongFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files);
      const projects = sorted.map(({ project }) => project);
      const isShort = ({ moduleId }: TestSpecification) => !/every-screen|\/property\//.test(moduleId);
      return sorted.sort(
        (a, b) =>
          projects.indexOf(a.project) - projects.indexOf(b.project) ||
          Number(isShort(a)) - Number(isShort(b)),
      );
    }
  }

  return {
    test: {
      sequence: { sequencer: LongFirst },
      // A journey waits more than it works: two at a time also where there are two cores.
      maxWorkers: 2,
      projects: [
        {
          plugins: [shippedModels()],
          test: {
            name: 'unit',
            isolate: false,
            include: ['tests/{unit,property,golden,worker,conformance}/**/*.test.ts', 'tests/*.test.ts'],
          },
        },
        {
          plugins: [shippedModels()],
          worker: { format: 'es' },
          optimizeDeps: { include: [...dependencies, 'axe-core'] },
          test: {
            name: 'browser',
            include: ['tests/{element,chart}/**/*.test.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: { executablePath: await findBrowser() } }),
              instances: [{ browser: 'chromium' }],
              viewport: { width: 1280, height: 800 },
            },
          },
        },
        {
          test: {
            name: 'e2e',
            isolate: false, // one browser goes through many files
            include: ['tests/e2e/**/*.test.ts'],
            globalSetup: 'tests/tools/serve-site.ts',
            // On a slow machine a journey may read a screen between two frames; a fault fails twice.
            retry: 1,
            testTimeout: 30_000,
            hookTimeout: 30_000,
          },
        },
      ],
    },
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'test') return tests();
  return mode === 'cli' ? commandLine : site;
});
