import { allStocks, flows } from './graph.ts';
import { having, type RiverSource } from './source.ts';
import { inPool, onLand } from './stages.ts';

/** The model of those who are passed between agencies: the lake of the whole municipality seen from near. */
export const samordning: RiverSource = {
  stocks: having(allStocks, {
    recent: ['in_agency'],
    between: ['in_gap'],
    entrenched: ['entrenched'],
    coordinated: ['in_coordination'],
    recovered: ['rehabilitated'],
  }),
  flows: having(flows, {
    needs: ['new_need'],
    resolved: ['resolved'],
    passedOn: ['passed_on'],
    passedBack: ['gap_return'],
    stuckBetween: ['gap_entrench'],
    entrenching: ['agency_entrench'],
    startRecent: ['coord_start'],
    backOutside: ['coord_fail_back'],
    backEntrenched: ['coord_fail_entr'],
    pulledUp: ['coord_success'],
    relapse: ['relapse'],
    settling: ['stabilised'],
    outOfStuck: ['entr_to_work'],
    ageEntrenched: ['entr_age'],
  }),
  lake: 'outside',
  capability: 'structural_capability',
  costs: {
    unitCost: (actor) => `c_${actor}`,
    weights: {
      recent: 'need_cost_factor',
      between: 'need_cost_factor',
      coordinated: 'need_cost_factor',
      entrenched: 1,
      recovered: 'rehab_cost_factor',
    },
    alone: {},
  },
  stages: {
    words: 'samordning',
    pools: {
      recent: { x: 0.29, y: 0.42, wide: 1.25, room: 0.42, tone: 'outside' },
      between: { x: 0.29, y: 0.77, wide: 1, room: 0.26, tone: 'outside', turns: true },
      coordinated: { x: 0.48, y: 0.5, wide: 1.35, room: 0.24, tone: 'outside' },
      entrenched: { x: 0.7, y: 0.76, wide: 1.75, room: 0.46, tone: 'outside', deep: true },
      recovered: { x: 0.74, y: 0.27, wide: 1.9, room: 0.3, tone: 'on-track' },
    },
    streams: {
      needs: { from: onLand(0.04, 0.42), to: inPool('recent', -0.5, 0), bend: 'drift', tone: 'outside' },
      resolved: {
        from: inPool('recent', 0.4, -0.7),
        to: inPool('recovered', -0.5, -0.25),
        bend: 'drift',
        tone: 'on-track',
      },
      passedOn: {
        from: inPool('recent', -0.24, 0.7),
        to: inPool('between', -0.5, -0.2),
        bend: 'fall',
        tone: 'outside',
        left: true,
      },
      passedBack: {
        from: inPool('between', 0.5, -0.2),
        to: inPool('recent', 0.24, 0.7),
        bend: 'fall',
        tone: 'outside',
      },
      startRecent: {
        from: inPool('recent', 0.7, -0.02),
        to: inPool('coordinated', -0.5, -0.25),
        bend: 'drift',
        tone: 'outside',
      },
      backOutside: {
        from: inPool('coordinated', -0.5, 0.45),
        to: inPool('recent', 0.7, 0.36),
        bend: 'drift',
        tone: 'outside',
      },
      pulledUp: {
        from: inPool('coordinated', 0.5, -0.2),
        to: inPool('recovered', -0.55, 0.4),
        bend: 'drift',
        tone: 'on-track',
      },
      backEntrenched: {
        from: inPool('coordinated', 0.3, 0.5),
        to: inPool('entrenched', -0.6, -0.3),
        bend: 'drift',
        tone: 'outside',
      },
      entrenching: {
        from: inPool('recent', 0.42, 0.78),
        to: inPool('entrenched', -0.7, 0.06),
        bend: 'drift',
        tone: 'outside',
      },
      stuckBetween: {
        from: inPool('between', 0.5, 0.3),
        to: inPool('entrenched', -0.7, 0.34),
        bend: 'drift',
        tone: 'outside',
      },
      outOfStuck: {
        from: inPool('entrenched', 0.25, -0.7),
        to: inPool('recovered', 0.12, 0.6),
        bend: 'fall',
        tone: 'on-track',
      },
      relapse: {
        from: inPool('recovered', -0.1, -0.5),
        to: inPool('recent', -0.1, -0.6),
        bend: { along: 0.07 },
        tone: 'outside',
      },
      settling: {
        from: inPool('recovered', 0.5, 0),
        to: onLand(0.95, 0.27),
        bend: 'drift',
        tone: 'on-track',
      },
      ageEntrenched: {
        from: inPool('entrenched', 0.6, 0.1),
        to: onLand(0.95, 0.79),
        bend: 'drift',
        tone: 'outside',
      },
    },
    bank: 'needs',
    rope: 'pulledUp',
    outside: ['recent', 'between', 'coordinated', 'entrenched'],
    stands: { rescue: [0.655, 0.485], upstream: [0.045, 0.66] },
  },
};
