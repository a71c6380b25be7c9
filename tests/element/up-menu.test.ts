// The menu and the chip that has one: axe, keyboard, pointer and events.
import { userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import { expectNoFindings, inside, listen, mount, settled } from './mount.ts';
import type { ChipRename, MenuChoose } from '../../src/elements/events.ts';
import type { MenuItem, UpMenu } from '../../src/elements/up-menu.ts';
import '../../src/elements/up-chip.ts';
import '../../src/elements/up-menu.ts';

const items: readonly MenuItem[] = [
  { id: 'shown', text: 'Visa i jämförelsen', checked: true },
  { id: 'copy', text: 'Gör en kopia', cannot: 'Du har redan fyra.' },
  { id: 'left', text: 'Flytta åt vänster' },
  { id: 'right', text: 'Flytta åt höger' },
  { id: 'remove', text: 'Ta bort', parted: true },
];
const focused = (menu: UpMenu): string | undefined =>
  (menu.shadowRoot!.activeElement as HTMLElement | null)?.dataset['id'];
const isOpen = (menu: UpMenu): boolean => inside(menu, '[popover]').matches(':popover-open');
const trigger = (menu: UpMenu): HTMLElement => inside(menu, '.trigger');

test('opens by its button, moves by arrows and first letters, chooses, and gives the focus back', async () => {
  const menu = await mount('up-menu', { label: 'Mer om Dra upp', items });
  await expectNoFindings(menu);
  trigger(menu).focus();
  await userEvent.keyboard('{Enter}');
  await settled(menu);
  expect([isOpen(menu), focused(menu), trigger(menu).ariaExpanded]).toEqual([true, 'shown', 'true']);
  await expectNoFindings(menu);
  for (const [key, place] of [
    ['{ArrowDown}', 'copy'],
    ['{End}', 'remove'],
    ['{ArrowDown}', 'shown'],
    ['{ArrowUp}', 'remove'],
    ['{Home}', 'shown'],
    ['f', 'left'],
    ['f', 'right'],
  ] as const) {
    await userEvent.keyboard(key);
    expect(focused(menu), key).toBe(place);
  }
  const heard = listen('menu-choose');
  await userEvent.keyboard('{Enter}');
  expect(heard.map((event) => (event as MenuChoose).item)).toEqual(['right']);
  expect([isOpen(menu), menu.shadowRoot!.activeElement]).toEqual([false, trigger(menu)]);
});

test('does nothing for what cannot be done, and says why; Escape closes', async () => {
  const menu = await mount('up-menu', { label: 'Mer', items });
  const heard = listen('menu-choose', 'keydown');
  await userEvent.click(trigger(menu));
  const copy = inside(menu, '[data-id=copy]');
  expect(copy.textContent).toContain('Du har redan fyra.');
  copy.click();
  expect([heard.length, isOpen(menu)]).toEqual([0, true]);
  await userEvent.keyboard('{Escape}');
  // The page does not hear the key: it would do something else with it.
  expect([heard.length, isOpen(menu)]).toEqual([0, false]);
});

test('stays inside the window wherever its button stands', async () => {
  const menu = await mount('up-menu', { label: 'Mer', items });
  for (const place of ['0 auto auto 0', '0 0 auto auto', 'auto 0 0 auto', 'auto auto 0 0']) {
    menu.style.cssText = `position: fixed; inset: ${place}`;
    menu.open();
    const box = inside(menu, '[popover]').getBoundingClientRect();
    expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
    expect([box.right <= innerWidth, box.bottom <= innerHeight]).toEqual([true, true]);
    await userEvent.keyboard('{Escape}');
  }
});

test('up-chip: Enter again and the context menu key open its menu; its button shows on the chosen one', async () => {
  const chip = await mount('up-chip', { name: 'Plan A', mark: 'own', items, menuLabel: 'Mer om Plan A' });
  const menu = inside<UpMenu>(chip, 'up-menu');
  const heard = listen('click', 'menu-choose');
  expect(trigger(menu).checkVisibility()).toBe(false);
  chip.focus();
  await userEvent.keyboard('{Enter}');
  expect([heard.length, isOpen(menu)]).toEqual([1, false]);
  chip.pressed = true;
  await settled(chip);
  await settled(menu);
  expect(trigger(menu).checkVisibility()).toBe(true);
  await userEvent.keyboard('{Enter}');
  expect([heard.length, isOpen(menu)]).toEqual([1, true]);
  await userEvent.keyboard('{Escape}');
  expect(chip.shadowRoot!.activeElement).toBe(inside(chip, '.choose'));
  inside(chip, '.choose').dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }));
  expect(isOpen(menu)).toBe(true);
  inside(menu, '[data-id=remove]').click();
  // What is chosen in the menu is no click on the chip.
  expect(heard.map(({ type }) => type)).toEqual(['click', 'menu-choose']);
});

test('up-chip: its name is written in place; Escape and an unchanged name leave it', async () => {
  const chip = await mount('up-chip', {
    name: 'Plan A',
    mark: 'own2',
    editing: true,
    nameLabel: 'Nytt namn på Plan A',
  });
  await expectNoFindings(chip);
  const heard = listen('chip-rename', 'chip-leave', 'keydown');
  const told = (): (string | undefined)[] =>
    heard.splice(0).map((event) => (event.type === 'chip-rename' ? (event as ChipRename).name : event.type));
  await userEvent.keyboard('Zebra{Enter}');
  expect(told()).toEqual(['Zebra']);
  for (const [keys, expected] of [
    ['annat{Escape}', ['chip-leave']],
    ['{Tab}', ['chip-leave']],
    ['{Backspace}{Enter}', ['']],
  ] as const) {
    chip.editing = true;
    await settled(chip);
    await userEvent.keyboard(keys);
    expect(
      told().filter((what) => what !== 'keydown'),
      keys,
    ).toEqual(expected);
  }
});

test('up-chip: a name that is refused stays to be mended, and is given up when the field is left', async () => {
  const chip = await mount('up-chip', {
    name: 'Plan A',
    mark: 'own2',
    editing: true,
    nameLabel: 'Nytt namn',
  });
  const heard = listen('chip-rename', 'chip-leave');
  for (const [keys, problem] of [
    ['{Backspace}{Enter}', 'Strategin behöver ett namn.'],
    ['Bas{Enter}', 'Det finns redan en strategi som heter Bas.'],
  ] as const) {
    chip.addEventListener('chip-rename', (event) => event.preventDefault(), { once: true });
    await userEvent.keyboard(keys);
    chip.problem = problem;
    await settled(chip);
    expect(inside(chip, '[role=alert]').textContent).toBe(problem);
    expect(inside(chip, '[role=alert]').matches(':popover-open')).toBe(true);
  }
  await expectNoFindings(chip);
  expect(inside<HTMLInputElement>(chip, 'input').value).toBe('Bas');
  chip.addEventListener('chip-rename', (event) => event.preventDefault(), { once: true });
  await userEvent.keyboard('{Tab}');
  expect(heard.map((event) => event.type)).toEqual([
    ...['chip-rename', 'chip-rename', 'chip-rename', 'chip-leave'],
  ]);
  expect(chip.editing).toBe(false);
});

test('up-chip: a long name is cut, and says whole', async () => {
  const name = 'En mycket lång strategi som handlar om allt på en gång och mer';
  const chip = await mount('up-chip', { name, mark: 'own3', aside: 'visas inte i jämförelsen' });
  await expectNoFindings(chip);
  expect(chip.getBoundingClientRect().width).toBeLessThan(320);
  expect(inside(chip, '.choose').textContent.replaceAll(/\s+/g, ' ')).toContain(`${name} , visas inte`);
});
