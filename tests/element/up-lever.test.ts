import { userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { expectNoFindings, inside, listen, mount, settled } from './mount.ts';
import type { LeverChange, LeverInput } from '../../src/elements/events.ts';
import type { UpLever } from '../../src/elements/up-lever.ts';
import '../../src/elements/up-lever.ts';

const slots: Partial<UpLever> = {
  id: 'slots',
  name: 'Samordnade platser',
  mark: 'rescue',
  step: 0.05,
  zones: [
    { at: 0, text: '100 som i dag' },
    { at: 0.5, text: '200' },
    { at: 1, text: '300 platser' },
  ],
  valueText: '0',
  spokenText: 'Samordnade platser, 100, inga nya pengar',
  delayText: 'märks efter 1 år',
  grade: 'estimated',
  gradeText: 'skattad',
  costText: '9 mnkr för 160 platser',
  payersText: 'betalas av',
  payers: ['FK 50 %', 'Region 25 %', 'Kommun 25 %'],
  typeLabel: 'Skriv antal platser',
  typedPerUnit: 200,
};

const range = (lever: UpLever) => inside<HTMLInputElement>(lever, 'input[type=range]');
const told = (events: readonly Event[]) =>
  events.map((event) => [event.type, (event as LeverInput | LeverChange).lever, (event as LeverInput).value]);

test.each([
  ['closed', {}],
  ['open and changed', { open: true, value: 1, saved: 0.5 }],
  ['locked', { value: 0.8, lockedReason: 'Budgeten är låst på 12 mnkr.' }],
  ['not there', { disabledReason: 'Finns inte i den här modellen.' }],
])('axe finds nothing: %s', async (_, state) => {
  await expectNoFindings(await mount('up-lever', { ...slots, ...state }));
});

test('is a slider with a name and a spoken value', async () => {
  const lever = await mount('up-lever', slots);
  const slider = range(lever);
  expect(inside(lever, `#${slider.getAttribute('aria-labelledby')!}`).textContent).toBe('Samordnade platser');
  expect(slider.getAttribute('aria-valuetext')).toBe('Samordnade platser, 100, inga nya pengar');
});

test('draws itself again when properties are set, and tells nobody', async () => {
  const heard = listen('lever-input', 'lever-change', 'lever-toggle');
  const lever = await mount('up-lever', slots);
  expect(lever.shadowRoot!.querySelector('.fill')).toBeNull();
  Object.assign(lever, { value: 0.5, valueText: '+100', open: true });
  await settled(lever);
  expect(range(lever).valueAsNumber).toBe(0.5);
  expect(inside(lever, '.fill').getAttribute('x2')).toBe('50%');
  expect(inside(lever, '.value').textContent.trim()).toBe('+100');
  expect(inside(lever, '#details').textContent).toContain('märks efter 1 år');
  expect(heard).toEqual([]);
});

test('follows a value that is set back while the native slider stands elsewhere', async () => {
  const lever = await mount('up-lever', slots);
  range(lever).value = '0.7'; // as a drag does
  lever.value = 0.2;
  await settled(lever);
  expect(range(lever).valueAsNumber).toBe(0.2);
});

test('arrows step, and each step is told as moved and as set', async () => {
  const lever = await mount('up-lever', slots);
  const heard = listen('lever-input', 'lever-change');
  lever.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(told(heard)).toEqual([
    ['lever-input', 'slots', 0.05],
    ['lever-change', 'slots', 0.05],
  ]);
  expect(lever.value).toBe(0.05);
});

test.each([
  ['{PageUp}', 0.3, 0.5],
  ['{PageUp}', 0.5, 1],
  ['{PageDown}', 0.7, 0.5],
  ['{PageDown}', 0.5, 0],
  ['{End}', 0.3, 1],
  ['{Home}', 0.3, 0],
  ['{Delete}', 0.7, 0.1],
  ['{Backspace}', 0.7, 0.1],
])('%s from %d goes to %d', async (key, from, to) => {
  const lever = await mount('up-lever', { ...slots, base: 0.1, value: from });
  const heard = listen('lever-input', 'lever-change');
  lever.focus();
  await userEvent.keyboard(key);
  expect(lever.value).toBe(to);
  expect(told(heard)).toEqual([
    ['lever-input', 'slots', to],
    ['lever-change', 'slots', to],
  ]);
});

test('a key that is held is one change, as a drag is', async () => {
  const lever = await mount('up-lever', slots);
  const heard = listen('lever-input', 'lever-change');
  range(lever).focus();
  await userEvent.keyboard('{ArrowRight>3}');
  expect(heard.every(({ type }) => type === 'lever-input')).toBe(true);
  await userEvent.keyboard('{/ArrowRight}');
  expect(told(heard).at(-1)).toEqual(['lever-change', 'slots', expect.closeTo(0.15)]);
  expect(told(heard).filter(([type]) => type === 'lever-change')).toHaveLength(1);
});

test('a key that changes nothing tells nothing', async () => {
  const lever = await mount('up-lever', { ...slots, value: 1 });
  const heard = listen('lever-input', 'lever-change');
  lever.focus();
  await userEvent.keyboard('{PageUp}');
  expect(heard).toEqual([]);
});

test('Enter lets one type a number, which is taken as meant and not moved to a step', async () => {
  const lever = await mount('up-lever', { ...slots, value: 0.5 });
  const heard = listen('lever-change');
  lever.focus();
  await userEvent.keyboard('{Enter}');
  expect(inside<HTMLInputElement>(lever, '.typed').value).toBe('100');
  await userEvent.keyboard('125{Enter}');
  expect(lever.value).toBe(0.625);
  expect(told(heard)).toEqual([['lever-change', 'slots', 0.625]]);
  await settled(lever);
  expect(lever.shadowRoot!.activeElement).toBe(range(lever));
});

test('a typed number is kept within the range', async () => {
  const lever = await mount('up-lever', { ...slots, value: 0.5 });
  lever.focus();
  await userEvent.keyboard('{Enter}900{Enter}');
  expect(lever.value).toBe(1);
});

test('what is not a number stays, marked as wrong; Escape leaves it', async () => {
  const lever = await mount('up-lever', { ...slots, value: 0.5 });
  const heard = listen('lever-change');
  lever.focus();
  await userEvent.keyboard('{Enter}många{Enter}');
  expect(inside(lever, '.typed').getAttribute('aria-invalid')).toBe('true');
  await userEvent.keyboard('{Escape}');
  await settled(lever);
  expect(lever.shadowRoot!.querySelector('.typed')).toBeNull();
  expect(lever.value).toBe(0.5);
  expect(heard).toEqual([]);
});

test('a locked lever can be reached and read, but no key moves it', async () => {
  const lever = await mount('up-lever', { ...slots, value: 0.8, lockedReason: 'Budgeten är låst.' });
  const heard = listen('lever-input', 'lever-change');
  const slider = range(lever);
  lever.focus();
  expect(lever.shadowRoot!.activeElement).toBe(slider);
  await userEvent.keyboard('{ArrowRight}{Home}{PageDown}{Delete}{Enter}');
  expect(lever.value).toBe(0.8);
  expect(slider.valueAsNumber).toBe(0.8);
  expect(heard).toEqual([]);
  expect(slider.getAttribute('aria-disabled')).toBe('true');
  expect(inside(lever, `#${slider.getAttribute('aria-describedby')!}`).textContent).toBe('Budgeten är låst.');
});

test('the name opens and closes the details, and says so', async () => {
  const lever = await mount('up-lever', slots);
  const heard = listen('lever-toggle');
  await userEvent.click(inside(lever, '.name'));
  expect(lever.open).toBe(true);
  expect(inside(lever, '.name').getAttribute('aria-expanded')).toBe('true');
  await userEvent.click(inside(lever, '.name'));
  expect(heard.map((event) => (event as Event & { open: boolean }).open)).toEqual([true, false]);
});

test('words of the zones stand under their ticks without an inline style attribute in the markup', async () => {
  const lever = await mount('up-lever', { ...slots, open: true });
  lever.style.width = '300px';
  const middle = [...lever.shadowRoot!.querySelectorAll('.zones li')][1]!.getBoundingClientRect();
  const track = range(lever).getBoundingClientRect();
  expect(middle.x + middle.width / 2).toBeCloseTo(track.x + track.width / 2, 0);
});

test('is 43 px high when closed', async () => {
  const lever = await mount('up-lever', slots);
  expect(lever.getBoundingClientRect().height).toBeCloseTo(43, 0);
});
