import type { Reading, StrategyReading } from '../../../src/app/readings.ts';
import { createReader } from '../../../src/app/readings.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import { requestFor } from '../../../src/app/scheduler.ts';
import type { AppState, Document, OwnStrategy } from '../../../src/app/state.ts';
import { emptyDocument, experimentOf, strategiesOf } from '../../../src/app/strategies.ts';
import { must } from '../../../src/base/assert.ts';
import { openModel, type OpenModel } from '../../golden/open-model.ts';

/** What the comparison reads in the calibrated model, with strategies of one's own. */
export interface Stage {
  readonly opened: OpenModel;
  readonly state: AppState;
  readonly reading: Reading;
  /** A strategy by its id. */
  readonly row: (id: string) => StrategyReading;
}

const kommun = openModel('kommun');

export function stage(own: readonly OwnStrategy[] = [], change: Partial<Document> = {}): Stage {
  const { model } = kommun;
  const document: Document = { ...emptyDocument('kommun', model.presets[0]!.id), own, ...change };
  const start = initialState({ language: 'sv' });
  const runs = Object.fromEntries(
    strategiesOf(model, document).map((strategy) => [
      strategy.id,
      kommun.run(
        strategy.policy,
        { ...requestFor(model, []), saveStep: 1 / 4 },
        experimentOf(model, strategy, document),
      ),
    ]),
  );
  const state: AppState = {
    ...start,
    document,
    session: { ...start.session, model: { status: 'ready', value: model }, runs },
  };
  const reading = must(createReader()(state), 'reading');
  return {
    opened: kommun,
    state,
    reading,
    row: (id) =>
      must(
        reading.strategies.find((s) => s.strategy.id === id),
        id,
      ),
  };
}

export const mine = (id: OwnStrategy['id'], policy: OwnStrategy['policy'], name?: string): OwnStrategy => ({
  id,
  name,
  policy,
});
