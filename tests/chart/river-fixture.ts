// The model of the whole municipality, run by the engine itself: what the river's tests measure the picture against.
import { must } from '../../src/base/assert.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { readModel } from '../../src/format/read.ts';
import { openRiver, type OpenRiver } from '../../src/chart/river/data.ts';
import { readyPolicy, valueIn } from '../../src/model/policy.ts';
import { format, type Language } from '../../src/text/format.ts';
import { riverWords } from '../../src/text/river.ts';
import type { Policy, Run, Scenario } from '../../src/model/experiment.ts';
import type { Model } from '../../src/model/model.ts';
import type { Helpers } from '../../src/chart/river/figures.ts';
import type { RiverData } from '../../src/chart/river/river.ts';
import type { Wording } from '../../src/chart/river/labels.ts';
import text from '../../models/kommun/model.yaml?raw';

const partTexts = import.meta.glob<string>('../../models/parts/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const parts = new Map(
  Object.entries(partTexts).map(([path, part]) => [path.split('/').at(-1)!.replace('.yaml', ''), part]),
);

const read = readModel(text, 'models/kommun/model.yaml', { parts });
if (!read.ok) throw new Error(JSON.stringify(read.error));
export const model: Model = read.value;
export const yearZero = valueIn(model, {}, must(model.simSpecs.yearZero, 'year zero'));

const engine = createEngine();
const opened = engine.open(model);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { handle } = opened.value;

function simulate(policy: Policy, scenario: Scenario = {}, preset?: string): Run {
  const experiment = { policy, scenario, ...(preset === undefined ? {} : { preset }) };
  const ran = engine.run(handle, experiment, { series: 'all' });
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return ran.value;
}

const ready = (group: string): Policy =>
  readyPolicy(
    model,
    {},
    must(
      model.strategies.find((s) => s.group === group),
      group,
    ),
  );

/** Base, the strategies of the mock-ups, and all levers at once. */
export const runs = {
  base: simulate({}),
  slots: simulate({ lever_rescue: 1 }),
  rescue: simulate(ready('rescue')),
  swim: simulate(ready('swim')),
  upstream: simulate(ready('upstream')),
  everything: simulate(Object.fromEntries(model.levers.map((lever) => [lever.variable, lever.max]))),
} as const;
export type RunName = keyof typeof runs;

/** A surge of newcomers, in both runs: it is nobody's choice. */
export const surge = simulate({}, { surge_size: 2 });

export function riverOfRun(name: RunName): OpenRiver {
  return must(openRiver(runs[name], runs.base, yearZero), 'river');
}

export const wording = (language: Language): Wording => ({
  words: riverWords(language),
  numbers: format(language),
});

export const names = {
  sv: { rescue: 'Dra upp', swim: 'Lär simma', upstream: 'Gå uppströms' },
  en: { rescue: 'Pull out', swim: 'Teach to swim', upstream: 'Go upstream' },
} as const;

export function helpers(language: Language, name: RunName): Helpers {
  const has = (...groups: readonly RunName[]): number => (groups.includes(name) ? 12e6 : 0);
  return {
    money: {
      rescue: has('rescue', 'slots', 'everything'),
      swim: has('swim', 'everything'),
      upstream: has('upstream', 'everything'),
    },
    places: { swim: 7.5, upstream: 1 },
    names: names[language],
  };
}

export function riverData(name: RunName, year: number, language: Language = 'sv'): RiverData {
  const river = riverOfRun(name);
  return {
    moment: river.at(year),
    extent: river.extent,
    helpers: helpers(language, name),
    wording: wording(language),
  };
}
