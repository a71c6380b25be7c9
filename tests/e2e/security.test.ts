// The built site sends its policy, the policy holds, and a journey notices every complaint of a page by itself.
import { expect, inject, test } from 'vitest';
import { complaintsSoFar, openPage } from '../tools/site.ts';

test('page and scripts come with the policy, and an address that is no file is not found', async () => {
  const siteUrl = inject('siteUrl');
  const page = await fetch(siteUrl);
  const script = /src="([^"]+\.js)"/.exec(await page.text())?.[1];
  expect(script).toBeDefined();
  for (const response of [page, await fetch(new URL(script!, siteUrl))]) {
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("style-src 'self';");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect((await fetch(new URL('no-such-file', siteUrl))).status).toBe(404);
  expect(await (await fetch(new URL('robots.txt', siteUrl))).text()).toContain('User-agent');
  expect(await (await fetch(new URL('third-party-notices.txt', siteUrl))).text()).toContain('lit 3.');
});

test('what a page must not do is blocked, and the journey hears of it', async () => {
  const page = await openPage({ expected: [/./] });
  const evaluated = await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    void fetch('https://example.org/').catch(() => undefined);
    console.warn('careful');
    setTimeout(() => {
      throw new Error('planted');
    });
    const script = document.createElement('script');
    script.textContent = 'window.planted = true';
    document.body.append(script);
    return 'planted' in window;
  });
  expect(evaluated).toBe(false);
  const wanted = [
    /^CSP: style-src-attr/m,
    /^CSP: connect-src blocked https:\/\/example\.org/m,
    /^CSP: script-src-elem/m,
    /^console warning: careful/m,
    /^uncaught: Error: planted/m,
  ];
  for (const words of wanted) await expect.poll(() => complaintsSoFar(page).join('\n')).toMatch(words);
});
