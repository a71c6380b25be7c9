import { checkedOf } from '../unit/engine/model-of.ts';

/** An epidemic in a closed population: a single run waits for one division after the other. */
export const sir = checkedOf({
  simSpecs: { start: 0, stop: 100, dt: 0.125, saveStep: 0.125 },
  parameters: { beta: 0.35, duration: 6 },
  stocks: {
    S: { initial: '9990', out: ['infection'] },
    I: { initial: '10', in: ['infection'], out: ['recovery'] },
    R: { initial: '0', in: ['recovery'] },
  },
  flows: { infection: 'beta * S * prevalence', recovery: 'I / duration' },
  auxiliaries: { N: 'S + I + R', prevalence: 'I / N' },
});

/** Stocks in a row, each draining into the next by a delay that depends on its level. */
export function chain(links: number, withExp = false) {
  const ids = Array.from({ length: links }, (_, i) => i);
  return checkedOf({
    simSpecs: { start: 0, stop: 100, dt: 0.0625, saveStep: 0.0625 },
    parameters: { tau: 2, half: 50, k: 0.01 },
    stocks: Object.fromEntries(
      ids.map((i) => [`s${i}`, { initial: '100', in: [`f${i}`], out: [`f${i + 1}`] }]),
    ),
    flows: { f0: '10', ...Object.fromEntries(ids.map((i) => [`f${i + 1}`, `s${i} / a${i}`])) },
    auxiliaries: Object.fromEntries(
      ids.map((i) => [
        `a${i}`,
        withExp ? `tau * (1 + 0.5 * exp(-s${i} * k))` : `tau * (1 + 0.5 * s${i} / (s${i} + half))`,
      ]),
    ),
  });
}
