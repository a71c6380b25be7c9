// Guards the two decorator options of tsconfig.json: with a wrong pair of them everything compiles, elements are
// drawn once, and no property ever updates them again.
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { expect, test } from 'vitest';

@customElement('up-test-counter')
class Counter extends LitElement {
  @property({ type: Number }) count = 1;

  override render() {
    return html`<p>count ${this.count}</p>`;
  }
}

test('an element draws itself again when a property is set', async () => {
  const counter = new Counter();
  document.body.append(counter);
  await counter.updateComplete;
  counter.count = 7;
  await counter.updateComplete;
  expect(counter.shadowRoot?.textContent).toContain('count 7');
});
