// The smaller parts: axe, keyboard, events, and drawing again when a property is set.
import { userEvent } from 'vitest/browser';
import { expect, test, vi } from 'vitest';
import { expectNoFindings, inside, listen, mount, settled } from './mount.ts';
import { icons, type IconName } from '../../src/elements/icons.ts';
import type { SegmentChange } from '../../src/elements/events.ts';
import type { Grade } from '../../src/model/variable.ts';
import '../../src/elements/up-chip.ts';
import '../../src/elements/up-evidence.ts';
import '../../src/elements/up-failure.ts';
import '../../src/elements/up-figure.ts';
import '../../src/elements/up-headline.ts';
import '../../src/elements/up-icon.ts';
import '../../src/elements/up-segments.ts';
import '../../src/elements/up-toast.ts';

const text = (element: Element) => element.shadowRoot!.textContent.replaceAll(/\s+/g, ' ').trim();

test('up-chip: a toggle button with a name and a value', async () => {
  const chip = await mount('up-chip', { name: 'Dra upp', value: '1 575', mark: 'rescue' });
  await expectNoFindings(chip);
  const button = inside(chip, 'button');
  expect(button.getAttribute('aria-pressed')).toBe('false');
  Object.assign(chip, { pressed: true, value: '1 164, men 30 mnkr' });
  await settled(chip);
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(text(chip)).toBe('Dra upp 1 164, men 30 mnkr');
  await expectNoFindings(chip);
});

test('up-chip: is as wide pressed as not', async () => {
  const chip = await mount('up-chip', { name: 'Gå uppströms', mark: 'upstream' });
  const width = chip.getBoundingClientRect().width;
  chip.pressed = true;
  await settled(chip);
  expect(chip.getBoundingClientRect().width).toBeCloseTo(width, 1);
});

test('up-chip: Enter, Space and pointer click it', async () => {
  const chip = await mount('up-chip', { name: 'Bas' });
  const clicked = vi.fn();
  chip.addEventListener('click', clicked);
  chip.focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard(' ');
  await userEvent.click(chip);
  expect(clicked).toHaveBeenCalledTimes(3);
});

const horizons = [4, 20, 40].map((years) => ({ value: String(years), text: `${years} år` }));

test('up-segments: radio buttons under one name', async () => {
  const segments = await mount('up-segments', { label: 'Läs av efter', options: horizons, value: '20' });
  await expectNoFindings(segments);
  const checked = () => inside<HTMLInputElement>(segments, ':checked').value;
  expect(checked()).toBe('20');
  const heard = listen('segment-change');
  segments.value = '4';
  await settled(segments);
  expect(checked()).toBe('4');
  expect(heard).toEqual([]);
});

test('up-segments: arrows choose, and each choice is told', async () => {
  const segments = await mount('up-segments', { label: 'Läs av efter', options: horizons, value: '20' });
  const heard = listen('segment-change');
  inside(segments, ':checked').focus();
  await userEvent.keyboard('{ArrowRight}');
  await userEvent.keyboard('{ArrowRight}');
  expect(heard.map((event) => (event as SegmentChange).value)).toEqual(['40', '4']);
  expect(segments.value).toBe('4');
});

test('up-segments: goes back when the page refuses the choice', async () => {
  const segments = await mount('up-segments', { label: 'Läs av efter', options: horizons, value: '20' });
  segments.addEventListener('segment-change', () => (segments.value = '20'));
  inside(segments, ':checked').focus();
  await userEvent.keyboard('{ArrowRight}');
  await settled(segments);
  expect(inside<HTMLInputElement>(segments, ':checked').value).toBe('20');
});

test('up-headline: label, number and sentences; no hairline without a "but"', async () => {
  const headline = await mount('up-headline', { label: 'Utanför om 20 år', value: '1 575' });
  expect(inside(headline, '.but').hidden).toBe(true);
  const but = document.createElement('p');
  but.slot = 'but';
  but.textContent = 'Men 128 om året hamnar utanför.';
  headline.append(but);
  await vi.waitFor(() => expect(inside(headline, '.but').hidden).toBe(false));
  headline.value = '1 164';
  await settled(headline);
  expect(text(headline)).toBe('Utanför om 20 år 1 164');
  await expectNoFindings(headline);
});

test.each<[Grade, number]>([
  ['measured', 4],
  ['estimated', 3],
  ['assumed', 2],
  ['illustrative', 1],
])('up-evidence: %s has %d bars and its word', async (grade, bars) => {
  const evidence = await mount('up-evidence', { grade, text: 'ordet' });
  expect(evidence.shadowRoot!.querySelectorAll('.filled')).toHaveLength(bars);
  expect(text(evidence)).toBe('ordet');
  await expectNoFindings(evidence);
});

test('up-figure: is not read aloud, and is filled when money stands there', async () => {
  const figure = await mount('up-figure', { group: 'rescue' });
  await expectNoFindings(figure);
  const core = inside(figure, '.core');
  expect(getComputedStyle(core).display).not.toBe('none');
  figure.funded = true;
  await settled(figure);
  expect(getComputedStyle(core).display).toBe('none');
  figure.group = 'swim';
  await settled(figure);
  expect(figure.shadowRoot!.querySelectorAll('circle:not(.core)')).toHaveLength(2);
});

test('up-icon: every drawing stays on its 20 px grid', async () => {
  for (const name of Object.keys(icons) as IconName[]) {
    const icon = await mount('up-icon', { name });
    const box = inside<SVGSVGElement>(icon, 'svg').getBBox();
    expect(box.width + box.height, name).toBeGreaterThan(8);
    expect(Math.min(box.x, box.y), name).toBeGreaterThanOrEqual(1);
    expect(Math.max(box.x + box.width, box.y + box.height), name).toBeLessThanOrEqual(19);
  }
});

test('up-toast: says it politely, offers its action, and goes by itself', async () => {
  vi.useFakeTimers();
  try {
    const toast = await mount('up-toast', {
      message: 'Utanför år 20: 1 575, 261 färre än bas.',
      actionText: 'Ångra',
    });
    expect(inside(toast, '[role=status]').textContent).toContain('261 färre än bas');
    vi.advanceTimersByTime(5900);
    await settled(toast);
    expect(text(toast)).toContain('Ångra');
    vi.advanceTimersByTime(200);
    await settled(toast);
    expect(text(toast)).toBe('');
    toast.serial = 1; // the same words again
    await settled(toast);
    expect(text(toast)).toContain('261 färre');
  } finally {
    vi.useRealTimers();
  }
});

test('up-toast: stays while the keyboard is on it; its button tells', async () => {
  vi.useFakeTimers();
  try {
    const toast = await mount('up-toast', { message: 'Klart.', actionText: 'Ångra' });
    const heard = listen('toast-action');
    inside(toast, 'button').focus();
    vi.advanceTimersByTime(60_000);
    await settled(toast);
    expect(text(toast)).toContain('Klart.');
    inside(toast, 'button').click();
    await settled(toast);
    expect(heard).toHaveLength(1);
    expect(text(toast)).toBe('');
  } finally {
    vi.useRealTimers();
  }
});

test('up-toast: axe finds nothing', async () => {
  await expectNoFindings(await mount('up-toast', { message: 'Klart.', actionText: 'Ångra' }));
});

const failureWords = {
  failure: 'Något gick fel i programmet',
  failureDo: 'Ladda om sidan.',
  reload: 'Ladda om',
  copy: 'Kopiera rapporten',
  copied: 'Kopierad',
};

test('up-failure: says what happened and what to do, at once, and shows the report', async () => {
  const failure = await mount('up-failure', {
    words: failureWords,
    cause: new TypeError('x is not a river'),
  });
  await expectNoFindings(failure);
  expect(inside(failure, '[role=alert]').textContent).toContain('Ladda om sidan.');
  expect(inside(failure, 'pre').textContent).toContain('TypeError: x is not a river');
  expect(failure.report).toContain(navigator.userAgent);
});

test('up-failure: copies the report, and says so', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const failure = await mount('up-failure', { words: failureWords, cause: 'ett värde' });
  await userEvent.click(inside(failure, '.button:not(.primary)'));
  await vi.waitFor(() => expect(text(failure)).toContain('Kopierad'));
  expect(written).toHaveBeenCalledWith(failure.report);
  written.mockRestore();
});

test('up-failure: without the right to the clipboard the text is selected instead', async () => {
  const refused = vi
    .spyOn(navigator.clipboard, 'writeText')
    .mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const failure = await mount('up-failure', { words: failureWords, cause: 'ett värde' });
  await userEvent.click(inside(failure, '.button:not(.primary)'));
  await vi.waitFor(() => expect(failure.shadowRoot!.activeElement?.localName).toBe('pre'));
  expect(text(failure)).not.toContain('Kopierad');
  refused.mockRestore();
});
