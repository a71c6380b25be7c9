import { warning } from '../../base/diagnostic.ts';
import { ref } from './build.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Made, World } from './world.ts';

type StockMade = Extract<Made, { kind: 'stock' }>;

/**
 * A flow that an XMILE file gives to several stocks on one side moves its amount at each of them. Each stock gets a hidden
 * flow of that size, so that what one of them limits is not limited for the others.
 */
export function separateFlows(world: World): void {
  const driven = new Set([...world.conveyors, ...world.queues, ...world.ovens].map(({ id }) => id));
  for (const side of ['inflows', 'outflows'] as const) {
    const users = new Map<VariableId, VariableId[]>();
    for (const [id, made] of world.made)
      if (made.kind === 'stock' && !driven.has(id))
        for (const flow of made[side]) users.set(flow, [...(users.get(flow) ?? []), id]);
    for (const [flow, stocks] of users) if (stocks.length > 1) separate(world, flow, stocks, side);
  }
}

function separate(
  world: World,
  flow: VariableId,
  stocks: readonly VariableId[],
  side: 'inflows' | 'outflows',
): void {
  const { definition } = world.made.get(flow)!;
  const [first = '', second = ''] = stocks;
  const args = { flow, first, second, side: side === 'inflows' ? 'inflow' : 'outflow' } as const;
  world.report(warning('flow-twice', args, { ...definition.place, variable: flow }));
  for (const id of stocks) {
    const stock = world.made.get(id) as StockMade;
    const own = `${flow}|${args.side} ${id}`;
    world.made.set(own, { kind: 'flow', expr: ref(flow), definition, hidden: true });
    world.made.set(id, { ...stock, [side]: stock[side].map((name) => (name === flow ? own : name)) });
  }
}
