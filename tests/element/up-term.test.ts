// A word that explains itself: on hover, focus and tap; Escape hides it, and nothing else.
import { userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import '../../src/elements/up-term.ts';
import { expectNoFindings, inside, mount } from './mount.ts';

const isOpen = (element: Element): boolean => inside(element, '[popover]').matches(':popover-open');

test('up-term: says what the word means where the keyboard or the pointer is, in the language of the page', async () => {
  const term = await mount('up-term', { term: 'presentValue', language: 'sv', textContent: 'nuvärde' });
  await expectNoFindings(term);
  await userEvent.tab();
  await expect.poll(() => isOpen(term)).toBe(true);
  expect(inside(term, '[popover]').textContent).toMatch(/^Nuvärde.*dagens värde/);
  await expectNoFindings(term);
  await userEvent.tab();
  await expect.poll(() => isOpen(term)).toBe(false);
  term.language = 'en';
  term.style.cssText = 'position: fixed; left: 300px; top: 300px';
  await userEvent.hover(inside(term, 'button'));
  await expect.poll(() => isOpen(term)).toBe(true);
  expect(inside(term, '[popover]').textContent).toContain('Present value');
});

test('up-term: Escape hides the explanation, and what it stands in hears nothing of it', async () => {
  const term = await mount('up-term', { term: 'base', textContent: 'bas' });
  let heard = 0;
  document.body.addEventListener('keydown', ({ key }) => (heard += Number(key === 'Escape')));
  inside(term, 'button').focus();
  await expect.poll(() => isOpen(term)).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(isOpen(term)).toBe(false);
  expect(heard).toBe(0);
  await userEvent.keyboard('{Escape}');
  expect(heard).toBe(1);
});

test('up-term: stays on the screen at its edges', async () => {
  const term = await mount('up-term', { term: 'capability', textContent: 'x' });
  term.style.cssText = 'position: fixed; right: 2px; bottom: 2px';
  inside(term, 'button').focus();
  await expect.poll(() => isOpen(term)).toBe(true);
  await expect
    .poll(() => {
      const { left, right, top, bottom } = inside(term, '[popover]').getBoundingClientRect();
      return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    })
    .toBe(true);
});
