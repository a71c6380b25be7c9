import { check } from '../../src/engine/check.ts';
import type { CheckedModel } from '../../src/engine/checked.ts';
import { readModel } from '../../src/format/read.ts';
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

/**
 * Places of which each has a share of its own, and grows and shrinks by what there is in all: five arrays and two sums,
 * as another program's file.
 */
export function placesFile(count: number, rate = 0.02): string {
  const each = '<dimensions><dim name="place"/></dimensions>';
  return `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>bench</vendor><product version="1">bench</product></header>
<sim_specs method="euler"><start>0</start><stop>25</stop><dt>0.0625</dt></sim_specs>
<dimensions><dim name="place" size="${count}"/></dimensions>
<model><variables>
<aux name="rate"><eqn>${rate}</eqn></aux>
<aux name="half"><eqn>50</eqn></aux>
<aux name="room"><eqn>${200 * count}</eqn></aux>
<aux name="share">${each}<eqn>0.5 + place / ${count}</eqn></aux>
<aux name="total"><eqn>SUM(x)</eqn></aux>
<aux name="load"><eqn>SUM(x * share)</eqn></aux>
<stock name="x">${each}<eqn>100</eqn><inflow>grow</inflow><outflow>leave</outflow></stock>
<aux name="pressure">${each}<eqn>share * (1 + 0.5 * x / (x + half))</eqn></aux>
<flow name="grow">${each}<eqn>rate * x * (1 - total / room)</eqn></flow>
<flow name="leave">${each}<eqn>x * pressure * (rate * load / (load + room))</eqn></flow>
</variables></model></xmile>`;
}

export function places(count: number): CheckedModel {
  const model = readModel(placesFile(count), 'places.xmile', { parts: new Map() });
  const checked = model.ok ? check(model.value) : model;
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}
