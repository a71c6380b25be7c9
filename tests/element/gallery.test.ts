// All parts together on one page, as a person meets them: both themes, both languages, a phone's width.
import { page } from 'vitest/browser';
import { expect, test } from 'vitest';
import { drawGallery } from './gallery.ts';
import { expectNoFindings } from './mount.ts';
import type { Language } from '../../src/text/format.ts';

async function gallery(language: Language): Promise<HTMLElement> {
  document.documentElement.lang = language;
  const root = document.createElement('div');
  document.body.append(root);
  drawGallery(root, language);
  await document.fonts.ready;
  await new Promise(requestAnimationFrame);
  return root;
}

test.each<Language>(['sv', 'en'])('axe finds nothing on a page of all parts, %s', async (language) => {
  await expectNoFindings(await gallery(language));
});

test('no part is wider than a phone', async () => {
  await page.viewport(390, 844);
  const root = await gallery('sv');
  const wide = [...root.querySelectorAll('*')].filter((node) => node.getBoundingClientRect().right > 390.5);
  expect(wide.map((node) => node.localName)).toEqual([]);
  await page.viewport(1280, 800);
});

test('the page keeps the text size of its reader: nothing has a fixed one', async () => {
  const root = await gallery('sv');
  const size = () =>
    parseFloat(
      getComputedStyle(root.querySelector('up-chip')!.shadowRoot!.querySelector('button')!).fontSize,
    );
  const before = size();
  document.documentElement.dataset['scale'] = 'projector';
  expect(size()).toBeCloseTo(before * 1.5);
  delete document.documentElement.dataset['scale'];
});
