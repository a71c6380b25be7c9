import { ageFlows, basins, basinIds, wayOf, type BasinId, type FlowId, type StockId } from './graph.ts';
import { stageFlowsOf, stageStocksOf, type Stages } from './stages.ts';
import type { AnyLayout } from './any-layout.ts';
import type { RibbonId } from './layout.ts';

/** A stream that is drawn, in either picture. */
export type StreamId = RibbonId | FlowId;

/** How dots go from one basin to another: by which flows, and along which ribbon if one is drawn. */
export interface Link {
  readonly flows: readonly FlowId[];
  readonly from: BasinId | undefined;
  readonly to: BasinId | undefined;
  readonly ribbon: StreamId | undefined;
}

/** The ribbon that a flow is drawn as; the others go straight from basin to basin. */
const drawnAs: Readonly<Partial<Record<FlowId, RibbonId>>> = {
  pupils: 'pupils',
  pupilsRisk: 'pupils',
  leaveToWork: 'leaveToWork',
  leaveRiskToWork: 'leaveRiskToWork',
  leaveToNothing: 'leaveToNothing',
  leaveRiskToNothing: 'leaveRiskToNothing',
  youngToWork: 'youngToWork',
  youngToOutside: 'youngToOutside',
  arrivals: 'arrivals',
  programmeToGap: 'programmeToGap',
  programmeToWork: 'programmeToWork',
  gapToWork: 'gapToWork',
  gapToOutside: 'gapToOutside',
  workToOutside: 'workToOutside',
  pulledUp: 'pulledUp',
  relapse: 'relapse',
  ownWayRecent: 'ownWay',
  ownWayEntrenched: 'ownWay',
  ageRecent: 'ageOutside',
  ageEntrenched: 'ageOutside',
  ageCoordinated: 'ageOutside',
  ageBetween: 'ageOutside',
};

const basinOf = (stock: StockId | undefined): BasinId | undefined =>
  stock === undefined ? undefined : basinIds.find((id) => (basins[id] as readonly StockId[]).includes(stock));

/**
 * Every way that a dot can take. Flows inside the lake move nobody in the picture, and the eddy's exchange with the
 * lake is many times its size in a year: there only its own size is kept, so what leaves it leaves by the lake.
 */
export const links: readonly Link[] = merged(
  ageFlows.flatMap((flow): Link[] => {
    const way = wayOf(flow);
    const throughLake = (basin: BasinId | undefined): BasinId | undefined =>
      basin === 'eddy' ? 'lake' : basin;
    const from = throughLake(basinOf(way.from));
    const to = throughLake(basinOf(way.to));
    return from === to ? [] : [{ flows: [flow], from, to, ribbon: drawnAs[flow] }];
  }),
);

/** Flows with the same ends and the same ribbon are one link. */
function merged(single: readonly Link[]): readonly Link[] {
  const all: Link[] = [];
  for (const link of single) {
    const same = all.findIndex((l) => l.from === link.from && l.to === link.to && l.ribbon === link.ribbon);
    if (same < 0) all.push(link);
    else all[same] = { ...link, flows: [...all[same]!.flows, ...link.flows] };
  }
  return all;
}

/** How dots move in a picture: where they can be, the ways between, and the large waters that lend to the small. */
export interface Plan {
  readonly basins: readonly BasinId[];
  readonly links: readonly Link[];
  readonly largest: ReadonlySet<BasinId>;
}

const ageBound: Plan = {
  basins: basinIds,
  links,
  largest: new Set<BasinId>(['preschool', 'school', 'established']),
};

export const planOf = (layout: AnyLayout): Plan =>
  'channel' in layout ? ageBound : planOfStages(layout.stages);

const plans = new WeakMap<Stages, Plan>();

function planOfStages(stages: Stages): Plan {
  let plan = plans.get(stages);
  if (plan === undefined) {
    const pools = stageStocksOf(stages);
    const there = (id: StockId | undefined): StockId | undefined =>
      id !== undefined && pools.includes(id) ? id : undefined;
    const ways = stageFlowsOf(stages).map((flow): Link => {
      const { from, to } = wayOf(flow);
      return { flows: [flow], from: there(from), to: there(to), ribbon: flow };
    });
    const byRoom = [...pools].sort((a, b) => stages.pools[b]!.room - stages.pools[a]!.room);
    plan = { basins: pools, links: ways, largest: new Set(byRoom.slice(0, 3)) };
    plans.set(stages, plan);
  }
  return plan;
}
