// What the tests of single parts share: put a part on a bare page, wait until it has drawn itself, ask axe.
import axe from 'axe-core';
import { afterEach, expect } from 'vitest';
import type { LitElement } from 'lit';
import '../../src/style/main.css';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

/** Makes an element, sets properties, puts it on the page, and waits until it has drawn itself. */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  document.body.append(element);
  await settled(element);
  return element;
}

export const settled = (element: Element): Promise<boolean> => (element as LitElement).updateComplete;

/** What the events of these names carried, in order, as they pass the document. */
export function listen(...types: (keyof HTMLElementEventMap)[]): Event[] {
  const heard: Event[] = [];
  for (const type of types) document.body.addEventListener(type, (event) => heard.push(event));
  return heard;
}

export const inside = <E extends Element = HTMLElement>(element: Element, selector: string): E => {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (found === null) throw new Error(`${element.localName} has no ${selector}`);
  return found;
};

/** No findings, in the light theme and in the dark one. */
export async function expectNoFindings(element: Element): Promise<void> {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset['theme'] = theme;
    const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
    const said = violations.map(
      (v) => `${theme}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`,
    );
    expect(said).toEqual([]);
  }
}
