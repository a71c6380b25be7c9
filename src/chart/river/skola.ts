import { allStocks, flows } from './graph.ts';
import { having, type RiverSource } from './source.ts';
import { upbringing } from './upbringing.ts';

/** The model from school to work: as that of the whole municipality, without newcomers and without gaps between agencies. */
export const skola: RiverSource = {
  stocks: having(allStocks, {
    ...upbringing.stocks,
    established: ['established'],
    recent: ['excluded_recent'],
    entrenched: ['excluded_entrenched'],
    coordinated: ['rescue_recent', 'rescue_entrenched'],
    recovered: ['rehabilitated'],
  }),
  flows: having(flows, {
    ...upbringing.flows,
    workToOutside: ['adult_exclusion'],
    entrenching: ['entrenching'],
    startRecent: ['start_recent'],
    startEntrenched: ['start_entrenched'],
    backOutside: ['rescue_fail_recent'],
    backEntrenched: ['rescue_fail_entrenched'],
    pulledUp: ['rescue_ok_recent', 'rescue_ok_entrenched'],
    relapse: ['relapse'],
    settling: ['stabilising'],
    ownWayRecent: ['exit_r'],
    ownWayEntrenched: ['exit_e'],
    ageEstablished: ['age_est'],
    ageRecovered: ['age_h'],
    ageRecent: ['age_r'],
    ageEntrenched: ['age_e'],
    ageCoordinated: ['age_rr', 'age_re'],
  }),
  lake: 'long_term_excluded',
  capability: 'structural_capability',
  startAge: 'help_age',
  costs: {
    unitCost: (actor) => `c_${actor}`,
    weights: {
      recent: 1,
      entrenched: 1,
      coordinated: 1,
      young: 'neet_cost_factor',
      recovered: 'rehab_cost_factor',
    },
    alone: {
      schoolRisk: { actor: 'kommun', cost: 'c_pupil_support' },
      upperRisk: { actor: 'kommun', cost: 'c_pupil_support' },
    },
  },
};
