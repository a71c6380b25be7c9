// What the journeys in tests/e2e share: a page of the built site that may not complain, axe, and pictures.
//
//   const page = await openPage({ path: '#/explore', locale: 'sv-SE' });
//   await expectNoAxeFindings(page);
//   await takePicture(page, 'explore-sv'); // PICTURES=1 npm test
//
// Each page is a browser profile of its own (an empty storage) and is closed at the end of its test, which fails if
// the page complained: a console warning or error, an uncaught exception, a CSP violation, a failed request, or a
// request to any other address than the site's own.
import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright';
import { inject, onTestFinished } from 'vitest';
import { findBrowser } from './browser.mjs';

export interface VisitOptions extends BrowserContextOptions {
  /** What follows the site's address: a hash, a query or a file. Nothing at all is a newcomer's visit. */
  path?: string;
  /** Runs before the page loads: block storage, cut the network, plant a fault. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Complaints that this test causes on purpose. */
  expected?: readonly RegExp[];
}

const complaintsOf = new WeakMap<Page, string[]>();
let running: Promise<Browser> | undefined;

/** The one browser of this process, started when it is first asked for; it ends with the process that holds its pipe. */
function browser(): Promise<Browser> {
  running ??= findBrowser().then(async (executablePath) => {
    const started = await chromium.launch({ executablePath });
    return started.once('disconnected', () => (running = undefined));
  });
  return running;
}

/** Opens the site and waits until it has loaded. Call it inside a test. */
export async function openPage(options: VisitOptions = {}): Promise<Page> {
  const { path = '#view=explore', prepare, expected = [], ...contextOptions } = options;
  const context = await (
    await browser()
  ).newContext({ viewport: { width: 1280, height: 800 }, ...contextOptions });
  const page = await context.newPage();
  const complaints = await listen(page);
  complaintsOf.set(page, complaints);
  onTestFinished(async () => {
    await context.close();
    const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
    if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`);
  });
  await prepare?.(page);
  await page.goto(inject('siteUrl') + path);
  return page;
}

/** What the page has complained about so far; it is checked at the end of the test anyway. */
export function complaintsSoFar(page: Page): readonly string[] {
  return complaintsOf.get(page) ?? [];
}

async function listen(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  const own = new URL(inject('siteUrl')).origin;
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'warning' || type === 'error') complaints.push(`console ${type}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} (${reason})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== own)
      complaints.push(`foreign request: ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction('reportViolation', (violation: string) => complaints.push(`CSP: ${violation}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (violation: string) => void };
      reportViolation(`${event.effectiveDirective} blocked ${event.blockedURI || event.sample}`);
    });
  });
  return complaints;
}

/** axe over the whole page, every rule or some of them by name; every finding fails. */
export async function expectNoAxeFindings(page: Page, rules?: readonly string[]): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const findings = await page.evaluate(
    async (only) => {
      const { axe: injected } = window as unknown as { axe: typeof axe };
      // What passes is not told of: that alone is a quarter of the work.
      const { violations } = await injected.run(document, {
        resultTypes: ['violations'],
        ...(only && { runOnly: only }),
      });
      return violations.map((found) => {
        const places = found.nodes.map((node) => `  ${node.target.join(' ')}: ${node.failureSummary ?? ''}`);
        return [`${found.id} (${found.impact ?? 'unrated'}): ${found.help}`, ...places].join('\n');
      });
    },
    rules && [...rules],
  );
  if (findings.length > 0) throw new Error(`axe found:\n${findings.join('\n')}`);
}

/** A picture, of the whole page or of a part of it, for people to look at, in node_modules/.cache/screenshots. Only when they ask: `PICTURES=1 npm test`. */
export async function takePicture(what: Page | Locator, name: string): Promise<void> {
  if (process.env['PICTURES'] === undefined) return;
  const folder = join('node_modules', '.cache', 'screenshots');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await ('goto' in what ? what.screenshot({ path, fullPage: true }) : what.screenshot({ path }));
}
